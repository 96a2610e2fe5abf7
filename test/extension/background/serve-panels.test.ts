import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeReading } from '../../../extension/background/answer-questions.ts'
import { forgetViews } from '../../../extension/background/current-views.ts'
import { closeDatabase } from '../../../extension/background/database.ts'
import { followActiveTab } from '../../../extension/background/follow-tab.ts'
import { isAnythingWaiting } from '../../../extension/background/outbox.ts'
import type { PanelPort } from '../../../extension/background/panels.ts'
import { issueNonce } from '../../../extension/background/passes.ts'
import { type ServedPanel, servePanel } from '../../../extension/background/serve-panels.ts'
import { endSession, saveSession } from '../../../extension/background/session.ts'
import type { Speaker } from '../../../extension/background/speaker.ts'
import type { FromPanel, SentReading, ToPanel } from '../../../extension/messages.ts'
import { browser, forgetEverything, tabs, told } from '../fake-browser.ts'
import { FakeWorker } from './fake-worker.ts'
import { mail, now, session, useFreshDatabase } from './kept.ts'

vi.mock('wxt/browser', () => import('../fake-browser.ts'))

useFreshDatabase()

const key = { tabId: 7, page: 'page-one' }
const frame: Speaker = { is: 'frame', tabId: 7, origin: 'chrome-extension://own', document: 'DOC-A' }
const sidePanel: Speaker = { ...frame, is: 'extension-page', tabId: null }
const anna: SentReading = { found: [mail('anna@example.com')], rules: ['sender-2026-07'] }
const annaOrBen: SentReading = { several: [mail('anna@example.com'), mail('ben@example.com')] }

let worker: FakeWorker
let opened: ServedPanel[]

beforeEach(async () => {
  forgetEverything()
  tabs.push({ id: 7, url: 'https://mail.google.com/mail/u/0/', page: 'page-one' })
  worker = new FakeWorker()
  worker.customers.set('anna@example.com', ['cus-anna'])
  worker.customers.set('ben@example.com', ['cus-ben'])
  worker.customers.set('cus-ben', ['cus-ben'])
  vi.stubGlobal('fetch', worker.fetch)
  opened = []
  await saveSession(session)
})
afterEach(() => {
  for (const panel of opened) panel.leave()
  forgetViews(7)
  vi.unstubAllGlobals()
})

/** A panel's port with everything it was told. */
function open(speaker: Speaker = frame) {
  const heard: ToPanel[] = []
  const port: PanelPort = { postMessage: message => heard.push(structuredClone(message)) }
  const panel = servePanel(port, speaker, () => now)
  opened.push(panel)
  const say = (word: FromPanel) => panel.hear(word)
  return { heard, say, panel, shows: () => shows(heard) }
}

/** `2 customer cus-anna`, of the last state. */
function shows(heard: ToPanel[]): string | null {
  const state = heard.findLast(message => message.say === 'state')?.state
  if (!state) return null
  const who = state.view.is === 'customer' ? ` ${state.view.snapshot.customer.id}` : ''
  return `${state.question} ${state.view.is}${who}`
}

function readOn(question: number, reading: SentReading, page = key.page): Promise<void> {
  return takeReading({ tabId: 7, page, question, host: 'gmail', reading, chosen: null, at: now }, () => now)
}

async function admitted() {
  const panel = open()
  await panel.say({ say: 'open', nonce: await issueNonce(key, now) })
  return panel
}

describe('a panel in a page', () => {
  test('is let in by its nonce and shown what its page shows', async () => {
    await readOn(1, anna)
    const panel = await admitted()
    expect(panel.heard[0]).toMatchObject({ say: 'opened' })
    await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-anna'))
  })

  test('without a good nonce is told nothing but that', async () => {
    await readOn(1, anna)
    const panel = open()
    await panel.say({ say: 'open', nonce: 'deadbeefdeadbeef' })
    await panel.say({ say: 'refresh' })
    await readOn(2, { found: [mail('ben@example.com')], rules: [] })
    expect(panel.heard).toEqual([{ say: 'refused' }])
  })

  test('cannot follow the active tab', async () => {
    await readOn(1, anna)
    const panel = open()
    await panel.say({ say: 'follow' })
    expect(panel.heard).toEqual([{ say: 'refused' }])
  })

  test('that says something before it was let in is not heard', async () => {
    const panel = open()
    await panel.say({
      say: 'log-irritant',
      key: 'key-00000001',
      customerId: 'c',
      category: 'x',
      note: null,
      at: now,
    })
    expect(panel.heard).toEqual([])
    expect(await isAnythingWaiting()).toBe(false)
  })

  test('that says nonsense is not heard', async () => {
    const panel = await admitted()
    const before = panel.heard.length
    for (const word of [null, {}, { say: 'shout' }, { say: 'choose', question: -1 }])
      await panel.panel.hear(word)
    expect(panel.heard).toHaveLength(before)
  })

  test('comes back with its ticket after the worker was killed', async () => {
    await readOn(1, anna)
    const first = await admitted()
    const [word] = first.heard
    const ticket = word?.say === 'opened' ? word.ticket : ''
    first.panel.leave()
    forgetViews(7)
    await closeDatabase()
    const second = open()
    await second.say({ say: 'resume', ticket })
    await vi.waitFor(() => expect(second.shows()).toBe('1 customer cus-anna'))
    const stranger = open({ ...frame, document: 'DOC-B' })
    await stranger.say({ say: 'resume', ticket })
    expect(stranger.heard).toEqual([{ say: 'refused' }])
  })

  test('is told of every new question, and of no other page’s', async () => {
    const panel = await admitted()
    await readOn(1, { settling: true })
    expect(panel.shows()).toBe('1 settling')
    await readOn(1, anna)
    await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-anna'))
    const before = panel.heard.length
    await takeReading(
      { tabId: 8, page: 'page-two', question: 9, host: 'gmail', reading: anna, chosen: null, at: now },
      () => now,
    )
    expect(panel.heard).toHaveLength(before)
  })

  test('never hears a late answer to an older question', async () => {
    const panel = await admitted()
    const { promise, resolve } = Promise.withResolvers<void>()
    worker.gate = promise
    await readOn(1, anna)
    await vi.waitFor(() => expect(worker.asked).toHaveLength(1))
    await readOn(2, { settling: true })
    resolve()
    worker.gate = Promise.resolve()
    await readOn(2, { found: [mail('ben@example.com')], rules: [] })
    await vi.waitFor(() => expect(panel.shows()).toBe('2 customer cus-ben'))
    expect(JSON.stringify(panel.heard)).not.toContain('cus-anna')
  })

  test('is not disturbed by an older reading that arrives late', async () => {
    const panel = await admitted()
    await readOn(2, anna)
    await readOn(1, { found: [mail('ben@example.com')], rules: [] })
    await vi.waitFor(() => expect(panel.shows()).toBe('2 customer cus-anna'))
    expect(JSON.stringify(panel.heard)).not.toContain('ben@example.com')
  })

  test('is a frame of ours: the page itself is refused with the best of nonces', async () => {
    const panel = open({ ...frame, is: 'page', origin: 'https://mail.google.com' })
    await panel.say({ say: 'open', nonce: await issueNonce(key, now) })
    expect(panel.heard).toEqual([{ say: 'refused' }])
  })

  test('tells its page what it has painted', async () => {
    const panel = await admitted()
    await panel.say({ say: 'shown', question: 4 })
    expect(told).toEqual([{ tabId: 7, message: { name: 'panel-showing', page: 'page-one', question: 4 } }])
  })

  test('does not mind that its page is gone', async () => {
    const panel = await admitted()
    tabs.length = 0
    await expect(panel.say({ say: 'shown', question: 4 })).resolves.toBeUndefined()
  })
})

