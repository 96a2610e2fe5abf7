// What the model said on a day of every customer of a purchase log, and what became of them: for tests of how
// good it was.

import { quantile } from '../../../worker/rhythm.ts'
import { CellTally } from '../../../worker/risk-model/cell-tally.ts'
import { fit as fitModel, noPurchaseProbability, type Params } from '../../../worker/risk-model/mbg-nbd.ts'
import type { Outcome } from '../../../worker/risk-model/score-quality.ts'
import { dayCountsOn, type PurchaseLog } from '../../reference-data.ts'

/** Of one customer: said on a day, known on `untilDay`, when the horizon is over. */
export interface Outlook extends Outcome {
  untilDay: number
  /** Since the last purchase. */
  gapDays: number
  /** The same over the median of the own gaps, or of everybody's where there is none. */
  gapOverMedian: number
}

const ownIntervals = { times: 2, leastDays: 28, mostDays: 364 }

/**
 * Everyone who had bought by `day`, that day included.
 * @param params instead of a fit on the purchases up to then.
 * @param horizonDays instead of two own intervals, at least 28 and at most 364 days.
 */
export function outlooksOn(
  log: PurchaseLog,
  day: number,
  { params, horizonDays }: { params?: Params; horizonDays?: number } = {},
): Outlook[] {
  const customers = [...log.values()]
    .map(days => ({ days, known: days.filter(at => at <= day) }))
    .filter(({ known }) => known.length > 0)
  const used = params ?? fitOn(customers.map(({ known }) => dayCountsOn(day, known)))
  const gaps = customers.map(({ known }) => gapsOf(known))
  const typical = median(gaps.filter(({ length }) => length >= 2).map(median))
  const medianGap = median(gaps.flat())
  return customers.map(({ days, known }) => {
    const own = gapsOf(known)
    const { times, leastDays, mostDays } = ownIntervals
    const interval = own.length >= 2 ? median(own) : typical
    const horizon = horizonDays ?? Math.min(mostDays, Math.max(leastDays, times * interval))
    const { x, lastDay, days: observed } = dayCountsOn(day, known)
    const gapDays = observed - lastDay
    return {
      probability: noPurchaseProbability(used, { x, tx: lastDay / 7, T: observed / 7 }, horizon / 7),
      isGone: !days.some(at => at > day && at <= day + horizon),
      untilDay: day + horizon,
      gapDays,
      gapOverMedian: gapDays / (own.length > 0 ? median(own) : medianGap),
    }
  })
}

function fitOn(customers: readonly Parameters<CellTally['add']>[0][]): Params {
  const tally = new CellTally()
  for (const customer of customers) tally.add(customer)
  return fitModel(tally.toCells()).params
}

function gapsOf(days: readonly number[]): number[] {
  return days.slice(1).map((day, index) => day - (days[index] ?? day))
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((one, other) => one - other),
    0.5,
  )
}
