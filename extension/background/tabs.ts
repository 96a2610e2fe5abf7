// What is kept about open tabs goes with them: their questions, tickets and nonces.

import { database } from './database.ts'

export async function forgetTab(tabId: number): Promise<void> {
  const change = (await database()).transaction(['questions', 'tickets'], 'readwrite')
  for (const store of [change.objectStore('questions'), change.objectStore('tickets')] as const) {
    for (const key of await store.index('tab').getAllKeys(tabId)) await store.delete(key as never)
  }
  await change.done
}

/** The browser numbers its tabs anew at each start. */
export async function forgetAllTabs(): Promise<void> {
  const change = (await database()).transaction(['questions', 'tickets', 'nonces'], 'readwrite')
  await Promise.all([
    change.objectStore('questions').clear(),
    change.objectStore('tickets').clear(),
    change.objectStore('nonces').clear(),
  ])
  await change.done
}
