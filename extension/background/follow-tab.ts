// Side panels and popups show whatever page the active tab shows.

import { browser } from 'wxt/browser'
import { showNow } from './answer-questions.ts'
import { addPanel, followers } from './panels.ts'
import { readTabQuestion } from './questions.ts'

/** Points every following panel at the active tab's page; where that has none, at no customer. */
export async function followActiveTab(clock: () => number): Promise<void> {
  if (followers().length === 0) return
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  const question = tab?.id === undefined ? null : await readTabQuestion(tab.id)
  const key = question && { tabId: question.tabId, page: question.page }
  for (const port of followers()) {
    addPanel(port, key, true)
    if (!key) port.postMessage({ say: 'state', state: { question: 0, view: { is: 'no-customer' } } })
  }
  if (key) await showNow(key, clock)
}
