// What a workspace can set about its figures, with the defaults and the source of each.

import * as z from 'zod/mini'

const days = z.number().check(z.gte(1), z.lte(3650))
const logOdds = z.number().check(z.gte(-5), z.lte(5))
const share = z.number().check(z.gte(0), z.lte(1))
const multiple = z.number().check(z.gt(0), z.lte(100))
const scoreEdge = z.int().check(z.gte(1), z.lte(99))
const offer = z.string().check(z.trim(), z.maxLength(500))

export const rulePresets = ['contract', 'retail', 'model', 'own'] as const
export type RulePreset = (typeof rulePresets)[number]

export const settingsSchema = z.object({
  /**
   * When silence becomes `late` and `lost`: multiples of the interval, which the presets `contract` and `retail` fix;
   * under `model` the probability of no purchase within one and two intervals instead. `provisional` until an admin
   * picks.
   */
  rule: z.object({
    preset: z.enum(rulePresets),
    late: multiple,
    lost: multiple,
    provisional: z.boolean(),
  }),
  /** Under the preset `model`: P0 over one interval makes late, over two lost. */
  model: z.object({ late: share, lost: share }),
  /** Stands in for the typical interval before the first fit. */
  usualIntervalDays: days,
  /** The score from which each band starts; below `watch` the risk is low. */
  bands: z.object({ watch: scoreEdge, high: scoreEdge, veryHigh: scoreEdge }),
  /** How far ahead the risk looks: so many own intervals kept between two bounds, or so many days for everybody. */
  horizon: z.object({ intervals: multiple, leastDays: days, mostDays: days, fixedDays: z.nullable(days) }),
  /** What people told us, in log-odds of not buying again. */
  voice: z.object({
    unansweredDetractor: logOdds,
    answeredDetractor: logOdds,
    promoter: logOdds,
    openIrritant: logOdds,
    firstRepeat: logOdds,
    furtherRepeat: logOdds,
    brokenPromise: logOdds,
    waitingBeyondUsual: logOdds,
    contactsHalved: logOdds,
    tooMuchSelling: logOdds,
    fragile: logOdds,
  }),
  /** What people told us counts half after so many days. */
  halfLifeDays: days,
  /** Working days within which any answer is followed up, thanks for a 9 or 10 included. */
  followUpWorkingDays: days,
  /** Below these the model says no percentage. */
  leastForModel: z.object({
    customers: z.int().check(z.gte(1), z.lte(1_000_000)),
    repeatPurchases: z.int().check(z.gte(1), z.lte(1_000_000)),
  }),
  /** More than this share of the contacts of so many days is too much selling. */
  selling: z.object({ mostShare: share, days }),
  /** Hours within which we usually answer, until the customer's own answers tell. */
  usualAnswerHours: z.number().check(z.gt(0), z.lte(1000)),
  /** Classes by revenue of 12 months: the cumulative share up to which a customer is A, and B. */
  classes: z.object({ a: share, b: share }),
  /** Classes by regularity: the largest coefficient of variation of the own gaps for X, and for Y. */
  regularity: z.object({ x: z.number().check(z.gt(0)), y: z.number().check(z.gt(0)) }),
  /** What a member may offer alone to a customer of each class, in the workspace's own words; '' is nothing. */
  mayOffer: z.object({ a: offer, b: offer, c: offer }),
  /** An irritant is systemic when so many customers hit it within so many days. */
  systemic: z.object({ customers: z.int().check(z.gte(2), z.lte(10_000)), days }),
  /** How many customers are key customers. */
  keyCustomers: z.int().check(z.gte(1), z.lte(1000)),
})

export type Settings = z.infer<typeof settingsSchema>

/** What the presets fix, in multiples of the interval. */
export const presetMultiples = {
  contract: { late: 1, lost: 4 / 3 },
  retail: { late: 1.5, lost: 3 },
} as const

export const defaultSettings: Settings = {
  rule: { preset: 'retail', ...presetMultiples.retail, provisional: true },
  model: { late: 0.75, lost: 0.9 },
  usualIntervalDays: 90,
  bands: { watch: 40, high: 75, veryHigh: 90 },
  horizon: { intervals: 2, leastDays: 28, mostDays: 364, fixedDays: null },
  voice: {
    unansweredDetractor: 0.8,
    answeredDetractor: 0.3,
    promoter: -0.4,
    openIrritant: 0.3,
    firstRepeat: 0.1,
    furtherRepeat: 0.5,
    brokenPromise: 0.6,
    waitingBeyondUsual: 0.3,
    contactsHalved: 0.3,
    tooMuchSelling: 0.2,
    fragile: 0.5,
  },
  halfLifeDays: 180,
  followUpWorkingDays: 2,
  leastForModel: { customers: 30, repeatPurchases: 10 },
  selling: { mostShare: 0.2, days: 90 },
  usualAnswerHours: 24,
  classes: { a: 0.8, b: 0.95 },
  regularity: { x: 0.5, y: 1 },
  mayOffer: { a: '', b: '', c: '' },
  systemic: { customers: 3, days: 90 },
  keyCustomers: 30,
}
