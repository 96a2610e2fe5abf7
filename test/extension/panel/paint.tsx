// Paints a panel into the document, at the examples' moment, and again after each of its changes.

import { render } from 'preact'
import { act } from 'preact/test-utils'
import { Panel } from '../../../extension/panel/panel.tsx'
import type { PanelConnection } from '../../../extension/panel/panel-connection.ts'
import { ReaderContext, readerOf } from '../../../extension/reader.ts'
import type { Locale } from '../../../shared/locale.ts'
import { exampleNow, exampleTimeZone } from './example-states.ts'

export function paint(panel: PanelConnection, locale: Locale = 'en'): HTMLElement {
  document.body.innerHTML = ''
  const root = document.body.appendChild(document.createElement('div'))
  const reader = readerOf(locale, exampleTimeZone, exampleNow)
  const again = () =>
    act(() =>
      render(
        <ReaderContext.Provider value={reader}>
          <Panel state={panel.state} panel={panel} />
        </ReaderContext.Provider>,
        root,
      ),
    )
  panel.subscribe(again)
  again()
  return root
}

/** The text a member sees. */
export function textOf(element: Element | null): string {
  return oneSpaced(element?.textContent ?? '')
}

/** Breaking or not, several or one: a single space. */
export function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The button that says this. */
export function button(root: Element, text: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find(
    candidate => textOf(candidate) === text || candidate.getAttribute('aria-label') === text,
  )
  if (!found) throw new Error(`There is no button "${text}" in "${textOf(root)}".`)
  return found
}

export function press(target: Element, key: string, more: KeyboardEventInit = {}): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  })
}

export function click(target: HTMLElement): void {
  act(() => target.click())
}

export function type(target: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  act(() => {
    target.value = text
    target.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
