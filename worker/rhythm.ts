// A customer's rhythm: what the metrics need of the purchase days, of one size however long the history is, so
// that a look-up costs the same for the oldest customer. Kept with the customer and renewed with each purchase.

import { dayMs } from '../shared/time.ts'
import { gapsWithoutPauses, type PausedDays } from './pauses.ts'
import { listDays, type PurchaseDays } from './purchase-days.ts'

export interface Rhythm {
  firstDay: number
  lastDay: number
  /** Days with a purchase after the first: the model's x. */
  gapCount: number
  /** Days from the first purchase to the last, pauses left out: the model's t_x. */
  activeDays: number
  /** Median of the gaps; null below two of them. */
  interval: number | null
  /** The middle half of the gaps; null below four of them. */
  low: number | null
  high: number | null
  /** Coefficient of variation of the gaps (standard deviation over mean); null below three of them. */
  variation: number | null
  /** The latest purchase days, ascending. */
  recentDays: number[]
  /** Purchase days by month (January first) and by weekday (Monday first); null below eight of them. */
  season: { months: number[]; weekdays: number[] } | null
}

/** Below two gaps a median would only repeat one accident, below four a middle half would be two of them. */
const leastGaps = { interval: 2, spread: 4, variation: 3 }
const leastPurchasesForSeason = 8
/** The dots of the panel's time line. */
const mostRecentDays = 24

/** The rhythm of all the days given. @param merged the customer's pauses, as `mergePauses` gives. */
export function rhythmOf(days: PurchaseDays, merged: readonly PausedDays[] = []): Rhythm {
  const { firstDay } = days
  const gaps = gapsWithoutPauses(days, merged)
  const bought = listDays(days)
  const ascending = Float64Array.from(gaps).sort()
  const hasSpread = gaps.length >= leastGaps.spread
  return {
    firstDay,
    lastDay: bought.at(-1) ?? firstDay,
    gapCount: gaps.length,
    activeDays: gaps.reduce((sum, gap) => sum + gap, 0),
    interval: medianOf(ascending),
    low: hasSpread ? quantile(ascending, 0.25) : null,
    high: hasSpread ? quantile(ascending, 0.75) : null,
    variation: gaps.length < leastGaps.variation ? null : variationOf(gaps),
    recentDays: bought.slice(-mostRecentDays),
    season: bought.length < leastPurchasesForSeason ? null : seasonOf(bought),
  }
}

/** The interval of these gaps; null below two of them. */
export function medianGap(gaps: readonly number[]): number | null {
  return medianOf(Float64Array.from(gaps).sort())
}

function medianOf(ascending: Float64Array): number | null {
  return ascending.length < leastGaps.interval ? null : quantile(ascending, 0.5)
}

/** Quantile of ascending numbers with linear interpolation (type 7, Hyndman & Fan 1996); NaN of none. */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const position = (ascending.length - 1) * q
  const below = ascending[Math.floor(position)]
  const above = ascending[Math.ceil(position)]
  if (below === undefined || above === undefined) return Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

/** Standard deviation of the gaps (as of all there are) over their mean. */
function variationOf(gaps: readonly number[]): number {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length
  return Math.sqrt(variance) / mean
}

/** Day 0 was a Thursday. */
const weekdayOfDay0 = 3

function seasonOf(bought: readonly number[]): NonNullable<Rhythm['season']> {
  const months = new Array<number>(12).fill(0)
  const weekdays = new Array<number>(7).fill(0)
  for (const day of bought) {
    const month = new Date(day * dayMs).getUTCMonth()
    const weekday = (((day + weekdayOfDay0) % 7) + 7) % 7
    months[month] = (months[month] ?? 0) + 1
    weekdays[weekday] = (weekdays[weekday] ?? 0) + 1
  }
  return { months, weekdays }
}

/** As it is kept, without names: a file of purchases writes it for every customer it touches. */
export function packRhythm(rhythm: Rhythm): string {
  const { firstDay, lastDay, gapCount, activeDays, interval, low, high, variation, recentDays, season } =
    rhythm
  const seasons = season && [season.months, season.weekdays]
  return JSON.stringify([
    firstDay,
    lastDay,
    gapCount,
    activeDays,
    interval,
    low,
    high,
    variation,
    recentDays,
    seasons,
  ])
}

export function unpackRhythm(text: string): Rhythm {
  const [firstDay, lastDay, gapCount, activeDays, interval, low, high, variation, recentDays, seasons] =
    JSON.parse(text)
  const season = seasons && { months: seasons[0], weekdays: seasons[1] }
  return { firstDay, lastDay, gapCount, activeDays, interval, low, high, variation, recentDays, season }
}
