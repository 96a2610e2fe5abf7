import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerMessage } from '../../../extension/background/answer-message.ts'
import { database } from '../../../extension/background/database.ts'
import { readQuestion } from '../../../extension/background/questions.ts'
import { readSession, saveSession } from '../../../extension/background/session.ts'
import type { Speaker } from '../../../extension/background/speaker.ts'
import { type MessageName, type Sender, senders } from '../../../extension/messages.ts'
import type { UnfinishedImport } from '../../../extension/unfinished-import.ts'
import { forgetEverything } from '../fake-browser.ts'
import { FakeWorker } from './fake-worker.ts'
import { mail, now, session, useFreshDatabase } from './kept.ts'

vi.mock('wxt/browser', () => import('../fake-browser.ts'))

useFreshDatabase()
beforeEach(async () => {
  forgetEverything()
  vi.stubGlobal('fetch', new FakeWorker().fetch)
  await (await database()).put('hosts', { id: 'gmail' })
})
afterEach(() => vi.unstubAllGlobals())

const speakers: { [kind in Sender]: Speaker } = {
  page: { is: 'page', tabId: 7, origin: 'https://mail.google.com', document: 'DOC-A' },
  frame: { is: 'frame', tabId: 7, origin: 'chrome-extension://own', document: 'DOC-B' },
  'extension-page': {
    is: 'extension-page',
    tabId: null,
    origin: 'chrome-extension://own',
    document: 'DOC-C',
  },
}

const unfinished: UnfinishedImport = {
  fingerprint: 'file-one',
  importId: 'import-1',
  choices: {
    kind: 'purchases',
    encoding: 'utf-8',
    separator: ',',
    columns: { email: 0, date: 1, amount: 2 },
    rules: { dateOrder: 'ymd', decimal: 'point', currency: 'EUR' },
    source: 'shop',
  },
  confirmed: 5000,
  counts: { accepted: 4990, duplicates: 8, otherCurrency: 0 },
  refused: [{ line: 17, code: 'ambiguous_customer' }],
}
const reading = { found: [mail('anna@example.com')], rules: ['sender-2026-07'] }
/** A message of each name that its own sender may say. */
const requests: { [name in MessageName]: unknown } = {
  'issue-nonce': { page: 'page-one', host: 'gmail' },
  'keep-placement': { host: 'gmail', collapsed: true },
  reading: { page: 'page-one', question: 1, host: 'gmail', reading },
  connection: {},
  connect: { address: 'not an address', token: 'x' },
  disconnect: {},
  hosts: {},
  'enable-host': { id: 'gmail' },
  'disable-host': { id: 'gmail' },
  preferences: {},
  'keep-preferences': { language: 'lt', theme: 'dark' },
  'import-part': {
    importId: 'import-1',
    kind: 'purchases',
    source: 'shop',
    fileName: 'orders.csv',
    into: { origin: session.origin, workspace: session.workspace },
    csv: 'email,date,amount\n',
  },
  imports: {},
  'undo-import': { id: 'import-1' },
  'fit-model': {},
  'unfinished-import': { fingerprint: 'file-one' },
  'keep-import': unfinished,
  'forget-import': { fingerprint: 'file-one' },
}
const names = Object.keys(requests) as MessageName[]

function say(name: string, request: unknown, speaker: Speaker | null) {
  return answerMessage({ name, request }, speaker, () => now)
}

describe.each(names)('%s', name => {
  test.each(Object.values(speakers))('from a $is is answered only where it is listed', async speaker => {
    const reply = await say(name, requests[name], speaker)
    const isListed = senders[name].includes(speaker.is)
    expect('answer' in reply, `${name} from ${speaker.is}`).toBe(isListed)
  })

  test('from nobody known is refused', async () => {
    expect(await say(name, requests[name], null)).toEqual({ refused: true })
  })

  test('in another shape is refused', async () => {
    const speaker = Object.values(speakers).find(({ is }) => senders[name].includes(is)) ?? null
    for (const request of [null, 'text', [], 7]) {
      expect(await say(name, request, speaker)).toEqual({ refused: true })
    }
  })
})

test.each(['', 'constructor', '__proto__', 'toString', 'panel-showing', 'storage'])(
  'a message named "%s" is refused',
  async name => {
    for (const speaker of Object.values(speakers)) {
      expect(await say(name, {}, speaker)).toEqual({ refused: true })
    }
  },
)

test('a message that is none is refused', async () => {
  for (const message of [null, undefined, 'hosts', 7, [], {}]) {
    expect(await answerMessage(message, speakers['extension-page'], () => now)).toEqual({ refused: true })
  }
})

describe('a page', () => {
  test.each([
    'https://evil.example',
    'http://mail.google.com',
    'https://mail.google.com.evil.example',
    'https://evil-mail.google.com',
  ])('at %s cannot speak as Gmail', async origin => {
    const speaker = { ...speakers.page, origin }
    expect(await say('reading', requests.reading, speaker)).toEqual({ refused: true })
    expect(await say('issue-nonce', requests['issue-nonce'], speaker)).toEqual({ refused: true })
  })

  test('of a host that is not enabled is refused, whatever else runs at its origin', async () => {
    await (await database()).clear('hosts')
    await (await database()).put('hosts', { id: 'demo-crm' })
    expect(await say('issue-nonce', requests['issue-nonce'], speakers.page)).toEqual({ refused: true })
    expect(await say('reading', requests.reading, speakers.page)).toEqual({ refused: true })
  })

  test('that says too much is not listened to', async () => {
    const many = Array.from({ length: 21 }, (_, n) => mail(`p${n}@example.com`))
    const long = [mail(`${'a'.repeat(2000)}@example.com`)]
    for (const found of [many, long]) {
      const request = { page: 'page-one', question: 1, host: 'gmail', reading: { found, rules: [] } }
      expect(await say('reading', request, speakers.page)).toEqual({ refused: true })
    }
  })

  test('has its reading kept under its own tab, whatever it says', async () => {
    await say('reading', { ...Object(requests.reading), tabId: 99, chosen: 'cus-1' }, speakers.page)
    expect(await readQuestion({ tabId: 7, page: 'page-one' })).toMatchObject({ reading, chosen: null })
    expect(await readQuestion({ tabId: 99, page: 'page-one' })).toBeNull()
  })

  test('finds its panel as it was left', async () => {
    await say('keep-placement', { host: 'gmail', collapsed: true }, speakers.page)
    expect(await say('issue-nonce', requests['issue-nonce'], speakers.page)).toMatchObject({
      answer: { collapsed: true },
    })
  })
})

test('signing out forgets the token', async () => {
  await saveSession(session)
  await say('disconnect', {}, speakers['extension-page'])
  expect(await readSession()).toBeNull()
})
