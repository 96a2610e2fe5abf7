// Purchase days of all customers -> cells -> fit, typical interval and the means that reasons start from. Pure
// but for reading its input page by page: a large workspace is never in memory as a whole.

import type { Settings } from '../shared/settings.ts'
import { daysPerWeek } from '../shared/time.ts'
import type { Fit } from './metrics/metric.ts'
import { horizonDays } from './metrics/risk.ts'
import { gapsWithoutPauses, type PausedDays, silentDays } from './pauses.ts'
import { daysUntil, type PurchaseDays } from './purchase-days.ts'
import { medianGap, quantile } from './rhythm.ts'
import { CellTally, type DayCounts } from './risk-model/cell-tally.ts'
import {
  aliveProbability,
  type Cell,
  fit,
  logLikelihood as logLikelihoodOf,
  type Params,
  purchaseAtOwnPaceProbability,
  type Recency,
} from './risk-model/mbg-nbd.ts'

/** What a fit needs of a customer. */
export interface FittedCustomer {
  purchases: PurchaseDays | null
  pauses: readonly PausedDays[]
}

export type Pages = AsyncIterable<FittedPage> | Iterable<FittedPage>
export type FittedPage = readonly { days: FittedCustomer }[]

export interface WorkspaceFit {
  fit: Omit<Fit, 'rollup' | 'recalibration'>
  logLikelihood: number
  cells: readonly Cell[]
  converged: boolean
}

/** A customer with a repeat purchase, for the means. */
type Repeater = Pick<KnownOn, 'recency' | 'interval'>

/** @param pages all customers; purchases later than `asOfDay` are left out. */
export async function fitWorkspace(pages: Pages, asOfDay: number, settings: Settings): Promise<WorkspaceFit> {
  const tally = new CellTally()
  const repeaters: Repeater[] = []
  let customerCount = 0
  let repeatPurchases = 0
  for await (const page of pages) {
    for (const { days } of page) add(days)
  }
  const cells = tally.toCells()
  const { params, logLikelihood, converged } = fit(cells)
  const typicalIntervalDays = medianInterval(repeaters)
  const means = meansOf(repeaters, params, typicalIntervalDays ?? settings.usualIntervalDays, settings)
  return {
    fit: { asOfDay, params, customers: customerCount, repeatPurchases, typicalIntervalDays, ...means },
    logLikelihood,
    cells,
    converged,
  }

  function add(customer: FittedCustomer): void {
    const known = knownOn(customer, asOfDay)
    if (!known) return
    customerCount += 1
    repeatPurchases += known.counts.x
    tally.add(known.counts)
    if (known.counts.x > 0) repeaters.push(known)
  }
}

/** A customer as known on a day. */
export interface KnownOn {
  lastDay: number
  /** Pauses taken out: in days, in the model's weeks, and the median of the gaps (null below two of them). */
  counts: DayCounts
  recency: Recency
  interval: number | null
}

/** Null where they had not bought by then. */
export function knownOn({ purchases, pauses }: FittedCustomer, day: number): KnownOn | null {
  const days = purchases && daysUntil(purchases, day)
  if (!days) return null
  const gaps = gapsWithoutPauses(days, pauses)
  const x = gaps.length
  const lastDay = days.gaps.reduce((at, gap) => at + gap, days.firstDay)
  const activeDays = gaps.reduce((sum, gap) => sum + gap, 0)
  const observedDays = activeDays + silentDays(lastDay, day, pauses)
  return {
    lastDay,
    counts: { x, lastDay: activeDays, days: observedDays },
    recency: { x, tx: activeDays / daysPerWeek, T: observedDays / daysPerWeek },
    interval: medianGap(gaps),
  }
}

/** How much a change of the typical interval, and of the log-likelihood, makes a new fit worth having. */
const leastChange = { logLikelihood: 1, typicalInterval: 0.02 }

/** Does a new fit say anything that the old one does not? Judged on the customers the new one was made of. */
export function isWorthKeeping(
  { fit, logLikelihood, cells }: WorkspaceFit,
  before: Pick<Fit, 'params' | 'typicalIntervalDays'>,
): boolean {
  const gain = logLikelihood - logLikelihoodOf(before.params, cells)
  if (gain > leastChange.logLikelihood) return true
  const [now, then] = [fit.typicalIntervalDays, before.typicalIntervalDays]
  if (now === null || then === null) return now !== then
  return Math.abs(now - then) > leastChange.typicalInterval * then
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
