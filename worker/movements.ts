// Which beginnings and ends of stretches a customer adds to the days of a workspace. Pure.

import type { Stand } from './stand.ts'
import type { Series, Span } from './standing.ts'

export type MovementKind = Span['startCause'] | Span['endCause']

export interface Movement {
  day: number
  series: Series
  kind: MovementKind
}

/** Of one customer, days to come included: a silence that goes on ends its stretch on a day known now. */
export function movementsOf({ standing, spans }: Stand): Movement[] {
  const movements = spans.flatMap(({ series, startDay, startCause, endDay, endCause }): Movement[] => [
    { day: startDay, series, kind: startCause },
    { day: endDay, series, kind: endCause },
  ])
  const { since } = standing
  if (!since) return movements
  const end = presentEnd(standing)
  const { day, series, cause } = since
  return [...movements, { day, series, kind: cause }, ...(end ? [{ series, ...end }] : [])]
}

/** When and how the present stretch ends if nothing happens; null in a pause without an end. */
export function presentEnd({
  lostDay,
  departedDay,
}: Stand['standing']): { day: number; kind: 'lost' | 'departed' } | null {
  if (departedDay !== null && (lostDay === null || departedDay <= lostDay))
    return { day: departedDay, kind: 'departed' }
  return lostDay === null ? null : { day: lostDay, kind: 'lost' }
}
