// What a workspace can set about its figures, with the defaults and the source of each.

import * as z from 'zod/mini'

const days = z.number().check(z.gte(1), z.lte(3650))
const logOdds = z.number().check(z.gte(-5), z.lte(5))

export const rulePresets = ['contract', 'retail', 'model', 'own'] as const

export const settingsSchema = z.object({
  /** When silence becomes `late` and `lost`, in multiples of the interval. `provisional` until an admin picks. */
  rule: z.object({
    preset: z.enum(rulePresets),
    late: z.number().check(z.gt(0), z.lte(100)),
    lost: z.number().check(z.gt(0), z.lte(100)),
    provisional: z.boolean(),
  }),
  /** Stands in for the typical interval before the first fit. */
  usualIntervalDays: days,
  /** The score from which each band starts; below `watch` the risk is low. */
  bands: z.object({ watch: z.number(), high: z.number(), veryHigh: z.number() }),
  /** How far ahead the risk looks: so many own intervals, kept between two bounds. */
  horizon: z.object({ intervals: z.number(), leastDays: days, mostDays: days }),
  /** What people told us, in log-odds of not buying again. */
  voice: z.object({
    unansweredDetractor: logOdds,
    answeredDetractor: logOdds,
    promoter: logOdds,
    openIrritant: logOdds,
    firstRepeat: logOdds,
    furtherRepeat: logOdds,
  }),
  /** What people told us counts half after so many days. */
  halfLifeDays: days,
  /** Working days within which an answer of 8 or less is followed up. */
  followUpWorkingDays: days,
  /** Below these the model says no percentage. */
  leastForModel: z.object({ customers: z.number(), repeatPurchases: z.number() }),
})

export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  rule: { preset: 'retail', late: 1.5, lost: 3, provisional: true },
  usualIntervalDays: 90,
  bands: { watch: 40, high: 75, veryHigh: 90 },
  horizon: { intervals: 2, leastDays: 28, mostDays: 364 },
  voice: {
    unansweredDetractor: 0.8,
    answeredDetractor: 0.3,
    promoter: -0.4,
    openIrritant: 0.3,
    firstRepeat: 0.1,
    furtherRepeat: 0.5,
  },
  halfLifeDays: 180,
  followUpWorkingDays: 2,
  leastForModel: { customers: 30, repeatPurchases: 10 },
}
