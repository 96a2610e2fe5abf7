// Paints a face into the document and waits until what it asked is answered.

import { type ComponentChild, render } from 'preact'
import { act } from 'preact/test-utils'
import { ReaderContext, readerOf } from '../../../extension/reader.ts'
import type { Locale } from '../../../shared/locale.ts'

export async function paintFace(face: ComponentChild, locale: Locale = 'en'): Promise<HTMLElement> {
  document.body.innerHTML = ''
  const root = document.body.appendChild(document.createElement('div'))
  await act(() => {
    render(<ReaderContext.Provider value={readerOf(locale, 'UTC', 0)}>{face}</ReaderContext.Provider>, root)
  })
  await settled()
  return root
}

/** Until every promise under way has been answered and painted. */
export async function settled(): Promise<void> {
  await act(async () => {
    await new Promise(resolve => setTimeout(resolve, 5))
  })
}
