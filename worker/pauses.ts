// Pauses: stretches in which silence is excused, so that the clock of a silence stands still. Pure.

import { listDays, type PurchaseDays } from './purchase-days.ts'

/** Local day numbers, both included; without an end nobody knows until when. */
export type PausedDays = readonly [fromDay: number, untilDay: number | null]

/** Overlapping and adjoining pauses as one, ascending; a pause that ends before it begins is none. */
export function mergePauses(pauses: readonly PausedDays[]): PausedDays[] {
  const merged: PausedDays[] = []
  for (const [from, until] of pauses.toSorted(([one], [other]) => one - other)) {
    if (until !== null && until < from) continue
    const before = merged.at(-1)
    if (!before || (before[1] !== null && before[1] < from - 1)) {
      merged.push([from, until])
      continue
    }
    const [start, end] = before
    merged[merged.length - 1] = [start, end === null || until === null ? null : Math.max(end, until)]
  }
  return merged
}

/** How many of the days from `fromDay` to `toDay`, both included, are paused. @param merged as `mergePauses` gives. */
export function pausedBetween(fromDay: number, toDay: number, merged: readonly PausedDays[]): number {
  let days = 0
  for (const [from, until] of merged) {
    if (from > toDay) break
    days += Math.max(0, Math.min(toDay, until ?? toDay) - Math.max(fromDay, from) + 1)
  }
  return days
}

/** Days of silence from a purchase up to and with `today`, paused ones left out. */
export function silentDays(lastDay: number, today: number, merged: readonly PausedDays[]): number {
  return today - lastDay - pausedBetween(lastDay + 1, today, merged)
}

/** The first day on which the silence since `lastDay` has lasted `needed` days; null while a pause has no end. */
export function dayOfSilence(lastDay: number, needed: number, merged: readonly PausedDays[]): number | null {
  if (needed <= 0) return lastDay
  let day = lastDay + needed
  for (const [from, until] of merged) {
    if (until !== null && until <= lastDay) continue
    if (from > day) break
    if (until === null) return null
    day += until - Math.max(from, lastDay + 1) + 1
  }
  return day
}

/** The gaps between purchases; paused days strictly between two of them are left out, so no gap is below one day. */
export function gapsWithoutPauses(days: PurchaseDays, merged: readonly PausedDays[]): readonly number[] {
  if (merged.length === 0) return days.gaps
  const bought = listDays(days)
  return days.gaps.map((gap, index) => {
    const before = bought[index] ?? days.firstDay
    return gap - pausedBetween(before + 1, before + gap - 1, merged)
  })
}