test('of several candidates the chosen one is shown, unless the page moved on', async () => {
  await readOn(1, annaOrBen)
  const panel = await admitted()
  await vi.waitFor(() => expect(panel.shows()).toBe('1 several'))
  await panel.say({ say: 'choose', question: 1, customerId: 'cus-ben' })
  await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-ben'))
  await readOn(2, anna)
  await vi.waitFor(() => expect(panel.shows()).toBe('2 customer cus-anna'))
  await panel.say({ say: 'choose', question: 1, customerId: 'cus-ben' })
  expect(panel.shows()).toBe('2 customer cus-anna')
})

describe('an irritant', () => {
  const word = {
    say: 'log-irritant' as const,
    key: 'key-00000001',
    customerId: 'cus-anna',
    category: 'slow-answers',
    note: null,
    at: now,
  }

  test('is acknowledged once it is kept, pending at once, and sent', async () => {
    await readOn(1, anna)
    const panel = await admitted()
    await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-anna'))
    await panel.say(word)
    expect(panel.heard).toContainEqual({ say: 'kept', key: word.key })
    const pending = panel.heard.filter(
      message =>
        message.say === 'state' &&
        message.state.view.is === 'customer' &&
        message.state.view.pending.length > 0,
    )
    expect(pending.length).toBeGreaterThan(0)
    await vi.waitFor(() => expect(worker.written.has(word.key)).toBe(true))
    await vi.waitFor(async () => expect(await isAnythingWaiting()).toBe(false))
  })

  test('that the Worker refuses is shown as refused until it is discarded', async () => {
    await readOn(1, anna)
    const panel = await admitted()
    await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-anna'))
    worker.trouble = 'refusing'
    await panel.say(word)
    await vi.waitFor(() => expect(JSON.stringify(panel.heard.at(-1))).toContain('"state":"refused"'))
    await panel.say({ say: 'discard', key: word.key })
    expect(JSON.stringify(panel.heard.at(-1))).toContain('"pending":[]')
  })

  test('is not acknowledged where it could not be kept', async () => {
    const panel = await admitted()
    await endSession()
    await panel.say(word)
    expect(panel.heard).not.toContainEqual({ say: 'kept', key: word.key })
  })
})

describe('a side panel', () => {
  test('shows the active tab without a nonce', async () => {
    await readOn(1, anna)
    const panel = open(sidePanel)
    await panel.say({ say: 'follow' })
    await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-anna'))
  })

  test('shows nobody any more once the tab has left the page', async () => {
    await readOn(1, anna)
    const panel = open(sidePanel)
    await panel.say({ say: 'follow' })
    await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-anna'))
    tabs[0] = { id: 7, url: 'https://news.example/' }
    await followActiveTab(() => now)
    expect(panel.shows()).toBe('0 no-customer')
  })

  test('shows the tab that became active last, however late the one before it answers', async () => {
    await readOn(1, anna)
    const panel = open(sidePanel)
    await panel.say({ say: 'follow' })
    await vi.waitFor(() => expect(panel.shows()).toBe('1 customer cus-anna'))
    const late = followActiveTab(() => now)
    tabs.unshift({ id: 8, url: 'https://news.example/' })
    await Promise.all([followActiveTab(() => now), late])
    expect(panel.shows()).toBe('0 no-customer')
  })

  test('beside a page that is no host shows no customer', async () => {
    const panel = open(sidePanel)
    await panel.say({ say: 'follow' })
    expect(panel.shows()).toBe('0 no-customer')
  })

  test('opens the options', async () => {
    const panel = open(sidePanel)
    await panel.say({ say: 'follow' })
    await panel.say({ say: 'open-options' })
    expect(browser.runtime.openOptionsPage).toHaveBeenCalled()
  })
})
