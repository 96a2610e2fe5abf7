// A customer's rhythm: what the metrics need of the purchase days, of one size however long the history is, so
// that a look-up costs the same for the oldest customer. Kept with the customer and renewed with each purchase.

import { listDays, type PurchaseDays } from './purchase-days.ts'

export interface Rhythm {
  firstDay: number
  lastDay: number
  /** Days with a purchase after the first: the model's x. */
  gapCount: number
  /** Median of the gaps; null below two of them. */
  interval: number | null
  /** The middle half of the gaps; null below four of them. */
  low: number | null
  high: number | null
  /** The latest purchase days, ascending. */
  recentDays: number[]
  /** The latest gaps, newest first, each with the interval known before it: was its purchase a return? */
  latestGaps: { day: number; gap: number; intervalBefore: number | null }[]
}

/** Below two gaps a median would only repeat one accident, below four a middle half would be two of them. */
const leastGaps = { interval: 2, spread: 4 }
/** The dots of the panel's time line. */
const mostRecentDays = 24
/** A return is forgotten with the second later purchase. */
const mostLatestGaps = 2

/** The rhythm of all the days given. */
export function rhythmOf(days: PurchaseDays): Rhythm {
  const { firstDay, gaps } = days
  const bought = listDays(days)
  const ascending = Float64Array.from(gaps).sort()
  const hasSpread = gaps.length >= leastGaps.spread
  return {
    firstDay,
    lastDay: bought.at(-1) ?? firstDay,
    gapCount: gaps.length,
    interval: medianGap(gaps),
    low: hasSpread ? quantile(ascending, 0.25) : null,
    high: hasSpread ? quantile(ascending, 0.75) : null,
    recentDays: bought.slice(-mostRecentDays),
    latestGaps: gaps
      .slice(-mostLatestGaps)
      .map((gap, index, latest) => {
        const before = gaps.length - latest.length + index
        return { day: bought[before + 1] ?? firstDay, gap, intervalBefore: medianGap(gaps.slice(0, before)) }
      })
      .reverse(),
  }
}

function medianGap(gaps: readonly number[]): number | null {
  return gaps.length < leastGaps.interval ? null : quantile(Float64Array.from(gaps).sort(), 0.5)
}

/** Quantile of ascending numbers with linear interpolation (type 7, Hyndman & Fan 1996); NaN of none. */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const position = (ascending.length - 1) * q
  const below = ascending[Math.floor(position)]
  const above = ascending[Math.ceil(position)]
  if (below === undefined || above === undefined) return Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}
