// The one open connection to what the extension keeps. It is opened when first needed and again after the
// browser closed it; the shapes are in stored.ts.

import { type IDBPDatabase, openDB } from 'idb'
import { makeStores, type Stored, storedName, storedVersion } from '../stored.ts'

let opened: Promise<IDBPDatabase<Stored>> | null = null

export function database(): Promise<IDBPDatabase<Stored>> {
  opened ??= open()
  return opened
}

export async function closeDatabase(): Promise<void> {
  const closing = opened
  opened = null
  ;(await closing)?.close()
}

async function open(): Promise<IDBPDatabase<Stored>> {
  try {
    return await openDB<Stored>(storedName, storedVersion, {
      upgrade: makeStores,
      blocking: () => void closeDatabase(),
      terminated: () => {
        opened = null
      },
    })
  } catch (error) {
    opened = null
    throw error
  }
}
