// The content script's whole life in one document: takes over from an older instance, watches, reports readings,
// keeps the panel mounted, and leaves the page as it was when told to or when the extension was replaced.

import { browser } from 'wxt/browser'
import type { Adapter } from '../adapters/adapter.ts'
import type { SentReading, ToPage } from '../messages.ts'
import { Refused, send } from '../send-message.ts'
import { findAdapter } from './find-adapter.ts'
import { type MountedPanel, mountPanel } from './mount-panel.ts'
import { watchCustomer } from './watch-customer.ts'

/** Only instances of this very extension share this world; one from before an update has its own. */
const world = globalThis as { holdfastPage?: AbortController }

/** A background that is killed in the middle answers nothing, not even that it failed. */
const patienceMs = 2_000
const firstRetryMs = 200
const longestRetryMs = 5_000

export function startPage(page: Document, adapters: readonly Adapter[]): void {
  world.holdfastPage?.abort()
  const life = new AbortController()
  world.holdfastPage = life
  const run = () =>
    findAdapter(page, adapters, life.signal, adapter => {
      if (!isOrphan()) runPage(page, adapter, life)
    })
  // A page that is only being prepared for a member shows nobody to anyone.
  if ('prerendering' in page && page.prerendering)
    page.addEventListener('prerenderingchange', run, { once: true, signal: life.signal })
  else run()
}

function runPage(page: Document, adapter: Adapter, life: AbortController): void {
  const { signal } = life
  const key = makePageKey()
  const host = adapter.id
  stopWhenReplaced(page, life)
  /** A host that is not enabled, at the origin of one that is: nothing of ours belongs here. */
  const leave = (error: unknown): never => {
    if (error instanceof Refused) life.abort()
    throw error
  }
  const panel = mountPanel(page, {
    signal,
    words: { open: browser.i18n.getMessage('openPanel'), close: browser.i18n.getMessage('closePanel') },
    async issueAddress() {
      const { nonce, collapsed } = await withPatience(send('issue-nonce', { page: key, host })).catch(leave)
      return { address: `${browser.runtime.getURL('/panel.html')}#${nonce}`, collapsed }
    },
    keepCollapsed(collapsed) {
      send('keep-placement', { host, collapsed }).catch(nothingLost)
    },
  })
  let newest = 0
  const onReading = (question: number, reading: SentReading) => {
    if (isOrphan()) return life.abort()
    newest = question
    follow(panel, reading)
    const isNewest = () => newest === question && !signal.aborted
    void report({ page: key, question, host, reading }, isNewest)
  }
  listen(life, key, question => {
    if (question === newest) panel.uncover()
  })
  watchCustomer(page, { adapter, signal, onReading })
}

/** Nobody is visible from the moment the customer may have changed. */
function follow(panel: MountedPanel, reading: SentReading): void {
  if ('settling' in reading) panel.cover()
  else panel.rest('missing' in reading && reading.missing === 'no-customer')
}

type Report = { page: string; question: number; host: string; reading: SentReading }

/** Says a reading until the background took it: it may be killed at any instant. A newer one makes it pointless. */
async function report(reading: Report, isNewest: () => boolean): Promise<void> {
  for (let retryMs = firstRetryMs; isNewest(); retryMs = Math.min(longestRetryMs, retryMs * 2)) {
    try {
      return void (await withPatience(send('reading', reading)))
    } catch {
      await pause(retryMs)
    }
  }
}

async function withPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const tooLate = pause(patienceMs).then(() => Promise.reject(new Error('The background did not answer.')))
  return await Promise.race([answer, tooLate])
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

function listen(life: AbortController, key: string, onShowing: (question: number) => void): void {
  const hear = (message: ToPage, _sender: unknown, reply: (isThere: true) => void) => {
    if (message.name === 'step-aside') life.abort()
    else if (message.page !== key) return
    else if (message.name === 'are-you-there') reply(true)
    else onShowing(message.question)
  }
  browser.runtime.onMessage.addListener(hear)
  life.signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(hear))
}

/** The successor's own mounting, if nothing else, is a change of the page that this notices. */
function stopWhenReplaced(page: Document, life: AbortController): void {
  const observer = new MutationObserver(() => {
    if (isOrphan()) life.abort()
  })
  observer.observe(page, { childList: true })
  observer.observe(page.documentElement, { childList: true })
  life.signal.addEventListener('abort', () => observer.disconnect())
}

/** This extension was updated, disabled or removed, and its scripts stay behind in open pages. */
function isOrphan(): boolean {
  return !browser.runtime?.id
}

/** Readable by nobody but the background; `crypto.randomUUID` is missing on pages without TLS. */
function makePageKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('-')
}

/** How a panel was left is asked for anew at the next load. */
function nothingLost(): void {}
