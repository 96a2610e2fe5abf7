// POST /v1/customers/{id}/irritants and PATCH on one: what annoyed a customer, as members log and solve it.

import { api } from '../../shared/api.ts'
import type { IrritantBody, IrritantPatch } from '../../shared/facts.ts'
import { Failure } from '../../shared/failure.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { dayOf, parseOccurrence } from '../../shared/time.ts'
import type { Who } from '../authenticate.ts'
import { annoyances, irritantGroup } from '../metrics/irritants.ts'
import type { Irritant, Moment } from '../metrics/metric.ts'
import { findCustomers, knownCustomerOf } from '../repositories/customers.ts'
import {
  findIrritants,
  irritantFact,
  irritants,
  type StoredIrritant,
  storedIrritants,
} from '../repositories/irritants.ts'
import { writeOnce } from '../write-once.ts'
import { type Call, type Route, route } from './route.ts'

export const logIrritant: Route = route(api.logIrritant, call => {
  const { body, now } = call
  return writeOnce(call, logIrritant, reads(call), ([customerRows = [], irritantRows = []], who) => {
    const [row] = customerRows
    if (!row) throw notFound()
    const customer = knownCustomerOf(row)
    const at = body.at === undefined ? now : (parseOccurrence(body.at, who.timeZone) ?? now)
    const logged: Irritant = {
      id: crypto.randomUUID(),
      at,
      category: body.category,
      note: body.note?.trim() || null,
      solvedAt: null,
    }
    const { id: customerId, ownerId } = customer
    const day = dayOf(at, who.timeZone)
    const fact = irritantFact(logged, { customerId, day, ownerId, authorId: who.memberId, revision: 1 })
    return {
      answer: answer([...storedIrritants(irritantRows, customerId), logged], logged, call, who),
      writes: irritants.save(call.env.DB, who.workspaceId, [fact], [], now, null),
    }
  })
})

export const correctIrritant: Route = route(api.correctIrritant, call => {
  const { body, now, params } = call
  return writeOnce(call, correctIrritant, reads(call), ([customerRows = [], irritantRows = []], who) => {
    const known = storedIrritants(irritantRows, params.id ?? '')
    const target = known.find(({ id }) => id === params.irritantId)
    if (customerRows.length === 0 || !target) throw notFound()
    const corrected = known.map(irritant => correct(irritant, target, body, who.timeZone))
    const changed = corrected.filter((irritant, index) => irritant !== known[index])
    const facts = changed.map(irritant =>
      irritantFact(irritant, {
        ...irritant.fact,
        authorId: irritant.authorId,
        revision: irritant.fact.revision + 1,
      }),
    )
    const superseded = changed.map(({ fact }) => fact)
    return {
      answer: answer(corrected, target, call, who),
      writes: irritants.save(call.env.DB, who.workspaceId, facts, superseded, now, null),
    }
  })
})

function reads({
  env: { DB: db },
  credentials: { workspaceId },
  params,
}: Call<unknown>): D1PreparedStatement[] {
  const id = params.id ?? ''
  return [findCustomers(db, workspaceId, [id]), findIrritants(db, workspaceId, id)]
}

/** Solving (or opening again) holds for all occurrences of the category in that state; a note is the one's own. */
function correct(
  irritant: StoredIrritant,
  target: StoredIrritant,
  { solvedAt: solvedText, note }: IrritantPatch,
  timeZone: string,
): StoredIrritant {
  const isTarget = irritant === target
  const isAlike = irritant.category === target.category && irritant.solvedAt === target.solvedAt
  const solvedAt =
    solvedText === undefined || !isAlike
      ? irritant.solvedAt
      : solvedText === null
        ? null
        : Math.max(parseOccurrence(solvedText, timeZone) ?? 0, irritant.at)
  const words = isTarget && note !== undefined ? note?.trim() || null : irritant.note
  const isSame = solvedAt === irritant.solvedAt && words === irritant.note
  return isSame ? irritant : { ...irritant, solvedAt, note: words }
}

/** The group of a category after the write, as the snapshot shows it. */
function answer(
  all: readonly Irritant[],
  one: Irritant,
  { now, locale }: Call<IrritantBody | IrritantPatch>,
  who: Who,
) {
  const irritants = all.toSorted((first, second) => first.at - second.at)
  const group = annoyances({ rhythm: null, responses: [], irritants }).find(
    ({ category }) => category === one.category,
  )
  if (!group) throw notFound()
  const { timeZone } = who
  const moment: Moment = {
    at: now,
    today: dayOf(now, timeZone),
    timeZone,
    locale,
    settings: defaultSettings,
    fit: null,
  }
  return { irritant: irritantGroup(group, moment) }
}

function notFound(): Failure {
  return new Failure('not_found', 'There is no such customer or irritant.')
}
