import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect, readConnection } from '../../../extension/background/connect.ts'
import { endSession } from '../../../extension/background/session.ts'
import { useFreshDatabase } from './kept.ts'

useFreshDatabase()

const fetching = vi.fn<typeof fetch>()
const yes = async () => true

beforeEach(() => {
  vi.stubGlobal('fetch', fetching)
  fetching.mockImplementation(async () =>
    Response.json({ ok: true, contract: 1, workspace: 'north', role: 'agent' }),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  fetching.mockReset()
})

test('a good address and token are kept', async () => {
  const connection = { origin: 'https://api.example.com', workspace: 'north', role: 'agent' }
  expect(await connect(' api.example.com/docs ', ' hf_north_secret\n', yes)).toEqual(connection)
  expect(await readConnection()).toEqual(connection)
  await endSession()
  expect(await readConnection()).toBeNull()
})

test.each([
  ['not an address', 'hf_x', 'not-an-address'],
  ['http://api.example.com', 'hf_x', 'not-an-address'],
  ['https://name:secret@api.example.com', 'hf_x', 'not-an-address'],
  ['javascript:alert(1)', 'hf_x', 'not-an-address'],
  ['api.example.com', '', 'wrong-token'],
  ['api.example.com', 'two words', 'wrong-token'],
  ['api.example.com', 'hf_ключ', 'wrong-token'],
])('%s with the token "%s" is refused without asking anybody', async (address, token, failed) => {
  expect(await connect(address, token, yes)).toEqual({ failed })
  expect(fetching).not.toHaveBeenCalled()
})

test('nobody is asked without permission', async () => {
  expect(await connect('api.example.com', 'hf_x', async () => false)).toEqual({ failed: 'no-permission' })
  expect(fetching).not.toHaveBeenCalled()
})

test.each([
  [
    'a token the Worker does not know',
    { error: { code: 'unauthenticated', message: '', requestId: '' } },
    401,
  ],
  ['a Worker that knows nobody by it', { ok: true, contract: 1 }, 200],
])('%s is a wrong token', async (_name, body, status) => {
  fetching.mockImplementation(async () => Response.json(body, { status }))
  expect(await connect('api.example.com', 'hf_x', yes)).toEqual({ failed: 'wrong-token' })
  expect(await readConnection()).toBeNull()
})

test('a newer contract asks for a newer extension', async () => {
  fetching.mockImplementation(async () => Response.json({ ok: true, contract: 99 }))
  expect(await connect('api.example.com', 'hf_x', yes)).toEqual({ failed: 'too-old' })
})

test('a Worker without its database is failing', async () => {
  fetching.mockImplementation(async () => Response.json({ ok: false, contract: 1 }))
  expect(await connect('api.example.com', 'hf_x', yes)).toEqual({ failed: 'failing' })
})
