import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { importPart, listImports, takeBackImport } from '../../../extension/background/imports.ts'
import { readSession, saveSession } from '../../../extension/background/session.ts'
import {
  findUnfinished,
  forgetUnfinished,
  keepUnfinished,
} from '../../../extension/background/unfinished-imports.ts'
import type { ImportPart } from '../../../extension/messages.ts'
import type { UnfinishedImport } from '../../../extension/unfinished-import.ts'
import { session, useFreshDatabase } from './kept.ts'

useFreshDatabase()

const fetching = vi.fn<typeof fetch>()
beforeEach(async () => {
  vi.stubGlobal('fetch', fetching)
  await saveSession(session)
})
afterEach(() => {
  vi.unstubAllGlobals()
  fetching.mockReset()
})

const part: ImportPart = {
  importId: 'import-1',
  kind: 'purchases',
  source: 'shop & co',
  fileName: 'Užsakymai.csv',
  into: { origin: session.origin, workspace: session.workspace },
  csv: 'email,date,amount\n',
}
const result = { importId: 'import-1', accepted: 1, duplicates: 0, rejected: [], otherCurrency: 0 }
const refusing = (code: string, status: number) =>
  fetching.mockImplementation(async () =>
    Response.json({ error: { code, message: 'No.', requestId: 'r1' } }, { status }),
  )

describe('a part of a file', () => {
  test('goes to the Worker as it is, under the name of its import, source and file', async () => {
    fetching.mockImplementation(async () => Response.json(result))
    expect(await importPart(part)).toEqual({ answer: result })
    const [address, init] = fetching.mock.calls[0] ?? []
    const { pathname, searchParams } = new URL(String(address))
    expect(pathname).toBe('/v1/imports/purchases')
    expect(Object.fromEntries(searchParams)).toEqual({
      import: 'import-1',
      source: 'shop & co',
      name: 'Užsakymai.csv',
      dateOrder: 'ymd',
      decimal: 'point',
    })
    expect(init).toMatchObject({ method: 'POST', body: part.csv })
    expect(init?.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' })
  })

  test.each([
    { origin: session.origin, workspace: 'south' },
    { origin: 'https://other.example.com', workspace: session.workspace },
  ])('never goes to another workspace than it was begun for: %j', async into => {
    expect(await importPart({ ...part, into })).toEqual({ signedOut: true })
    expect(fetching).not.toHaveBeenCalled()
  })

  test('that the Worker will never take is refused with its reason', async () => {
    refusing('forbidden', 403)
    expect(await importPart(part)).toEqual({ refused: 'forbidden' })
  })

  test('whose token is no longer good ends the session', async () => {
    refusing('unauthenticated', 401)
    expect(await importPart(part)).toEqual({ signedOut: true })
    expect(await readSession()).toMatchObject({ revoked: true })
    fetching.mockClear()
    expect(await listImports()).toEqual({ signedOut: true })
    expect(fetching).not.toHaveBeenCalled()
  })

  test('may be tried again where the network is away', async () => {
    fetching.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await importPart(part)).toEqual({ trouble: 'offline' })
  })
})

test('an import is taken back by its id', async () => {
  fetching.mockImplementation(async () => Response.json({ done: false, left: 12 }))
  expect(await takeBackImport('import/1')).toEqual({ answer: { done: false, left: 12 } })
  expect(fetching.mock.calls[0]?.[0]).toBe('https://api.example.com/v1/imports/import%2F1/undo')
})

describe('an unfinished import', () => {
  const unfinished: UnfinishedImport = {
    fingerprint: 'file-one',
    importId: 'import-1',
    choices: {
      kind: 'responses',
      encoding: 'windows-1257',
      separator: ';',
      columns: { email: 0, date: 1, score: 2 },
      rules: { dateOrder: 'dmy', decimal: 'comma', currency: 'EUR' },
      source: 'survey',
    },
    confirmed: 500,
    counts: { accepted: 499, duplicates: 0, otherCurrency: 0 },
    refused: [{ line: 17, code: 'invalid' }],
  }

  test('is found again by its file, and forgotten once it is done', async () => {
    await keepUnfinished(unfinished)
    await keepUnfinished({ ...unfinished, confirmed: 1500 })
    expect(await findUnfinished('file-one')).toEqual({ ...unfinished, confirmed: 1500 })
    expect(await findUnfinished('file-two')).toBeNull()
    await forgetUnfinished('file-one')
    expect(await findUnfinished('file-one')).toBeNull()
  })

  test('belongs to its workspace', async () => {
    await keepUnfinished(unfinished)
    await saveSession({ ...session, workspace: 'south' })
    expect(await findUnfinished('file-one')).toBeNull()
    await saveSession(session)
    expect(await findUnfinished('file-one')).toEqual(unfinished)
  })
})
