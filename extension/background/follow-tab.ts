// Side panels and sidebars show whatever page the active tab shows.

import { browser } from 'wxt/browser'
import type { ToPage } from '../messages.ts'
import { showNow } from './answer-questions.ts'
import { addPanel, followers } from './panels.ts'
import { type PageKey, readTabQuestion } from './questions.ts'

/** Tabs change faster than they answer: only the newest look at them counts. */
let newest = 0

/** Points every following panel at the active tab's page; where that has none, at no customer. */
export async function followActiveTab(clock: () => number): Promise<void> {
  if (followers().length === 0) return
  newest += 1
  const look = newest
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  const key = tab?.id === undefined ? null : await pageIn(tab.id)
  if (look !== newest) return
  for (const port of followers()) {
    addPanel(port, key, true)
    if (!key) port.postMessage({ say: 'state', state: { question: 0, view: { is: 'no-customer' } } })
  }
  if (key) await showNow(key, clock)
}

/** The page that asked the tab's latest question, unless the tab has left it for a page that asks none. */
async function pageIn(tabId: number): Promise<PageKey | null> {
  const question = await readTabQuestion(tabId)
  if (!question) return null
  const message: ToPage = { name: 'are-you-there', page: question.page }
  const isThere = await browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(nobodyThere)
  return isThere === true ? { tabId, page: question.page } : null
}

function nobodyThere(): null {
  return null
}
