// model_fit: the risk model's parameters at a moment, one row a fit.

import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import type { Fit } from '../metrics/metric.ts'

export const statements = {
  add: `
    INSERT INTO model_fit (workspace_id, as_of_day, recorded_at, model, params, log_likelihood, customers,
      repeat_purchases, cells, typical_interval_days, mean_alive, mean_pace)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (workspace_id, as_of_day, recorded_at) DO NOTHING`,
}

/** A fit as the look-up reads it: an array in this order. */
const fitRow = z.tuple([
  z.number(),
  z.string(),
  z.number(),
  z.number(),
  z.nullable(z.number()),
  z.nullable(z.number()),
  z.nullable(z.number()),
])

const paramsRow = z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() })

/** The fit of a row's JSON; null where there is none. */
export function fitOf(json: string | null): Fit | null {
  return json === null ? null : fromRow(JSON.parse(json))
}

/** Several fits, in their order. */
export function fitsOf(json: string): Fit[] {
  return z.parse(z.array(z.unknown()), JSON.parse(json)).map(fromRow)
}

function fromRow(row: unknown): Fit {
  const [asOfDay, params, customers, repeatPurchases, typicalIntervalDays, meanAlive, meanPace] = z.parse(
    fitRow,
    row,
  )
  return {
    asOfDay,
    params: z.parse(paramsRow, JSON.parse(params)),
    customers,
    repeatPurchases,
    typicalIntervalDays,
    meanAlive,
    meanPace,
  }
}

export interface NewFit extends Fit {
  model: string
  logLikelihood: number
  cells: number
}

/** Stores a fit; a later one of the same day counts instead of it. */
export function addFit(
  db: Env['DB'],
  workspaceId: string,
  fit: NewFit,
  recordedAt: number,
): D1PreparedStatement {
  return db
    .prepare(statements.add)
    .bind(
      workspaceId,
      fit.asOfDay,
      recordedAt,
      fit.model,
      JSON.stringify(fit.params),
      fit.logLikelihood,
      fit.customers,
      fit.repeatPurchases,
      fit.cells,
      fit.typicalIntervalDays,
      fit.meanAlive,
      fit.meanPace,
    )
}
