// POST /v1/responses, POST /v1/customers/{id}/responses and PATCH on one: how likely customers say they are to
// recommend us, and whether somebody got back to them.

import { api } from '../../shared/api.ts'
import { responseRow } from '../../shared/facts.ts'
import { parseInstant } from '../../shared/time.ts'
import { recordFacts } from '../record-facts.ts'
import { responses } from '../repositories/responses.ts'
import { ifSaid, laterMoment, momentText, wordsOf } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'
import { type Route, route } from './route.ts'

const saveResponses: Route = route(api.saveResponses, async ({ env, credentials, body, now }) => {
  const { result } = await recordFacts(
    env,
    credentials,
    {
      endpoint: api.saveResponses,
      field: 'responses',
      row: responseRow,
      table: responses,
      identities: ({ customer }) => customer,
      profile: () => null,
      fact: ({
        at,
        score,
        comment = null,
        touchpoint = null,
        followedUpAt,
        guessed = false,
        reason = null,
      }) => ({
        at,
        content: responses.statedValuesOf({
          score,
          comment,
          touchpoint,
          isGuessed: guessed,
          reason,
          ...(followedUpAt !== undefined && { followedUpAt: parseInstant(followedUpAt) }),
        }),
      }),
    },
    body,
    now,
  )
  return result
})

export const responseRoutes: readonly Route[] = [
  saveResponses,
  ...factRoutes(api.logResponse, api.correctResponse, {
    name: 'response',
    table: responses,
    content: (
      { score, comment, touchpoint, followedUpAt, guessed: isGuessed = false, reason, personId = null },
      telling,
    ) => ({
      score,
      comment: wordsOf(comment),
      touchpoint: wordsOf(touchpoint),
      followedUpAt: ifSaid(followedUpAt, text => laterMoment('followedUpAt', text, telling)),
      isGuessed,
      reason: wordsOf(reason),
      personId,
    }),
    said: ({ followedUpAt, isGuessed, ...rest }) => ({
      ...rest,
      followedUpAt: momentText(followedUpAt),
      guessed: isGuessed,
    }),
  }),
]
