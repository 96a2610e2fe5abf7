// The door of the options page.

/// <reference types="vite/client" />
import '../look.css'
import './options.css'
import { render } from 'preact'
import { ReaderContext, readerHere } from '../reader.ts'
import { send } from '../send-message.ts'
import { requestOrigins } from '../site-permission.ts'
import { OptionsPage } from './options-page.tsx'

export function mountOptions(root: HTMLElement): void {
  const reader = readerHere()
  document.documentElement.lang = reader.locale
  document.title = `${reader.words.options.title} · ${reader.words.options.navigation}`
  render(
    <ReaderContext.Provider value={reader}>
      <OptionsPage send={send} requestOrigins={requestOrigins} />
    </ReaderContext.Provider>,
    root,
  )
}
