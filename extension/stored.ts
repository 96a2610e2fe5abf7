// Every value the extension keeps, declared once. It lives in the extension's own IndexedDB, which no content
// script can read; `storage.local`, which they can, holds nothing.

import type { DBSchema, IDBPDatabase } from 'idb'
import type { Match, Snapshot } from '../shared/snapshot.ts'
import type { SentReading } from './messages.ts'
import type { PendingIrritant } from './panel-state.ts'
import type { Preferences } from './preferences.ts'
import type { UnfinishedImport } from './unfinished-import.ts'

/** Who is signed in where; after a revocation only that it happened. */
export type StoredSession =
  | { origin: string; token: string; workspace: string; role: string }
  | { origin: string; workspace: string; revoked: true }

/** The latest question of one document and what was read for it. */
export interface StoredQuestion {
  tabId: number
  /** The content script's own key of its document. */
  page: string
  question: number
  /** The adapter's id. */
  host: string
  reading: SentReading
  /** Of several candidates, the one the member chose. */
  chosen: string | null
  at: number
}

/** A nonce for one load of one frame in one tab. */
export interface StoredNonce {
  nonce: string
  tabId: number
  page: string
  issuedAt: number
  /** The frame's document that used it; nobody else may afterwards. */
  usedBy: string | null
}

/** What a frame shows instead of its nonce when it reopens its port. */
export interface StoredTicket {
  ticket: string
  tabId: number
  page: string
  /** The frame's document it was given to. */
  document: string
  issuedAt: number
}

export interface StoredSnapshot {
  workspace: string
  customerId: string
  snapshot: Snapshot
  /** When the Worker made it, epoch milliseconds. */
  fetchedAt: number
}

/** What was asked (identities and choice) and whom it led to. */
export interface StoredAnswer {
  workspace: string
  asked: string
  customerId: string
  match: Match
  fetchedAt: number
}

/** A logged irritant on its way to the Worker, written before it is first sent. */
export interface StoredIrritant extends PendingIrritant {
  /** Whether it was tried in vain is told by `tries`. */
  state: 'waiting' | 'refused'
  workspace: string
  tries: number
  /** Not to be sent before, epoch milliseconds. */
  dueAt: number
}

export interface StoredImport extends UnfinishedImport {
  workspace: string
}

export interface StoredHost {
  id: string
  /** Asked of the browser at this moment (epoch milliseconds) and not granted yet. */
  wishedAt?: number
}

export interface Stored extends DBSchema {
  /** One entry under `current`. */
  session: { key: 'current'; value: StoredSession }
  /** The adapters the member enabled, by their ids. */
  hosts: { key: string; value: StoredHost }
  placements: { key: string; value: { host: string; collapsed: boolean } }
  questions: { key: [tabId: number, page: string]; value: StoredQuestion; indexes: { tab: number } }
  nonces: { key: string; value: StoredNonce }
  tickets: { key: string; value: StoredTicket; indexes: { tab: number } }
  snapshots: {
    key: [workspace: string, customerId: string]
    value: StoredSnapshot
    indexes: { age: number }
  }
  answers: { key: [workspace: string, asked: string]; value: StoredAnswer; indexes: { age: number } }
  outbox: { key: string; value: StoredIrritant }
  /** One entry under `current`. */
  preferences: { key: 'current'; value: Preferences }
  imports: { key: [workspace: string, fingerprint: string]; value: StoredImport }
}

export const storedName = 'holdfast'
export const storedVersion = 2

/** Adds the stores of every version since `oldVersion` (0: none yet); drops nothing. */
export function makeStores(database: IDBPDatabase<Stored>, oldVersion: number): void {
  if (oldVersion < 1) makeFirstStores(database)
  if (oldVersion < 2) {
    database.createObjectStore('preferences')
    database.createObjectStore('imports', { keyPath: ['workspace', 'fingerprint'] })
  }
}

function makeFirstStores(database: IDBPDatabase<Stored>): void {
  database.createObjectStore('session')
  database.createObjectStore('hosts', { keyPath: 'id' })
  database.createObjectStore('placements', { keyPath: 'host' })
  database.createObjectStore('questions', { keyPath: ['tabId', 'page'] }).createIndex('tab', 'tabId')
  database.createObjectStore('nonces', { keyPath: 'nonce' })
  database.createObjectStore('tickets', { keyPath: 'ticket' }).createIndex('tab', 'tabId')
  database
    .createObjectStore('snapshots', { keyPath: ['workspace', 'customerId'] })
    .createIndex('age', 'fetchedAt')
  database.createObjectStore('answers', { keyPath: ['workspace', 'asked'] }).createIndex('age', 'fetchedAt')
  database.createObjectStore('outbox', { keyPath: 'key' })
}
