// Who is signed in where. Whoever leaves (sign-out, revocation, another workspace) takes the cached persons
// along in the same transaction. Asks no Worker: connect.ts does.

import type { IDBPTransaction } from 'idb'
import type { Stored, StoredSession } from '../stored.ts'
import { database } from './database.ts'

export type Session = Extract<StoredSession, { token: string }>

type Wiping = IDBPTransaction<Stored, ('session' | 'snapshots' | 'answers')[], 'readwrite'>

/** @returns null where nobody ever connected or the member signed out. */
export async function readSession(): Promise<StoredSession | null> {
  return (await (await database()).get('session', 'current')) ?? null
}

/** The session to ask the Worker with, or null where there is none. */
export async function signedIn(): Promise<Session | null> {
  const session = await readSession()
  return session && 'token' in session ? session : null
}

/** Workspaces of two Workers may share a name, so cached persons and the outbox are kept under both. */
export function workspaceOf(session: StoredSession): string {
  return `${session.origin} ${session.workspace}`
}

export async function saveSession(session: Session): Promise<void> {
  const change = await startChange()
  const before = await change.objectStore('session').get('current')
  const same = before && workspaceOf(before) === workspaceOf(session)
  if (!same) await wipePersons(change)
  await change.objectStore('session').put(session, 'current')
  await change.done
}

export async function endSession(): Promise<void> {
  const change = await startChange()
  await wipePersons(change)
  await change.objectStore('session').delete('current')
  await change.done
}

/** The Worker refused this session's token. A session begun in the meantime is left alone. */
export async function revokeSession(session: Session): Promise<void> {
  const { origin, workspace } = session
  const change = await startChange()
  const current = await change.objectStore('session').get('current')
  if (current && 'token' in current && current.token === session.token) {
    await wipePersons(change)
    await change.objectStore('session').put({ origin, workspace, revoked: true }, 'current')
  }
  await change.done
}

async function startChange(): Promise<Wiping> {
  return (await database()).transaction(['session', 'snapshots', 'answers'], 'readwrite')
}

async function wipePersons(change: Wiping): Promise<void> {
  await Promise.all([change.objectStore('snapshots').clear(), change.objectStore('answers').clear()])
}
