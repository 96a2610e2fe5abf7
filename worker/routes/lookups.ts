// POST /v1/lookups: who is this, and what do we know. One D1 round trip for up to a hundred customers.

import { api } from '../../shared/api.ts'
import { parseLocalDate, parseMoment } from '../../shared/time.ts'
import { answerLookups, asksOf, needRegion } from '../answer-lookups.ts'
import { admit } from '../authenticate.ts'
import { assumingPlace } from '../place.ts'
import { readHistories } from '../repositories/histories.ts'
import { type Route, route } from './route.ts'

export const lookUp: Route = route(api.lookUp, async ({ env, credentials, body, now }) => {
  const needs = {
    region: needRegion(body.lookups),
    timeZone: [body.asOf, body.knownAt].some(text => text !== undefined && parseLocalDate(text) !== null),
  }
  const answer = await assumingPlace(credentials.workspaceId, needs, async ({ region, timeZone }) => {
    const asks = asksOf(body.lookups, region)
    const knownAt = momentOf(body.knownAt, timeZone)
    const at = momentOf(body.asOf, timeZone) ?? knownAt ?? now
    const question = { asks, view: body.view, at, knownAt, now: knownAt ?? now }
    const lookUp = await readHistories(env.DB, credentials, question)
    return lookUp && { place: lookUp.who, asks, at, lookUp }
  })
  admit(answer?.lookUp.who ?? null)
  return { answers: answer ? answerLookups(body, answer.asks, answer.lookUp, answer.at) : [] }
})

function momentOf(text: string | undefined, timeZone: string): number | null {
  return text === undefined ? null : parseMoment(text, timeZone)
}
