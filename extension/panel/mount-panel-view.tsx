// The door of the panel's view: paints each state the connection has and tells it which question is painted.

/// <reference types="vite/client" />
import '../look.css'
import './panel.css'
import { render } from 'preact'
import { applyTheme } from '../preferences.ts'
import { ReaderContext, readerHere } from '../reader.ts'
import { keepTrying } from './keep-trying.ts'
import { waitWhileSeen } from './painting.ts'
import { Panel } from './panel.tsx'
import type { PanelConnection } from './panel-connection.ts'

/** "As of 3 min ago" is said anew this often. */
const repaintMs = 30_000

/**
 * Shows what `panel` knows inside `root`, from now on.
 * @param hostScheme of the page around the frame; null in a side panel or popup.
 */
export function mountPanelView(
  root: HTMLElement,
  panel: PanelConnection,
  hostScheme: 'light' | 'dark' | null,
): void {
  panel.subscribe(paint)
  keepTrying(panel, waitWhileSeen)
  paint()
  repaintLater()

  function paint() {
    const { state, preferences } = panel
    const reader = readerHere(preferences)
    document.documentElement.lang = reader.locale
    applyTheme(preferences, hostScheme)
    render(
      <ReaderContext.Provider value={reader}>
        <Panel state={state} panel={panel} />
      </ReaderContext.Provider>,
      root,
    )
    if (state) panel.shown(state.question)
  }

  function repaintLater() {
    waitWhileSeen(repaintMs, () => {
      paint()
      repaintLater()
    })
  }
}
