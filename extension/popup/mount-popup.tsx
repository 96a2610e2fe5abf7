// The door of the popup: which page the member is on is asked of the browser here.

/// <reference types="vite/client" />
import '../look.css'
import './popup.css'
import { render } from 'preact'
import { browser } from 'wxt/browser'
import { applyTheme, usualPreferences } from '../preferences.ts'
import { ReaderContext, readerHere } from '../reader.ts'
import { send } from '../send-message.ts'
import { requestOrigins } from '../site-permission.ts'
import { Popup } from './popup.tsx'

export function mountPopup(root: HTMLElement): void {
  const openOptions = () => {
    void browser.runtime.openOptionsPage().then(() => window.close())
  }
  const asked = send('preferences', {}).catch(() => usualPreferences)
  void Promise.all([findActivePage(), asked]).then(([page, preferences]) => {
    const reader = readerHere(preferences)
    document.documentElement.lang = reader.locale
    document.title = reader.words.popup.title
    applyTheme(preferences)
    render(
      <ReaderContext.Provider value={reader}>
        <Popup page={page} send={send} requestOrigins={requestOrigins} openOptions={openOptions} />
      </ReaderContext.Provider>,
      root,
    )
  })
}

/** @returns null where the browser does not let us see which page the member is on. */
async function findActivePage(): Promise<URL | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => [])
  return tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null
}
