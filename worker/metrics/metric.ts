// The contract of a metric: words and a pure function. The snapshot carries the words, so that an installed
// extension shows a new metric without a release.

import type { Locale } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Fact } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import type { Params } from '../risk-model/mbg-nbd.ts'
import type { Recalibration } from '../risk-model/recalibrate.ts'

/** What the workspace's customers spend and how often, as of a fit: what ranks one of them. */
export interface Rollup {
  /** Revenue of 12 months from which a customer is class A and B; below B they are C. Null where nobody spent. */
  classes: { a: number; b: number } | null
  /** RFM: the inclusive lower bounds of the quintiles 2 to 5: recency in days, purchase days, money in minor units. */
  rfm: { recency: readonly number[]; frequency: readonly number[]; money: readonly number[] }
  /** Mean of the customers' own mean purchases, in minor units, and how many customers that is of. */
  meanPurchaseMinor: number
  customers: number
}

/** The risk model's parameters at a moment, with what the workspace's customers looked like then. */
export interface Fit {
  asOfDay: number
  params: Params
  customers: number
  repeatPurchases: number
  /** Null while no customer has two gaps. */
  typicalIntervalDays: number | null
  /** Means over the customers with a repeat purchase; null while there are none. */
  meanAlive: number | null
  meanPace: number | null
  /** Null in fits of moments from before anybody asked. */
  rollup: Rollup | null
  /** Null where the workspace's own outcomes say nothing better. */
  recalibration: Recalibration | null
}

/** The moment a snapshot is taken for, and the rule it is taken under. */
export interface Moment {
  /** Epoch milliseconds. */
  at: number
  /** The same as a local day number. */
  today: number
  timeZone: string
  currency: string
  locale: Locale
  settings: Settings
  fit: Fit | null
}

export interface Metric {
  id: string
  /** The figure in words with its meaning; null where it would only repeat another line. */
  fact(history: History, moment: Moment): Fact | null
}
