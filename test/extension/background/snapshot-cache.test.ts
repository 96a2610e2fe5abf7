import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../extension/background/database.ts'
import { endSession, revokeSession, saveSession } from '../../../extension/background/session.ts'
import {
  addIrritant,
  findAnswer,
  forgetOld,
  keepAnswer,
  mostSnapshots,
  oldestMs,
} from '../../../extension/background/snapshot-cache.ts'
import { now, session, snapshotOf, useFreshDatabase } from './kept.ts'

useFreshDatabase()
beforeEach(() => saveSession(session))

const match = { by: 'email' as const, evidence: 'anna@example.com', others: [] }

function answerAbout(id: string, fetchedAt = now) {
  return { match, snapshot: snapshotOf(id), fetchedAt }
}

async function personsKept(): Promise<number> {
  const open = await database()
  return (await open.count('snapshots')) + (await open.count('answers'))
}

test('an answer is found again for exactly what was asked', async () => {
  await keepAnswer(session, 'anna', answerAbout('cus-1'))
  expect(await findAnswer(session, 'anna', now)).toMatchObject({ snapshot: { customer: { id: 'cus-1' } } })
  expect(await findAnswer(session, 'ben', now)).toBeNull()
})

test('two ways to ask for one customer share their newest snapshot', async () => {
  await keepAnswer(session, 'by address', answerAbout('cus-1', now))
  await keepAnswer(session, 'by record', answerAbout('cus-1', now + 1000))
  expect(await findAnswer(session, 'by address', now)).toMatchObject({ fetchedAt: now + 1000 })
})

test('a person is forgotten after seven days, asked for or not', async () => {
  await keepAnswer(session, 'anna', answerAbout('cus-1'))
  expect(await findAnswer(session, 'anna', now + oldestMs)).not.toBeNull()
  expect(await findAnswer(session, 'anna', now + oldestMs + 1)).toBeNull()
  await forgetOld(now + oldestMs + 1)
  expect(await personsKept()).toBe(0)
})

test('beyond 500 customers the oldest go first', async () => {
  for (let n = 0; n < mostSnapshots + 3; n++) {
    await keepAnswer(session, `asked ${n}`, answerAbout(`cus-${n}`, now + n))
  }
  expect(await (await database()).count('snapshots')).toBe(mostSnapshots)
  expect(await findAnswer(session, 'asked 2', now)).toBeNull()
  expect(await findAnswer(session, 'asked 3', now)).not.toBeNull()
})

describe('cached persons are gone', () => {
  beforeEach(() => keepAnswer(session, 'anna', answerAbout('cus-1')))

  test('after a sign-out', async () => {
    await endSession()
    expect(await personsKept()).toBe(0)
  })

  test('after a revocation', async () => {
    await revokeSession(session)
    expect(await personsKept()).toBe(0)
  })

  test('after a switch to another workspace, of the same name elsewhere too', async () => {
    await saveSession({ ...session, origin: 'https://other.example.com' })
    expect(await personsKept()).toBe(0)
  })

  test('but not after signing in again to the same workspace', async () => {
    await saveSession({ ...session, token: 'hf_north_newer' })
    expect(await personsKept()).toBe(2)
  })
})

test('an answer that arrives after the session ended is not kept', async () => {
  await endSession()
  await keepAnswer(session, 'anna', answerAbout('cus-1'))
  expect(await personsKept()).toBe(0)
})

test('a revocation of an older token leaves the newer session alone', async () => {
  await saveSession({ ...session, token: 'hf_north_newer' })
  await keepAnswer({ ...session, token: 'hf_north_newer' }, 'anna', answerAbout('cus-1'))
  await revokeSession(session)
  expect(await personsKept()).toBe(2)
})

test('a confirmed irritant stands first in the kept snapshot, once for its category', async () => {
  const before = answerAbout('cus-1')
  const [known] = before.snapshot.irritants
  if (!known) throw new Error('The example has irritants.')
  await keepAnswer(session, 'anna', before)
  await addIrritant(session, 'cus-1', { ...known, count: known.count + 1 })
  const kept = await findAnswer(session, 'anna', now)
  expect(kept?.snapshot.irritants[0]).toMatchObject({ category: known.category, count: known.count + 1 })
  expect(kept?.snapshot.irritants).toHaveLength(before.snapshot.irritants.length)
})
