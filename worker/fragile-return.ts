// Fragile: back through a win-back or after a recorded departure, for as long as it counts as a return.
// Whoever was lost and came back by themselves is not. Pure.

import { dayOf, startOfDay } from '../shared/time.ts'
import type { Departure, History } from './history.ts'
import { statusAt } from './standing.ts'

export interface FragileReturn {
  /** The local day of the purchase with which they came back. */
  day: number
  /** Why they had left; null where only a win-back is recorded. */
  departure: Departure | null
  /** Came back through a win-back. */
  isWonBack: boolean
}

/** An irritant that is what they had left for, from their return on. */
export interface CauseOfLeaving {
  category: string
  /** Epoch milliseconds. */
  since: number
}

interface Now {
  today: number
  timeZone: string
}

/** The return that asks for care; null without one, and once it no longer counts as a return. */
export function fragileReturn(
  { standing, rhythm, departures, winBacks }: History,
  { today, timeZone }: Now,
): FragileReturn | null {
  const day = standing.returnedDay
  if (day === null || statusAt(standing, today).id !== 'returned') return null
  const boughtBefore = rhythm?.recentDays.findLast(bought => bought < day) ?? Number.NEGATIVE_INFINITY
  const departure = departures.findLast(left => left.day >= boughtBefore && left.day < day) ?? null
  const isWonBack = winBacks.some(({ at, outcome }) => {
    const begun = dayOf(at, timeZone)
    return begun >= boughtBefore && begun <= day && outcome !== 'gave_up'
  })
  return departure || isWonBack ? { day, departure, isWonBack } : null
}

/** What must not happen again after a fragile return: the confirmed cause, else the stated one; null if there is none. */
export function causeOfLeaving(history: History, now: Now): CauseOfLeaving | null {
  const back = fragileReturn(history, now)
  if (!back?.departure) return null
  const { stated, confirmed } = back.departure
  return { category: confirmed ?? stated, since: startOfDay(back.day, now.timeZone) }
}
