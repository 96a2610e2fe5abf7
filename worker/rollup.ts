// What all customers spent and how often -> the bounds that rank one of them: classes by revenue, quintiles for
// recency, frequency and money, and the mean purchase. Pure.

import { decimalsOf } from '../shared/currency.ts'
import type { Settings } from '../shared/settings.ts'
import type { Rollup } from './metrics/metric.ts'
import { quantile } from './rhythm.ts'

/** One customer as of a local day, who bought by then; money in minor units of the workspace's currency. */
export interface CustomerTotals {
  lastDay: number
  purchaseDays: number
  /** Refunds reduce both. */
  totalMinor: number
  /** Of the last `daysOfYear` days, that day included. */
  yearMinor: number
}

/** The 12 months of a class by revenue. */
export const daysOfYear = 365

const quintileEdges = [0.2, 0.4, 0.6, 0.8]

/** @param today the local day that the totals are as of. Null of no customers. */
export function rollUp(
  totals: readonly CustomerTotals[],
  { currency, today, settings }: { currency: string; today: number; settings: Settings },
): Rollup | null {
  if (totals.length === 0) return null
  const unit = 10 ** decimalsOf(currency)
  const paying = totals.filter(({ totalMinor, purchaseDays }) => totalMinor > 0 && purchaseDays > 0)
  const meanPurchases = paying.reduce(
    (sum, { totalMinor, purchaseDays }) => sum + totalMinor / purchaseDays,
    0,
  )
  return {
    classes: classBounds(
      totals.map(({ yearMinor }) => yearMinor),
      settings.classes,
    ),
    rfm: {
      recency: quintileBounds(
        totals.map(({ lastDay }) => today - lastDay),
        1,
      ),
      frequency: quintileBounds(
        totals.map(({ purchaseDays }) => purchaseDays),
        1,
      ),
      money: quintileBounds(
        totals.map(({ totalMinor }) => totalMinor),
        unit,
      ),
    },
    meanPurchaseMinor: paying.length === 0 ? 0 : meanPurchases / paying.length,
    customers: paying.length,
  }
}

/**
 * The revenue of the last customer of class A, and of B: of the largest first, as long as those before them make
 * up less than the class's share. So whoever crosses the share still belongs, and equal revenue is of one class.
 */
function classBounds(yearMinor: readonly number[], { a, b }: Settings['classes']): Rollup['classes'] {
  const descending = Float64Array.from(yearMinor.filter(minor => minor > 0))
    .sort()
    .reverse()
  const [most] = descending
  if (most === undefined) return null
  const total = descending.reduce((sum, minor) => sum + minor, 0)
  const bounds = { a: most + 1, b: most + 1 }
  let before = 0
  for (const minor of descending) {
    const share = before / total
    if (share < a) bounds.a = minor
    else if (share >= b) break
    bounds.b = minor
    before += minor
  }
  return bounds
}

/** The inclusive lower bounds of the quintiles 2 to 5: one `step` above the quantiles. */
function quintileBounds(values: readonly number[], step: number): number[] {
  const ascending = Float64Array.from(values).sort()
  return quintileEdges.map(edge => quantile(ascending, edge) + step)
}
