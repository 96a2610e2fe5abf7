// The rule under which silences are judged: the workspace's thresholds together with the fits they use, each from
// a day on. Pure.

import * as z from 'zod/mini'
import type { Settings } from '../shared/settings.ts'
import { remembering } from './remembering.ts'
import type { Params } from './risk-model/mbg-nbd.ts'

/** What the thresholds need of a fit, in force from a local day on; null: from the beginning. */
export interface RuleFit {
  fromDay: number | null
  /** The local day on which the rule took it up. */
  adoptedDay: number
  asOfDay: number
  params: Params
  typicalIntervalDays: number | null
  customers: number
  repeatPurchases: number
}

export interface Rule {
  settings: Settings
  /** Ascending; the first is in force from the beginning. */
  fits: readonly RuleFit[]
}

/** A stretch of days with what a silence is judged by in it: before `untilDay`, or from then on for ever. */
export interface Regime {
  fromDay: number | null
  untilDay: number | null
  typicalIntervalDays: number
  /** Null where the thresholds are multiples of the interval. */
  params: Params | null
}

const fitsSchema = z.array(
  z.object({
    fromDay: z.nullable(z.number()),
    adoptedDay: z.number(),
    asOfDay: z.number(),
    params: z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() }),
    typicalIntervalDays: z.nullable(z.number()),
    customers: z.number(),
    repeatPurchases: z.number(),
  }),
)

/** Of the JSON they are kept as. */
export const ruleFitsOf = remembering((json): readonly RuleFit[] => z.parse(fitsSchema, JSON.parse(json)))

/** How silences are judged over time, one regime a fit; before the first fit by the settings alone. */
export function regimesOf({ settings, fits }: Rule): Regime[] {
  const { preset } = settings.rule
  if (fits.length === 0) {
    return [{ fromDay: null, untilDay: null, typicalIntervalDays: settings.usualIntervalDays, params: null }]
  }
  return fits.map((fit, index) => ({
    fromDay: index === 0 ? null : fit.fromDay,
    untilDay: fits[index + 1]?.fromDay ?? null,
    typicalIntervalDays: fit.typicalIntervalDays ?? settings.usualIntervalDays,
    params: preset === 'model' && carriesPercentage(fit, settings) ? fit.params : null,
  }))
}

/** Is the fit of enough customers to say percentages with? */
export function carriesPercentage(
  { customers, repeatPurchases }: Pick<RuleFit, 'customers' | 'repeatPurchases'>,
  { leastForModel }: Pick<Settings, 'leastForModel'>,
): boolean {
  return customers >= leastForModel.customers && repeatPurchases >= leastForModel.repeatPurchases
}

/** Are silences judged alike under both, so that standings need not be made anew? */
export function judgesAlike(one: Rule, other: Rule): boolean {
  return JSON.stringify(judgingParts(one)) === JSON.stringify(judgingParts(other))
}

function judgingParts({ settings, fits }: Rule): unknown {
  const { preset, late, lost } = settings.rule
  const { model, usualIntervalDays, leastForModel } = settings
  return [late, lost, preset === 'model' && [model, leastForModel], usualIntervalDays, fits]
}
