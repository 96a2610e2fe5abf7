// Asks again by itself while the Worker cannot be asked and asking again may help.

import type { PanelState } from '../panel-state.ts'
import type { PanelConnection } from './panel-connection.ts'

const firstPauseMs = 15_000
/** However long the Worker is away, it is asked this often. */
const longestPauseMs = 300_000
const passing: readonly string[] = ['offline', 'slow', 'failing']

/** @param wait calls back after so many milliseconds, and not while nobody sees the panel. */
export function keepTrying(panel: PanelConnection, wait: (ms: number, then: () => void) => void): void {
  let pauseMs = firstPauseMs
  let isWaiting = false
  const listen = () => {
    if (hasAnswer(panel.state)) pauseMs = firstPauseMs
    if (isWaiting || !isPassing(panel.state)) return
    isWaiting = true
    wait(pauseMs, () => {
      isWaiting = false
      if (!isPassing(panel.state)) return
      pauseMs = Math.min(longestPauseMs, pauseMs * 2)
      panel.refresh()
    })
  }
  panel.subscribe(listen)
  listen()
}

function hasAnswer(state: PanelState | null): boolean {
  return state?.view.is === 'customer' && state.view.freshness === 'fresh'
}

function isPassing(state: PanelState | null): boolean {
  if (state?.view.is === 'trouble') return passing.includes(state.view.trouble)
  return state?.view.is === 'customer' && passing.includes(state.view.freshness)
}
