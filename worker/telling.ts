// What the texts of a request mean: the workspace's calendar, the moment of the request, and when the fact
// happened. Refuses what cannot be, by the name of its field. Pure.

import { Failure } from '../shared/failure.ts'
import { dayOf, formatInstant, formatLocalDate, parseOccurrence } from '../shared/time.ts'
import type { Who } from './authenticate.ts'

export interface Telling {
  who: Who
  /** Of the request, epoch milliseconds. */
  now: number
  /** When the fact happened, epoch milliseconds, and on which local day. */
  at: number
  day: number
  /** The path's parameters. */
  params: Record<string, string>
}

/** Clocks of browsers run ahead a little. */
const clockSkewMs = 5 * 60_000

/** What is further away is a slip of the hand. */
const mostDaysAhead = 36_525

/** @param why a phrase: `lies in the future`. Never what was sent. */
export function refusal(field: string, why: string): Failure {
  return new Failure('invalid', `${field}: ${why}.`, [{ path: field, message: why }])
}

/** The local day of a text that is known to be a day or a moment. */
export function dayOfText(text: string, { timeZone }: Pick<Who, 'timeZone'>): number {
  return dayOf(parseOccurrence(text, timeZone) ?? 0, timeZone)
}

/** The moment of a text that is known to be one; not in the future. */
export function pastMoment(field: string, text: string, { who, now }: Pick<Telling, 'who' | 'now'>): number {
  const at = parseOccurrence(text, who.timeZone) ?? now
  if (at > now + clockSkewMs) throw refusal(field, 'lies in the future')
  return Math.min(at, now)
}

/** A moment at which something came of the fact, so on its day at the earliest. */
export function laterMoment(field: string, text: string, telling: Telling): number {
  const later = pastMoment(field, text, telling)
  if (dayOf(later, telling.who.timeZone) < telling.day) throw refusal(field, 'lies before the fact itself')
  return Math.max(later, telling.at)
}

/** A local day that cannot lie before `since`. @param called what that day is: `the promise was made`. */
export function dayNotBefore(
  field: string,
  text: string,
  { who }: Pick<Telling, 'who'>,
  { since, called }: { since: number; called: string },
): number {
  const day = dayOfText(text, who)
  if (day < since) throw refusal(field, `lies before ${called}`)
  if (day > since + mostDaysAhead) throw refusal(field, 'lies more than a hundred years ahead')
  return day
}

/** What was said, read; null where nothing was. */
export function ifSaid<Text, Value>(
  said: Text | null | undefined,
  read: (said: Text) => Value,
): Value | null {
  return said === null || said === undefined ? null : read(said)
}

/** Words without the space around them; null where there are none. */
export function wordsOf(text: string | null | undefined): string | null {
  return text?.trim() || null
}

/** Of an amount that names no currency, the workspace's; null without an amount. */
export function currencyOf(
  costMinor: number | null | undefined,
  currency: string | null | undefined,
  { who }: Telling,
): string | null {
  return ifSaid(costMinor, () => currency ?? who.currency)
}

/** A stored moment as it is said. */
export function momentText(at: number | null): string | null {
  return ifSaid(at, formatInstant)
}

/** A stored local day as it is said. */
export function dayText(day: number | null): string | null {
  return ifSaid(day, formatLocalDate)
}
