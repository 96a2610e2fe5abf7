import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type LookUp, lookUp } from '../../../extension/background/look-up.ts'
import { keepIrritant } from '../../../extension/background/outbox.ts'
import { endSession, readSession, revokeSession, saveSession } from '../../../extension/background/session.ts'
import type { SentReading } from '../../../extension/messages.ts'
import type { PanelView } from '../../../extension/panel-state.ts'
import { FakeWorker } from './fake-worker.ts'
import { mail, now, session, useFreshDatabase } from './kept.ts'

useFreshDatabase()

let worker: FakeWorker
let shown: PanelView[]

beforeEach(async () => {
  worker = new FakeWorker()
  worker.customers.set('anna@example.com', ['cus-anna'])
  worker.customers.set('ben@example.com', ['cus-ben'])
  worker.customers.set('cus-ben', ['cus-ben'])
  vi.stubGlobal('fetch', worker.fetch)
  shown = []
  await saveSession(session)
})
afterEach(() => vi.unstubAllGlobals())

const anna: SentReading = { found: [mail('anna@example.com')], rules: ['sender-2026-11'] }
const annaOrBen: SentReading = { several: [mail('anna@example.com'), mail('ben@example.com')] }

function look(reading: SentReading, change: Partial<LookUp> & { chosen?: string } = {}): Promise<void> {
  const { chosen = null, ...rest } = change
  return lookUp({
    question: { tabId: 7, page: 'page-one', question: 1, host: 'gmail', reading, chosen, at: now },
    readLocale: async () => 'en',
    clock: () => now,
    signal: new AbortController().signal,
    again: false,
    show: view => shown.push(view),
    ...rest,
  })
}

/** `loading`, `customer cus-anna fresh` ... */
function words(): string[] {
  return shown.map(view => {
    if (view.is === 'customer') return `customer ${view.snapshot.customer.id} ${view.freshness}`
    return view.is === 'trouble' ? `trouble ${view.trouble}` : view.is
  })
}

test('an unknown customer is loading, then there', async () => {
  await look(anna)
  expect(words()).toEqual(['loading', 'customer cus-anna fresh'])
  expect(shown[0]).toMatchObject({ evidence: 'anna@example.com' })
})

test('a known customer is there at once and refreshed behind', async () => {
  await look(anna)
  shown = []
  await look(anna, { clock: () => now + 60_000 })
  expect(words()).toEqual(['customer cus-anna refreshing', 'customer cus-anna fresh'])
})

test('a customer looked up a moment ago is not asked for again, unless the member wants it', async () => {
  await look(anna)
  shown = []
  await look(anna, { clock: () => now + 1000 })
  expect(words()).toEqual(['customer cus-anna fresh'])
  await look(anna, { clock: () => now + 1000, again: true })
  expect(worker.asked).toHaveLength(2)
})

test('two panels that ask the same at once make one request', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  worker.gate = promise
  const looking = [look(anna), look(anna)]
  await vi.waitFor(() => expect(words()).toEqual(['loading', 'loading']))
  await vi.waitFor(() => expect(worker.asked).toHaveLength(1))
  resolve()
  await Promise.all(looking)
  expect(worker.asked).toHaveLength(1)
  expect(words().filter(word => word === 'customer cus-anna fresh')).toHaveLength(2)
})

test('a late answer to an older question is shown to nobody', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  worker.gate = promise
  const older = new AbortController()
  const looking = look(anna, { signal: older.signal })
  await vi.waitFor(() => expect(worker.asked).toHaveLength(1))
  older.abort()
  resolve()
  await looking
  expect(words()).toEqual(['loading'])
})

describe('without asking anybody', () => {
  test.each<[string, SentReading, string]>([
    ['a page that settles', { settling: true }, 'settling'],
    ['a page without a customer', { missing: 'no-customer' }, 'no-customer'],
    ['a page that is not understood', { missing: 'not-understood' }, 'not-understood'],
  ])('%s is shown as such', async (_name, reading, is) => {
    await look(reading)
    expect(shown).toMatchObject([{ is }])
    expect(worker.asked).toHaveLength(0)
  })

  test('a page that is not understood names its host', async () => {
    await look({ missing: 'not-understood' })
    expect(shown).toEqual([{ is: 'not-understood', hostName: 'Gmail' }])
  })

  test('a member who never signed in is told so, and one whose token was revoked otherwise', async () => {
    await endSession()
    await look(anna)
    await saveSession(session)
    await revokeSession(session)
    await look(anna)
    expect(shown).toEqual([
      { is: 'signed-out', revoked: false },
      { is: 'signed-out', revoked: true },
    ])
  })
})

test('nobody known under an address is not found', async () => {
  await look({ found: [mail('nobody@example.com')], rules: [] })
  expect(shown.at(-1)).toEqual({ is: 'not-found', evidence: 'nobody@example.com' })
})

describe('of several people', () => {
  test('the member chooses', async () => {
    await look(annaOrBen)
    expect(shown.at(-1)).toMatchObject({
      is: 'several',
      candidates: [{ customerId: 'cus-anna' }, { customerId: 'cus-ben' }],
    })
  })

  test('the chosen one is shown by the address they stood under, and the others can still be chosen', async () => {
    await look(annaOrBen, { chosen: 'cus-ben' })
    expect(shown.at(-1)).toMatchObject({
      is: 'customer',
      snapshot: { customer: { id: 'cus-ben' } },
      match: { by: 'email', evidence: 'ben@example.com', others: [{ customerId: 'cus-anna' }] },
    })
  })

  test('who turns out to be one customer is shown without a question', async () => {
    worker.customers.set('ben@example.com', ['cus-anna'])
    await look(annaOrBen)
    expect(words().at(-1)).toBe('customer cus-anna fresh')
  })

  test('a choice that is gone leads back to the question', async () => {
    await look(annaOrBen, { chosen: 'cus-gone' })
    expect(shown.at(-1)).toMatchObject({ is: 'several' })
  })
})

describe('when the Worker cannot be asked', () => {
  test('the last snapshot stays, with what is wrong', async () => {
    await look(anna)
    worker.trouble = 'offline'
    await look(anna, { clock: () => now + 60_000 })
    expect(words().at(-1)).toBe('customer cus-anna offline')
    expect(shown.at(-1)).toMatchObject({ fetchedAt: now })
  })

  test('and nothing is known, the trouble is all there is', async () => {
    worker.trouble = 'failing'
    await look(anna)
    expect(words()).toEqual(['loading', 'trouble failing'])
  })

  test('a request it refuses is a fault of ours', async () => {
    worker.trouble = 'refusing'
    await look(anna)
    expect(words().at(-1)).toBe('trouble failing')
  })
})

test('a revoked token signs out and takes the persons along', async () => {
  await look(anna)
  worker.trouble = 'revoked'
  await look(anna, { clock: () => now + 60_000 })
  expect(shown.at(-1)).toEqual({ is: 'signed-out', revoked: true })
  expect(await readSession()).toEqual({ origin: session.origin, workspace: 'north', revoked: true })
})

test('what was logged and not confirmed stands beside the snapshot', async () => {
  const irritant = {
    key: 'key-00000001',
    customerId: 'cus-anna',
    category: 'slow-answers',
    note: null,
    at: now,
  }
  await keepIrritant(irritant, now)
  await look(anna)
  expect(shown.at(-1)).toMatchObject({ pending: [{ ...irritant, state: 'waiting' }] })
})
