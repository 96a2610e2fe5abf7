// The last snapshot of each customer, for showing at once and while the Worker cannot be asked. An answer is
// found again only for exactly what was asked, so a cached person never stands in for another.

import type { IrritantGroup, Match, Snapshot } from '../../shared/snapshot.ts'
import { database } from './database.ts'
import { type Session, workspaceOf } from './session.ts'

/** Persons older than this are forgotten, asked for or not. */
export const oldestMs = 7 * 86_400_000
export const mostSnapshots = 500
/** One customer is asked for in several ways: by address, by record, chosen among several. */
const mostAnswers = 4 * mostSnapshots

export interface CachedAnswer {
  match: Match
  snapshot: Snapshot
  fetchedAt: number
}

/** @param asked what was asked, as text: the same text for the same question. */
export async function findAnswer(session: Session, asked: string, now: number): Promise<CachedAnswer | null> {
  const workspace = workspaceOf(session)
  const reading = (await database()).transaction(['answers', 'snapshots'])
  const answer = await reading.objectStore('answers').get([workspace, asked])
  const kept = answer && (await reading.objectStore('snapshots').get([workspace, answer.customerId]))
  if (!kept || kept.fetchedAt < now - oldestMs) return null
  return { match: answer.match, snapshot: kept.snapshot, fetchedAt: kept.fetchedAt }
}

/** Keeps nothing where the session it was asked with has ended meanwhile. */
export async function keepAnswer(session: Session, asked: string, answer: CachedAnswer): Promise<void> {
  const workspace = workspaceOf(session)
  const customerId = answer.snapshot.customer.id
  const { match, snapshot, fetchedAt } = answer
  const change = (await database()).transaction(['session', 'answers', 'snapshots'], 'readwrite')
  const current = await change.objectStore('session').get('current')
  if (current && 'token' in current && current.token === session.token) {
    await change.objectStore('answers').put({ workspace, asked, customerId, match, fetchedAt })
    await change.objectStore('snapshots').put({ workspace, customerId, snapshot, fetchedAt })
  }
  await change.done
  await forgetOld(fetchedAt)
}

/** Puts a confirmed irritant into the kept snapshot, so that it does not blink until the next answer. */
export async function addIrritant(
  session: Session,
  customerId: string,
  irritant: IrritantGroup,
): Promise<void> {
  const change = (await database()).transaction('snapshots', 'readwrite')
  const kept = await change.store.get([workspaceOf(session), customerId])
  if (kept) {
    const others = kept.snapshot.irritants.filter(group => group.category !== irritant.category)
    await change.store.put({ ...kept, snapshot: { ...kept.snapshot, irritants: [irritant, ...others] } })
  }
  await change.done
}

/** Forgets who is too old, and the oldest beyond the limit. */
export async function forgetOld(now: number): Promise<void> {
  const change = (await database()).transaction(['answers', 'snapshots'], 'readwrite')
  await Promise.all([
    trim(change.objectStore('snapshots').index('age'), mostSnapshots, now - oldestMs),
    trim(change.objectStore('answers').index('age'), mostAnswers, now - oldestMs),
  ])
  await change.done
}

interface ByAge {
  count(): Promise<number>
  openCursor(): Promise<Oldest | null>
}
interface Oldest {
  key: number
  delete(): Promise<void>
  continue(): Promise<Oldest | null>
}

/** Oldest first, as the index runs. */
async function trim(byAge: ByAge, most: number, oldestAt: number): Promise<void> {
  let tooMany = (await byAge.count()) - most
  let entry = await byAge.openCursor()
  while (entry && (tooMany > 0 || entry.key < oldestAt)) {
    await entry.delete()
    tooMany -= 1
    entry = await entry.continue()
  }
}
