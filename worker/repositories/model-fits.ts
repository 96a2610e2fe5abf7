// model_fit: the risk model's parameters at a moment, one row a fit.

import * as z from 'zod/mini'
import type { Settings } from '../../shared/settings.ts'
import type { Env } from '../env.ts'
import type { Fit, Rollup } from '../metrics/metric.ts'
import { remembering } from '../remembering.ts'
import type { Recalibration } from '../risk-model/recalibrate.ts'
import type { RuleFit } from '../rule.ts'

/** A fit `f` as one JSON array; read with `fitOf`. */
export const fitJson = `json_array(f.as_of_day, f.params, f.customers, f.repeat_purchases, f.typical_interval_days,
        f.mean_alive, f.mean_pace, f.rollup, f.recalibration)`

export const statements = {
  // ?2 [[the columns in their order], ...]
  add: `
    INSERT INTO model_fit (workspace_id, recorded_at, as_of_day, model, params, log_likelihood, customers,
      repeat_purchases, cells, typical_interval_days, mean_alive, mean_pace, rollup, recalibration, horizon)
    SELECT ?1, ?3, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12
    FROM json_each(?2) WHERE true
    ON CONFLICT (workspace_id, as_of_day, recorded_at) DO NOTHING`,
  // The newest of each day.
  all: `
    SELECT ${fitJson} AS fit, max(f.recorded_at) FROM model_fit f WHERE f.workspace_id = ?1
    GROUP BY f.as_of_day ORDER BY f.as_of_day`,
  horizon: `
    SELECT f.horizon FROM model_fit f WHERE f.workspace_id = ?1 AND f.as_of_day = ?2
    ORDER BY f.recorded_at DESC LIMIT 1`,
}

/** A fit as look-ups read it: an array in this order. */
const fitRow = z.tuple([
  z.number(),
  z.string(),
  z.number(),
  z.number(),
  z.nullable(z.number()),
  z.nullable(z.number()),
  z.nullable(z.number()),
  z.nullable(z.string()),
  z.nullable(z.string()),
])

const paramsRow = z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() })

/** The fit of a row's JSON; null where there is none. */
export function fitOf(json: string | null): Fit | null {
  return json === null ? null : rememberedFit(json)
}

const rememberedFit = remembering(json => fromRow(JSON.parse(json)))

/** Several fits, in their order. */
export const fitsOf = remembering((json): readonly Fit[] =>
  z.parse(z.array(z.unknown()), JSON.parse(json)).map(fromRow),
)

function fromRow(row: unknown): Fit {
  const [asOfDay, params, customers, repeatPurchases, typicalIntervalDays, meanAlive, meanPace, ...rest] =
    z.parse(fitRow, row)
  const [rollup, recalibration] = rest
  return {
    asOfDay,
    params: z.parse(paramsRow, JSON.parse(params)),
    customers,
    repeatPurchases,
    typicalIntervalDays,
    meanAlive,
    meanPace,
    rollup: rollup === null ? null : (JSON.parse(rollup) as Rollup),
    recalibration: recalibration === null ? null : (JSON.parse(recalibration) as Recalibration),
  }
}

/** What the rule needs of a fit, in force from its own day on. @param adoptedDay the local day of today. */
export function ruleFitOf(fit: Fit, adoptedDay: number): RuleFit {
  const { asOfDay, params, typicalIntervalDays, customers, repeatPurchases } = fit
  return { fromDay: asOfDay, adoptedDay, asOfDay, params, typicalIntervalDays, customers, repeatPurchases }
}

/** The newest fit of each day, ascending. */
export async function readFits(db: Env['DB'], workspaceId: string): Promise<Fit[]> {
  const { results } = await db.prepare(statements.all).bind(workspaceId).all<{ fit: string }>()
  return results.flatMap(({ fit }) => fitOf(fit) ?? [])
}

/** Does the newest fit of a day look as far ahead as the settings say? Not known of fits of former versions. */
export async function isFitOfHorizon(
  db: Env['DB'],
  workspaceId: string,
  asOfDay: number,
  { horizon }: Settings,
): Promise<boolean> {
  const stored = await db.prepare(statements.horizon).bind(workspaceId, asOfDay).first<string>('horizon')
  return stored === JSON.stringify(horizon)
}

export interface NewFit extends Fit {
  model: string
  logLikelihood: number
  cells: number
  /** How far ahead its means and its recalibration look. */
  horizon: Settings['horizon']
}

/** Stores fits; a later one of the same day counts instead of it. */
export function addFits(
  db: Env['DB'],
  workspaceId: string,
  fits: readonly NewFit[],
  recordedAt: number,
): D1PreparedStatement {
  const rows = fits.map(fit => [
    fit.asOfDay,
    fit.model,
    JSON.stringify(fit.params),
    fit.logLikelihood,
    fit.customers,
    fit.repeatPurchases,
    fit.cells,
    fit.typicalIntervalDays,
    fit.meanAlive,
    fit.meanPace,
    fit.rollup && JSON.stringify(fit.rollup),
    fit.recalibration && JSON.stringify(fit.recalibration),
    JSON.stringify(fit.horizon),
  ])
  return db.prepare(statements.add).bind(workspaceId, JSON.stringify(rows), recordedAt)
}
