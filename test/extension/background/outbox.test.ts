import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase } from '../../../extension/background/database.ts'
import {
  discardIrritant,
  isAnythingWaiting,
  keepIrritant,
  makeDue,
  pauseMs,
  pendingOf,
  sendDue,
  type Tried,
} from '../../../extension/background/outbox.ts'
import { endSession, revokeSession, saveSession } from '../../../extension/background/session.ts'
import { findAnswer, keepAnswer } from '../../../extension/background/snapshot-cache.ts'
import { FakeWorker } from './fake-worker.ts'
import { now, session, snapshotOf, useFreshDatabase } from './kept.ts'

useFreshDatabase()

let worker: FakeWorker
let settled: Tried[]

beforeEach(async () => {
  worker = new FakeWorker()
  vi.stubGlobal('fetch', worker.fetch)
  settled = []
  await saveSession(session)
})
afterEach(() => vi.unstubAllGlobals())

function irritant(key: string, at = now) {
  return { key, customerId: 'cus-anna', category: 'slow-answers', note: 'Waited a week.', at }
}

async function send(at = now): Promise<number | null> {
  return await sendDue(
    () => at,
    async done => {
      settled.push(done)
    },
  )
}

test('what was logged is sent once, with its key, its moment and its note', async () => {
  await keepIrritant(irritant('key-00000001'), now)
  expect(await send()).toBeNull()
  expect(worker.asked).toEqual([
    {
      path: '/v1/customers/cus-anna/irritants',
      key: 'key-00000001',
      body: { category: 'slow-answers', note: 'Waited a week.', at: '2026-11-23T12:00:00.000Z' },
    },
  ])
  expect(settled).toEqual([{ customerId: 'cus-anna', state: 'sent' }])
  await send()
  expect(worker.asked).toHaveLength(1)
})

test('said twice with one key it is kept once', async () => {
  await Promise.all([
    keepIrritant(irritant('key-00000001'), now),
    keepIrritant(irritant('key-00000001'), now),
  ])
  expect(await pendingOf(session, 'cus-anna')).toHaveLength(1)
})

test('a worker killed while sending sends again with the same key, and the Worker writes once', async () => {
  await keepIrritant(irritant('key-00000001'), now)
  worker.gate = new Promise(() => {})
  void send()
  await vi.waitFor(() => expect(worker.asked).toHaveLength(1))
  await closeDatabase()
  worker.gate = Promise.resolve()
  await send()
  expect(worker.asked.map(({ key }) => key)).toEqual(['key-00000001', 'key-00000001'])
  expect(worker.written.size).toBe(1)
})

test('a confirmed irritant stands in the kept snapshot when it leaves the outbox', async () => {
  const match = { by: 'email' as const, evidence: 'anna@example.com', others: [] }
  await keepAnswer(session, 'anna', { match, snapshot: snapshotOf('cus-anna'), fetchedAt: now })
  await keepIrritant(irritant('key-00000001'), now)
  await send()
  expect((await findAnswer(session, 'anna', now))?.snapshot.irritants[0]?.id).toBe('key-00000001')
  expect(await pendingOf(session, 'cus-anna')).toEqual([])
})

describe('what cannot be sent', () => {
  test.each(['offline', 'failing'] as const)(
    'while %s waits and is sent when that is over',
    async trouble => {
      worker.trouble = trouble
      await keepIrritant(irritant('key-00000001'), now)
      const dueAt = await send()
      expect(dueAt).toBeGreaterThan(now)
      expect(await pendingOf(session, 'cus-anna')).toMatchObject([{ state: 'delayed' }])
      worker.trouble = 'none'
      expect(await send(now + 1)).toBe(dueAt)
      expect(await send(dueAt ?? 0)).toBeNull()
      expect(worker.written.size).toBe(1)
    },
  )

  test('waits no longer once the network is back', async () => {
    worker.trouble = 'offline'
    await keepIrritant(irritant('key-00000001'), now)
    await send()
    worker.trouble = 'none'
    await makeDue(now + 1)
    expect(await send(now + 1)).toBeNull()
  })

  test('for ever is kept for the member, who can discard it', async () => {
    worker.trouble = 'refusing'
    await keepIrritant(irritant('key-00000001'), now)
    expect(await send()).toBeNull()
    expect(settled).toEqual([{ customerId: 'cus-anna', state: 'refused' }])
    expect(await pendingOf(session, 'cus-anna')).toMatchObject([{ state: 'refused' }])
    expect(await isAnythingWaiting()).toBe(false)
    expect(await discardIrritant('key-00000001')).toBe('cus-anna')
    expect(await pendingOf(session, 'cus-anna')).toEqual([])
  })

  test('by a revoked token waits for the next session of the same workspace', async () => {
    worker.trouble = 'revoked'
    await keepIrritant(irritant('key-00000001'), now)
    await send()
    expect(settled).toEqual([{ customerId: 'cus-anna', state: 'revoked' }])
    worker.trouble = 'none'
    await saveSession({ ...session, token: 'hf_north_newer' })
    await send()
    expect(worker.written.size).toBe(1)
  })

  test('is not sent to another workspace, nor shown there', async () => {
    await keepIrritant(irritant('key-00000001'), now)
    const south = { ...session, workspace: 'south' }
    await saveSession(south)
    expect(await send()).toBeNull()
    expect(await pendingOf(south, 'cus-anna')).toEqual([])
    expect(worker.asked).toHaveLength(0)
  })
})

test('logged after a revocation it still belongs to the workspace; after a sign-out to none', async () => {
  await revokeSession(session)
  expect(await keepIrritant(irritant('key-00000001'), now)).toBe(true)
  await endSession()
  expect(await keepIrritant(irritant('key-00000002'), now)).toBe(false)
})

test('a trouble stops the others, a refusal does not', async () => {
  for (const n of [1, 2, 3]) await keepIrritant(irritant(`key-0000000${n}`, now + n), now)
  worker.trouble = 'offline'
  await send()
  expect(worker.asked).toHaveLength(1)
  worker.trouble = 'refusing'
  await makeDue(now)
  await send()
  expect(settled.map(({ state }) => state)).toEqual(['delayed', 'refused', 'refused', 'refused'])
})

test('pauses double from two seconds to five minutes, spread by half', () => {
  expect([1, 2, 3, 20].map(tries => pauseMs(tries, 0.5))).toEqual([2000, 4000, 8000, 300_000])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, chance) => {
        const pause = pauseMs(tries, chance)
        expect(pause).toBeGreaterThanOrEqual(1500)
        expect(pause).toBeLessThanOrEqual(375_000)
      },
    ),
  )
})
