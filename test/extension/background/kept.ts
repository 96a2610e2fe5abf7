// A fresh IndexedDB for each test of the background, and values to put into it.

import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach } from 'vitest'
import { closeDatabase } from '../../../extension/background/database.ts'
import type { Session } from '../../../extension/background/session.ts'
import type { Snapshot } from '../../../shared/snapshot.ts'
import { angry } from '../panel/example-states.ts'

export const session: Session = {
  origin: 'https://api.example.com',
  token: 'hf_north_secret',
  workspace: 'north',
  role: 'agent',
}

/** Monday, 23 November 2026, noon UTC. */
export const now = Date.UTC(2026, 10, 23, 12)

export function snapshotOf(id: string): Snapshot {
  const snapshot = angry('en')
  return { ...snapshot, customer: { ...snapshot.customer, id } }
}

export function useFreshDatabase(): void {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })
  afterEach(closeDatabase)
}

export function mail(value: string): { kind: 'email'; value: string } {
  return { kind: 'email', value }
}
