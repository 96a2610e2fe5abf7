// What a panel is told to show: the whole of it each time, so that a panel that was away misses nothing.
// Made by the background, painted by extension/panel/; holds no functions and nothing of the page itself.

import type { Candidate, Match, Snapshot } from '../shared/snapshot.ts'

/** Why the Worker could not be asked, as far as a member can do something about it. */
export const troubles = [
  /** The network or the Worker cannot be reached. */
  'offline',
  /** No answer within the time a member would wait. */
  'slow',
  /** Something answered, but not Holdfast: a proxy's or an error page. */
  'not-holdfast',
  /** The Worker answered with a failure of its own, or is overloaded. */
  'failing',
  /** This extension is too old for the Worker. */
  'too-old',
] as const
export type Trouble = (typeof troubles)[number]

/** A logged irritant that the Worker has not confirmed yet; kept in the outbox until it has. */
export interface PendingIrritant {
  /** The idempotency key, minted in the panel at the click. */
  key: string
  customerId: string
  category: string
  note: string | null
  /** Epoch milliseconds. */
  at: number
  /** `delayed`: sent at least once without an answer. `refused`: the Worker will never take it; it can be discarded. */
  state: 'waiting' | 'delayed' | 'refused'
}

export type PanelView =
  /** The page is settling after a navigation. */
  | { is: 'settling' }
  /** A customer is on the page, the first answer is on its way. */
  | { is: 'loading'; evidence: string }
  | {
      is: 'customer'
      match: Match
      snapshot: Snapshot
      /** When the Worker made this snapshot, epoch milliseconds. */
      fetchedAt: number
      /** `fresh`: just answered; `refreshing`: shown from the cache while asking; else why it is only the last known. */
      freshness: 'fresh' | 'refreshing' | Trouble
      pending: PendingIrritant[]
    }
  | { is: 'several'; candidates: Candidate[] }
  /** Nobody known under the identities the page shows. */
  | { is: 'not-found'; evidence: string }
  /** This page shows no customer: a list, an own mail, a draft. */
  | { is: 'no-customer' }
  /** The adapter knows the page but found nothing where a customer stands: the host may have changed. */
  | { is: 'not-understood'; hostName: string }
  /** Never connected, signed out, or the token was revoked. */
  | { is: 'signed-out'; revoked: boolean }
  /** The Worker cannot be asked and nothing is cached. */
  | { is: 'trouble'; trouble: Trouble }

export interface PanelState {
  /** Grows with every navigation of the page; answers to older questions are never painted. */
  question: number
  view: PanelView
}
