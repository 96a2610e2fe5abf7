// The door of the options page.

/// <reference types="vite/client" />
import '../look.css'
import './options.css'
import './import/import.css'
import { render } from 'preact'
import { applyTheme, type Preferences, usualPreferences } from '../preferences.ts'
import { ReaderContext, readerHere } from '../reader.ts'
import { send } from '../send-message.ts'
import { sendWatched } from '../send-watched.ts'
import { requestOrigins } from '../site-permission.ts'
import { OptionsPage } from './options-page.tsx'

export async function mountOptions(root: HTMLElement): Promise<void> {
  draw(await send('preferences', {}).catch(() => usualPreferences))

  function draw(preferences: Preferences): void {
    const reader = readerHere(preferences)
    const { title, navigation } = reader.words.options
    applyTheme(preferences)
    document.documentElement.lang = reader.locale
    document.title = `${title} · ${navigation}`
    render(
      <ReaderContext.Provider value={reader}>
        <OptionsPage
          send={sendWatched}
          requestOrigins={requestOrigins}
          preferences={preferences}
          prefer={prefer}
        />
      </ReaderContext.Provider>,
      root,
    )
  }

  async function prefer(preferences: Preferences): Promise<void> {
    await send('keep-preferences', preferences)
    draw(preferences)
  }
}
