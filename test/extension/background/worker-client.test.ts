import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  askHealth,
  askLookups,
  patienceMs,
  sendIrritant,
} from '../../../extension/background/worker-client.ts'
import { mail, session, snapshotOf } from './kept.ts'

const request = { lookups: [{ identities: [mail('anna@example.com')] }], locale: 'en' as const }
const match = { by: 'email', evidence: 'anna@example.com', others: [] }
const answer = { match, snapshot: snapshotOf('cus-1') }
const fetching = vi.fn<typeof fetch>()

beforeEach(() => vi.stubGlobal('fetch', fetching))
afterEach(() => {
  vi.unstubAllGlobals()
  fetching.mockReset()
})

function replies(status: number, body: unknown): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  fetching.mockImplementation(async () => new Response(text, { status }))
}

function failure(code: string): unknown {
  return { error: { code, message: 'No.', requestId: 'r1' } }
}

describe('a look-up', () => {
  test('asks the Worker by the contract, with the token', async () => {
    replies(200, { answers: [answer] })
    const outcome = await askLookups(session, request)
    expect(outcome).toMatchObject({ answer: [{ snapshot: { customer: { id: 'cus-1' } } }] })
    const [address, init] = fetching.mock.calls[0] ?? []
    expect(address).toBe('https://api.example.com/v1/lookups')
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'manual' })
    expect(init?.headers).toMatchObject({ authorization: 'Bearer hf_north_secret' })
    expect(JSON.parse(String(init?.body))).toEqual({ ...request, view: 'panel' })
  })

  test('drops what only a newer Worker knows', async () => {
    replies(200, { answers: [{ ...answer, mood: 'new' }], page: 2 })
    const outcome = await askLookups(session, request)
    expect('answer' in outcome && outcome.answer[0]).not.toHaveProperty('mood')
  })
})

describe('what a member can do something about', () => {
  test.each([
    ['a sign-in page instead of an answer', 200, '<html>Welcome to our network</html>', 'not-holdfast'],
    ['JSON of somebody else', 200, { hello: 'world' }, 'not-holdfast'],
    ['fewer answers than questions', 200, { answers: [] }, 'not-holdfast'],
    ["a proxy's own 401", 401, '<html>Proxy sign-in</html>', 'not-holdfast'],
    ["somebody else's 404", 404, { detail: 'Not Found' }, 'not-holdfast'],
    ['a fault of the Worker', 500, failure('internal'), 'failing'],
    ['an error page in front of it', 522, '<html>522</html>', 'failing'],
    ['too many requests', 429, failure('busy'), 'failing'],
    ['a request still in flight', 409, failure('in_flight'), 'failing'],
  ])('%s', async (_name, status, body, trouble) => {
    replies(status, body)
    expect(await askLookups(session, request)).toEqual({ trouble })
  })

  test('a redirect is followed by no token', async () => {
    fetching.mockResolvedValue(Response.error())
    expect(await askLookups(session, request)).toEqual({ trouble: 'not-holdfast' })
  })

  test('no network', async () => {
    fetching.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await askLookups(session, request)).toEqual({ trouble: 'offline' })
  })

  test('no answer in ten seconds, its body included', async () => {
    const given: AbortSignal[] = []
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
    fetching.mockImplementation(async (_address, init) => {
      if (init?.signal) given.push(init.signal)
      throw init?.signal?.reason
    })
    expect(await askLookups(session, request)).toEqual({ trouble: 'slow' })
    expect(timeout).toHaveBeenCalledWith(patienceMs)
    expect(given[0]?.aborted).toBe(true)
    timeout.mockRestore()
  })

  test('an answer in a form that only a newer extension reads', async () => {
    fetching.mockImplementation(async address =>
      String(address).endsWith('/v1/health')
        ? Response.json({ ok: true, contract: 2 })
        : Response.json({ answers: [{ persons: [] }] }),
    )
    expect(await askLookups(session, request)).toEqual({ trouble: 'too-old' })
  })
})

test('the Worker no longer knows the token', async () => {
  replies(401, failure('unauthenticated'))
  expect(await askLookups(session, request)).toEqual({ revoked: true })
})

test('a request that was given up is no trouble', async () => {
  fetching.mockImplementation(async (_address, init) => {
    throw init?.signal?.reason
  })
  await expect(askLookups(session, request, AbortSignal.abort())).rejects.toThrow()
})

describe('an irritant', () => {
  const irritant = {
    key: 'key-00000001',
    customerId: 'cus/1',
    body: { category: 'slow-answers', at: '2026-11-23T12:00:00.000Z' },
  }

  test('is sent with its key, about a customer whose id may hold anything', async () => {
    const [group] = snapshotOf('cus-1').irritants
    replies(201, { irritant: group })
    expect(await sendIrritant(session, irritant)).toEqual({ answer: group })
    const [address, init] = fetching.mock.calls[0] ?? []
    expect(address).toBe('https://api.example.com/v1/customers/cus%2F1/irritants')
    expect(init?.headers).toMatchObject({ 'idempotency-key': 'key-00000001' })
  })

  test.each(['invalid', 'not_found', 'forbidden', 'key_reused', 'too_large'])(
    'that is answered %s will never be taken',
    async code => {
      replies(422, failure(code))
      expect(await sendIrritant(session, irritant)).toEqual({ refused: code })
    },
  )
})

test('health asks nothing twice where even that is no health', async () => {
  replies(200, 'OK')
  expect(await askHealth(session)).toEqual({ trouble: 'not-holdfast' })
  expect(fetching).toHaveBeenCalledTimes(1)
})
