// Purchase days of all customers -> cells -> fit, typical interval and the means that reasons start from. Pure
// but for reading its input page by page.

import type { Settings } from '../shared/settings.ts'
import { daysPerWeek } from '../shared/time.ts'
import type { Fit } from './metrics/metric.ts'
import { horizonDays, recencyOf } from './metrics/risk.ts'
import { daysUntil, type PurchaseDays } from './purchase-days.ts'
import { quantile, rhythmOf } from './rhythm.ts'
import { CellTally } from './risk-model/cell-tally.ts'
import {
  aliveProbability,
  fit,
  type Params,
  purchaseAtOwnPaceProbability,
  type Recency,
} from './risk-model/mbg-nbd.ts'

export interface WorkspaceFit {
  fit: Fit
  logLikelihood: number
  cells: number
  converged: boolean
}

/** A customer with a repeat purchase, for the means; interval null below two gaps. */
interface Repeater {
  recency: Recency
  interval: number | null
}

/** @param pages every customer's purchase days; later ones than `asOfDay` are left out. */
export async function fitWorkspace(
  pages: AsyncIterable<PurchaseDays[]>,
  asOfDay: number,
  settings: Settings,
): Promise<WorkspaceFit> {
  const tally = new CellTally()
  const repeaters: Repeater[] = []
  let customers = 0
  let repeatPurchases = 0
  for await (const page of pages) {
    for (const all of page) {
      const days = daysUntil(all, asOfDay)
      if (!days) continue
      const rhythm = rhythmOf(days)
      const { gapCount, lastDay, firstDay } = rhythm
      customers += 1
      repeatPurchases += gapCount
      if (gapCount > 0) repeaters.push({ recency: recencyOf(rhythm, asOfDay), interval: rhythm.interval })
      tally.add({ x: gapCount, lastDay: lastDay - firstDay, days: asOfDay - firstDay })
    }
  }
  const cells = tally.toCells()
  const { params, logLikelihood, converged } = fit(cells)
  const typicalIntervalDays = medianInterval(repeaters)
  const means = meansOf(repeaters, params, typicalIntervalDays ?? settings.usualIntervalDays, settings)
  return {
    fit: { asOfDay, params, customers, repeatPurchases, typicalIntervalDays, ...means },
    logLikelihood,
    cells: cells.length,
    converged,
  }
}

function medianInterval(repeaters: readonly Repeater[]): number | null {
  const intervals = repeaters.flatMap(({ interval }) => interval ?? [])
  return intervals.length === 0 ? null : quantile(Float64Array.from(intervals).sort(), 0.5)
}

/** Still a customer, and buys within the own horizon at own pace: the mean of each over all repeaters. */
function meansOf(
  repeaters: readonly Repeater[],
  params: Params,
  typicalIntervalDays: number,
  settings: Settings,
): Pick<Fit, 'meanAlive' | 'meanPace'> {
  if (repeaters.length === 0) return { meanAlive: null, meanPace: null }
  let alive = 0
  let pace = 0
  for (const { recency, interval } of repeaters) {
    const weeks = horizonDays(interval ?? typicalIntervalDays, settings) / daysPerWeek
    alive += aliveProbability(params, recency)
    pace += purchaseAtOwnPaceProbability(params, recency, weeks)
  }
  return { meanAlive: alive / repeaters.length, meanPace: pace / repeaters.length }
}
