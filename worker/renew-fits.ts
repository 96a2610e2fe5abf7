// The model, fitted anew: as of now, and for a workspace whose first purchases came today as of the month-ends
// before. A fit is kept only where it says something new, and at most weekly.

import type { Settings } from '../shared/settings.ts'
import { lastDaysOfMonths } from '../shared/time.ts'
import { changeFits } from './change-rule.ts'
import type { Env } from './env.ts'
import { fitWorkspace, isWorthKeeping, type WorkspaceFit } from './fit-workspace.ts'
import { readRollup } from './read-rollup.ts'
import { recalibrateWorkspace, type ScoredPage } from './recalibrate-workspace.ts'
import { allCustomers } from './repositories/customers.ts'
import { addFits, isFitOfHorizon, type NewFit, ruleFitOf } from './repositories/model-fits.ts'
import type { StoredRule } from './repositories/rule-versions.ts'

/** Month-ends before today for which a first import is fitted. */
const mostMonths = 24
/** Customers times month-ends that one request fits: a few seconds of its time. */
const mostFitted = 600_000
/**
 * Customers that are kept in memory to be fitted again. Of a larger workspace no month-ends are fitted, and these
 * first ones in the order of their ids, which are random, stand for all in its recalibration.
 */
const mostRemembered = 100_000
const leastDaysBetween = 7

export interface RenewedFit {
  fit: WorkspaceFit
  /** False where the fit in force looks as far ahead, and says as much already or is younger than a week. */
  isKept: boolean
}

export interface FittedWorkspace {
  workspaceId: string
  currency: string
  /** The local day number. */
  today: number
}

/** Fits as of today, and takes the fit up where it is worth it. */
export async function renewFits(
  db: Env['DB'],
  { workspaceId, currency, today }: FittedWorkspace,
  rule: StoredRule,
  now: number,
): Promise<RenewedFit> {
  const { settings } = rule
  const remembered: ScoredPage[] = []
  const pages = remember(allCustomers(db, workspaceId), remembered)
  const newest = await fitWorkspace(pages, today, settings)
  const isFirst = rule.fits.every(({ adoptedDay }) => adoptedDay === today)
  if (!(await isKept())) return { fit: newest, isKept: false }
  const earlier = isFirst ? await fitMonthEnds(remembered, newest.fit.customers, rule, today) : []
  const rollup = await readRollup(db, workspaceId, { currency, today, settings })
  const recalibration = await recalibrateWorkspace(remembered, newest.fit, settings)
  const fits = [
    ...earlier.map(fit => newFitOf(fit, settings)),
    { ...newFitOf(newest, settings), rollup, recalibration },
  ]
  const added = fits.map(fit => ruleFitOf(fit, today))
  const before = isFirst ? [] : rule.fits.filter(({ asOfDay }) => asOfDay !== today)
  await changeFits(db, workspaceId, [...before, ...added], [addFits(db, workspaceId, fits, now)], now)
  return { fit: newest, isKept: true }

  async function isKept(): Promise<boolean> {
    if (newest.fit.customers === 0 || !newest.converged) return false
    const last = rule.fits.at(-1)
    if (isFirst || !last) return true
    if (!(await isFitOfHorizon(db, workspaceId, last.asOfDay, settings))) return true
    return today - last.adoptedDay >= leastDaysBetween && isWorthKeeping(newest, last)
  }
}

/** Fits as it would have been done on a past day, and keeps it: later questions about that time go by it. */
export async function fitAsOf(
  db: Env['DB'],
  { workspaceId, today }: FittedWorkspace,
  rule: StoredRule,
  asOfDay: number,
  now: number,
): Promise<RenewedFit> {
  const fit = await fitWorkspace(allCustomers(db, workspaceId), asOfDay, rule.settings)
  if (!fit.converged) return { fit, isKept: false }
  const added = newFitOf(fit, rule.settings)
  const store = addFits(db, workspaceId, [added], now)
  if (rule.fits.length > 0) await store.run()
  else await changeFits(db, workspaceId, [ruleFitOf(added, today)], [store], now)
  return { fit, isKept: true }
}

/** Oldest first, those that say something the one before did not. */
async function fitMonthEnds(
  pages: readonly ScoredPage[],
  customers: number,
  { settings }: StoredRule,
  today: number,
): Promise<WorkspaceFit[]> {
  const isWhole = customers <= mostRemembered
  const months = isWhole ? Math.min(mostMonths, Math.floor(mostFitted / customers)) : 0
  const kept: WorkspaceFit[] = []
  for (const day of lastDaysOfMonths(today, months)) {
    const fit = await fitWorkspace(pages, day, settings)
    const before = kept.at(-1)
    if (fit.fit.customers > 0 && fit.converged && (!before || isWorthKeeping(fit, before.fit))) kept.push(fit)
  }
  return kept
}

async function* remember<Page extends ScoredPage>(
  pages: AsyncIterable<Page>,
  remembered: ScoredPage[],
): AsyncGenerator<Page> {
  let customers = 0
  for await (const page of pages) {
    customers += page.length
    if (customers <= mostRemembered) remembered.push(page)
    yield page
  }
}

function newFitOf({ fit, logLikelihood, cells }: WorkspaceFit, { horizon }: Settings): NewFit {
  const complete = { ...fit, rollup: null, recalibration: null }
  return { ...complete, model: 'mbg-nbd', logLikelihood, cells: cells.length, horizon }
}
