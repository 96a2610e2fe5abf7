// What each open page's panel shows at this moment, and which of its questions is the newest. Only in memory:
// after the worker was killed it is built anew from the kept questions.

import type { PanelView } from '../panel-state.ts'
import type { PageKey } from './questions.ts'

interface CurrentView {
  key: PageKey
  question: number
  view: PanelView | null
  /** Ends the look-up behind this view. */
  look: AbortController
}

const current = new Map<string, CurrentView>()

/**
 * Begins to answer a question; whatever was under way for the page, or for the page that stood in its tab
 * before, is given up in the same task.
 * @returns the look-up's signal, or null where a newer question is already being answered.
 */
export function begin(key: PageKey, question: number): AbortSignal | null {
  const before = current.get(nameOf(key))
  if (before && before.question > question) return null
  const view = before?.question === question ? before.view : null
  forgetViews(key.tabId)
  const look = new AbortController()
  current.set(nameOf(key), { key, question, view, look })
  return look.signal
}

export function setView(key: PageKey, view: PanelView): void {
  const shown = current.get(nameOf(key))
  if (shown) shown.view = view
}

export function viewOf(key: PageKey): { question: number; view: PanelView } | null {
  const shown = current.get(nameOf(key))
  return shown?.view ? { question: shown.question, view: shown.view } : null
}

/** Every page that shows something now. */
export function allViews(): { key: PageKey; view: PanelView }[] {
  return [...current.values()].flatMap(({ key, view }) => (view ? [{ key, view }] : []))
}

/** A tab was closed or shows another document. */
export function forgetViews(tabId: number): void {
  for (const [name, { key, look }] of current) {
    if (key.tabId !== tabId) continue
    look.abort()
    current.delete(name)
  }
}

function nameOf({ tabId, page }: PageKey): string {
  return `${tabId} ${page}`
}
