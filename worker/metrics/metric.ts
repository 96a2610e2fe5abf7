// The contract of a metric: words and a pure function. The snapshot carries the words, so that an installed
// extension shows a new metric without a release.

import type { Locale } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Fact } from '../../shared/snapshot.ts'
import type { Rhythm } from '../rhythm.ts'
import type { Params } from '../risk-model/mbg-nbd.ts'

/** One answer to "how likely are you to recommend us?"; moments in epoch milliseconds. */
export interface Response {
  id: string
  at: number
  score: number
  comment: string | null
  touchpoint: string | null
  followedUpAt: number | null
}

/** One occurrence of an irritant. */
export interface Irritant {
  id: string
  at: number
  category: string
  note: string | null
  solvedAt: number | null
}

/** The facts of one customer up to the moment, oldest first. */
export interface History {
  /** Null for someone who never bought. */
  rhythm: Rhythm | null
  responses: readonly Response[]
  irritants: readonly Irritant[]
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
}

/** The moment a snapshot is taken for, and the rule it is taken under. */
export interface Moment {
  /** Epoch milliseconds. */
  at: number
  /** The same as a local day number. */
  today: number
  timeZone: string
  locale: Locale
  settings: Settings
  fit: Fit | null
}

export interface Metric {
  id: string
  /** The figure in words with its meaning; null where it would only repeat another line. */
  fact(history: History, moment: Moment): Fact | null
}
