// What is known of one customer up to a moment: the facts that the metrics are computed from.

import type {
  BandId,
  Channel,
  Direction,
  GestureKind,
  PersonRole,
  PreferenceKind,
  Purpose,
  ReasonClass,
} from '../shared/snapshot.ts'
import type { Rhythm } from './rhythm.ts'
import type { Standing } from './standing.ts'

/** One answer to "how likely are you to recommend us?"; moments in epoch milliseconds. */
export interface Response {
  id: string
  at: number
  score: number
  comment: string | null
  touchpoint: string | null
  followedUpAt: number | null
  /** A colleague's guess: kept, never counted. */
  isGuessed: boolean
  /** The main reason they gave. */
  reason: string | null
  personId: string | null
}

/** One occurrence of an irritant. */
export interface Irritant {
  id: string
  at: number
  category: string
  note: string | null
  solvedAt: number | null
  personId: string | null
}

/** One of the people of a company customer. */
export interface Person {
  id: string
  name: string
  role: PersonRole
}

/** One touch between us and the customer. */
export interface Contact {
  id: string
  at: number
  channel: Channel
  direction: Direction
  purpose: Purpose
  note: string | null
  personId: string | null
  author: { id: string; name: string } | null
  /** "I'm on it": up to this local day, that day included. */
  onItUntilDay: number | null
}

/** How they want to be treated. `value`: a channel, hours like `09:00-12:00`, a weekday 1-7, a language, or their own words. */
export interface Preference {
  id: string
  at: number
  kind: PreferenceKind
  value: string
  personId: string | null
}

/** What we told them we would do. */
export interface Promised {
  id: string
  at: number
  what: string
  /** Local day numbers; the first is as promised at first, where the date was moved. */
  dueDay: number
  firstDueDay: number
  keptAt: number | null
  apologisedAt: number | null
  author: { id: string; name: string } | null
}

/** What we gave to make good or to thank. */
export interface Gesture {
  id: string
  at: number
  kind: GestureKind
  what: string
  costMinor: number | null
  currency: string | null
  /** That local day included; null: once only, nothing runs on. */
  validUntilDay: number | null
}

/** Silence that is excused, both days included; null: nobody knows until when. */
export interface Pause {
  id: string
  fromDay: number
  untilDay: number | null
  reason: string
}

export interface Visit {
  id: string
  day: number
  questions: readonly string[]
  doneAt: number | null
  note: string | null
}

export interface Departure {
  id: string
  at: number
  day: number
  reasonClass: ReasonClass
  /** A reason of shared/departure-reasons.ts or the member's own words: as they said, and as it turned out. */
  stated: string
  confirmed: string | null
  /** Since when the cause no longer exists here. */
  fixedAt: number | null
  note: string | null
}

/** The effort to return a customer, with its steps, oldest first. */
export interface WinBack {
  id: string
  at: number
  note: string | null
  closedAt: number | null
  outcome: 'returned' | 'gave_up' | null
  steps: readonly {
    id: string
    at: number
    channel: Channel
    what: string
    costMinor: number | null
    currency: string | null
    outcome: string | null
  }[]
}

/** "Keep an eye": a member's own band for a while, that local day included. */
export interface Override {
  id: string
  at: number
  band: BandId
  reason: string
  untilDay: number
  author: { id: string; name: string } | null
}

/** Money in the workspace's currency; refunds reduce it. */
export interface Money {
  totalMinor: number
  /** Purchases in that currency, refunds aside. */
  purchases: number
  /** `[day, minor]` of the year up to the last purchase and of everything since, ascending. */
  byDay: readonly (readonly [number, number])[]
}

/** The facts of one customer up to the moment, each list oldest first. */
export interface History {
  /** Null for someone who never bought. */
  rhythm: Rhythm | null
  standing: Standing
  /** Of nothing on badges, which show none. */
  money: Money | null
  responses: readonly Response[]
  irritants: readonly Irritant[]
  people: readonly Person[]
  /** Of the last year. */
  contacts: readonly Contact[]
  preferences: readonly Preference[]
  promises: readonly Promised[]
  gestures: readonly Gesture[]
  /** Those not over yet, and those since the last purchase. */
  pauses: readonly Pause[]
  visits: readonly Visit[]
  departures: readonly Departure[]
  winBacks: readonly WinBack[]
  overrides: readonly Override[]
}
