// One panel's port: lets it in (by nonce, ticket, or as an extension page of its own), then does what it says,
// one word after the other.

import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import type { FromPanel, ToPage } from '../messages.ts'
import { chooseCandidate, refresh, showNow, showPending } from './answer-questions.ts'
import { followActiveTab } from './follow-tab.ts'
import { panelShape } from './message-shapes.ts'
import { discardIrritant, keepIrritant } from './outbox.ts'
import { addPanel, type PanelPort, pageOf, removePanel } from './panels.ts'
import { admit, type Pass, readmit } from './passes.ts'
import { readPreferences } from './preferences.ts'
import type { PageKey } from './questions.ts'
import { sendOutbox } from './send-outbox.ts'
import type { Speaker } from './speaker.ts'

type FirstWord = Extract<FromPanel, { say: 'open' | 'resume' | 'follow' }>
type LaterWord = Exclude<FromPanel, FirstWord>

export interface ServedPanel {
  /** Words are done in the order they came; a fault closes the port, and the panel opens it again. */
  hear(message: unknown): Promise<void>
  leave(): void
}

export function servePanel(port: PanelPort, speaker: Speaker, clock: () => number): ServedPanel {
  let isOpen = true
  let isIn = false
  let turn: Promise<void> = Promise.resolve()

  async function answer(message: unknown): Promise<void> {
    const parsed = z.safeParse(panelShape, message)
    if (!isOpen || !parsed.success) return
    const word = parsed.data
    if (isFirst(word)) {
      if (!isIn) isIn = await letIn(port, speaker, word, clock, () => isOpen)
    } else if (isIn) await doWord(port, word, clock)
  }

  return {
    hear(message) {
      turn = turn.then(() => answer(message))
      return turn
    },
    leave() {
      isOpen = false
      removePanel(port)
    },
  }
}

function isFirst(word: FromPanel): word is FirstWord {
  return word.say === 'open' || word.say === 'resume' || word.say === 'follow'
}

async function letIn(
  port: PanelPort,
  speaker: Speaker,
  word: FirstWord,
  clock: () => number,
  isOpen: () => boolean,
): Promise<boolean> {
  const isFollowing = word.say === 'follow'
  if (isFollowing && speaker.is !== 'extension-page') return refuse(port)
  const pass = isFollowing ? null : await passOf(speaker, word, clock())
  const preferences = await readPreferences()
  if (!isOpen()) return false
  if (!pass && !isFollowing) return refuse(port)
  addPanel(port, pass?.key ?? null, isFollowing)
  if (pass) port.postMessage({ say: 'opened', ticket: pass.ticket })
  port.postMessage({ say: 'preferences', preferences })
  await (pass ? showNow(pass.key, clock) : followActiveTab(clock))
  return true
}

async function passOf(
  { is, tabId, document }: Speaker,
  word: Exclude<FirstWord, { say: 'follow' }>,
  now: number,
): Promise<Pass | null> {
  if (is !== 'frame' || tabId === null) return null
  const frame = { tabId, document }
  return word.say === 'open' ? await admit(frame, word.nonce, now) : await readmit(frame, word.ticket, now)
}

function refuse(port: PanelPort): false {
  port.postMessage({ say: 'refused' })
  return false
}

async function doWord(port: PanelPort, word: LaterWord, clock: () => number): Promise<void> {
  const key = pageOf(port)
  switch (word.say) {
    case 'shown':
      return key ? await tellPage(key, word.question) : undefined
    case 'choose':
      return key ? await chooseCandidate(key, word.question, word.customerId, clock) : undefined
    case 'refresh':
      return key ? await refresh(key, clock) : undefined
    case 'log-irritant':
      return await logIrritant(port, word, clock)
    case 'discard':
      return await discard(word.key)
    case 'open-options':
      return await browser.runtime.openOptionsPage()
  }
}

async function logIrritant(
  port: PanelPort,
  { key, customerId, category, note, at }: Extract<LaterWord, { say: 'log-irritant' }>,
  clock: () => number,
): Promise<void> {
  if (!(await keepIrritant({ key, customerId, category, note, at }, clock()))) return
  port.postMessage({ say: 'kept', key })
  await showPending(customerId)
  void sendOutbox(clock)
}

async function discard(key: string): Promise<void> {
  const customerId = await discardIrritant(key)
  if (customerId) await showPending(customerId)
}

async function tellPage({ tabId, page }: PageKey, question: number): Promise<void> {
  const message: ToPage = { name: 'panel-showing', page, question }
  await browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(pageIsGone)
}

/** The page was left while its panel was being painted: there is nothing to uncover. */
function pageIsGone(): void {}
