// What members logged, on its way to the Worker. A row with its idempotency key is committed before anything is
// sent, so that neither a killed worker nor a lost answer loses or doubles it.

import type { PendingIrritant } from '../panel-state.ts'
import type { StoredIrritant } from '../stored.ts'
import { database } from './database.ts'
import { readSession, revokeSession, type Session, signedIn, workspaceOf } from './session.ts'
import { addIrritant } from './snapshot-cache.ts'
import { type Outcome, sendIrritant } from './worker-client.ts'

const firstPauseMs = 2_000
const longestPauseMs = 5 * 60_000

/** Of a row and how many times it was tried: 2 s, 4 s, 8 s ... 5 min, spread by `chance` (0 to 1) over half of it. */
export function pauseMs(tries: number, chance: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)) * (0.75 + chance / 2)
}

/**
 * Keeps an irritant until the Worker has it. Once this resolves, it is safe.
 * @returns false after a sign-out, where there is no workspace it could belong to.
 */
export async function keepIrritant(irritant: Omit<PendingIrritant, 'state'>, now: number): Promise<boolean> {
  const session = await readSession()
  if (!session) return false
  const row: StoredIrritant = {
    ...irritant,
    workspace: workspaceOf(session),
    state: 'waiting',
    tries: 0,
    dueAt: now,
  }
  const change = (await database()).transaction('outbox', 'readwrite', { durability: 'strict' })
  if (!(await change.store.getKey(row.key))) await change.store.add(row)
  await change.done
  return true
}

/** @returns the customer it was about, or null where it is not (or no longer) kept. */
export async function discardIrritant(key: string): Promise<string | null> {
  const change = (await database()).transaction('outbox', 'readwrite')
  const row = await change.store.get(key)
  await change.store.delete(key)
  await change.done
  return row?.customerId ?? null
}

/** What this workspace has logged about a customer and the Worker has not confirmed, oldest first. */
export async function pendingOf(session: Session, customerId: string): Promise<PendingIrritant[]> {
  return (await rowsOf(session))
    .filter(row => row.customerId === customerId)
    .map(({ key, category, note, at, state, tries }) => ({
      key,
      customerId,
      category,
      note,
      at,
      state: state === 'waiting' && tries > 0 ? 'delayed' : state,
    }))
}

/** What became of a row: the Worker has it, will never take it, no longer knows this member, or did not answer. */
export interface Tried {
  customerId: string
  state: 'sent' | 'refused' | 'revoked' | 'delayed'
}

/**
 * Sends what is due, oldest first, and stops at the first trouble: the next would meet it too.
 * @param onTried called after each row that was sent.
 * @returns when to try again (epoch milliseconds), or null where nothing is left.
 */
export async function sendDue(
  clock: () => number,
  onTried: (tried: Tried) => Promise<void>,
): Promise<number | null> {
  const session = await signedIn()
  if (!session) return null
  for (const row of await rowsOf(session)) {
    if (row.state === 'refused' || row.dueAt > clock()) continue
    const body = { category: row.category, at: new Date(row.at).toISOString(), note: row.note ?? undefined }
    const outcome = await sendIrritant(session, { key: row.key, customerId: row.customerId, body })
    const tried = await keepOutcome(session, row, outcome, clock())
    await onTried(tried)
    if (tried.state !== 'sent' && tried.state !== 'refused') break
  }
  const waiting = (await rowsOf(session)).filter(row => row.state === 'waiting')
  return waiting.length > 0 ? Math.min(...waiting.map(row => row.dueAt)) : null
}

export async function isAnythingWaiting(): Promise<boolean> {
  const session = await signedIn()
  return session !== null && (await rowsOf(session)).some(({ state }) => state === 'waiting')
}

/** Everything waiting is due now: the network came back, or the member asked. */
export async function makeDue(now: number): Promise<void> {
  const change = (await database()).transaction('outbox', 'readwrite')
  for (const row of await change.store.getAll()) {
    if (row.dueAt > now) await change.store.put({ ...row, dueAt: now })
  }
  await change.done
}

async function keepOutcome(
  session: Session,
  row: StoredIrritant,
  outcome: Outcome<Parameters<typeof addIrritant>[2]>,
  now: number,
): Promise<Tried> {
  const { key, customerId } = row
  if ('answer' in outcome) {
    await addIrritant(session, customerId, outcome.answer)
    await (await database()).delete('outbox', key)
    return { customerId, state: 'sent' }
  }
  if ('refused' in outcome) {
    await changeRow(key, { state: 'refused' })
    return { customerId, state: 'refused' }
  }
  if ('revoked' in outcome) {
    await revokeSession(session)
    return { customerId, state: 'revoked' }
  }
  const tries = row.tries + 1
  await changeRow(key, { tries, dueAt: now + pauseMs(tries, Math.random()) })
  return { customerId, state: 'delayed' }
}

/** Changes nothing where the row was discarded meanwhile. */
async function changeRow(key: string, change: Partial<StoredIrritant>): Promise<void> {
  const writing = (await database()).transaction('outbox', 'readwrite')
  const row = await writing.store.get(key)
  if (row) await writing.store.put({ ...row, ...change })
  await writing.done
}

/** Rows of other workspaces wait until a member of theirs signs in again. */
async function rowsOf(session: Session): Promise<StoredIrritant[]> {
  const rows = await (await database()).getAll('outbox')
  return rows.filter(row => row.workspace === workspaceOf(session)).sort((one, other) => one.at - other.at)
}
