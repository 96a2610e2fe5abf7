// Where a customer stands: the days around the present silence, and the stretches of being a customer before it.
// Stored, so that a status at any day is a comparison. Pure; made by worker/stand.ts from the customer's days.

import type { StatusId } from '../shared/snapshot.ts'

/** Having bought once, or again: who bought once is outside the headline churn, a series of its own. */
export type Series = 'once' | 'repeat'

/** All days are local day numbers; null where there is no such day. */
export interface Standing {
  /** The stretch of being a customer that the last purchase belongs to; null before the first purchase. */
  since: { day: number; series: Series; cause: 'started' | 'returned' } | null
  /** From which a customer with one purchase is no longer new; null with more. */
  onceDay: number | null
  /** On which the present silence becomes late; null with one purchase, and in a pause without an end. */
  lateDay: number | null
  /** On which the present silence becomes lost, under any number of purchases. */
  lostDay: number | null
  /** On which they left, where no purchase came after. */
  departedDay: number | null
  /** The latest purchase after a loss or a departure, and the day on which it no longer counts as a return. */
  returnedDay: number | null
  returnedUntilDay: number | null
}

/** A closed stretch of being a customer: covers a day from `startDay` on and before `endDay`. */
export interface Span {
  series: Series
  startDay: number
  startCause: 'started' | 'returned'
  endDay: number
  /** `repeated`: the second purchase took a one-time buyer into the other series. */
  endCause: 'repeated' | 'lost' | 'departed'
}

/** Of somebody who never bought and never left. */
export const noStanding: Standing = {
  since: null,
  onceDay: null,
  lateDay: null,
  lostDay: null,
  departedDay: null,
  returnedDay: null,
  returnedUntilDay: null,
}

/** The status on a day on which all of the customer's facts are in the past, and the day since which it is so. */
export function statusAt(standing: Standing, today: number): { id: StatusId; since: number | null } {
  const { since, onceDay, lateDay, lostDay, departedDay, returnedDay, returnedUntilDay } = standing
  const isPast = (day: number | null): day is number => day !== null && day <= today
  if (isPast(departedDay)) return { id: 'departed', since: departedDay }
  if (!since) return { id: 'prospect', since: null }
  if (isPast(onceDay)) return { id: 'once', since: onceDay }
  if (onceDay !== null || since.series === 'once') return { id: 'new', since: since.day }
  if (isPast(lostDay)) return { id: 'lost', since: lostDay }
  if (isPast(lateDay)) return { id: 'late', since: lateDay }
  if (returnedDay !== null && !isPast(returnedUntilDay)) return { id: 'returned', since: returnedDay }
  return { id: 'active', since: null }
}
