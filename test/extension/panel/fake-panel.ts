// A panel's connection without a background: it shows what it is told and remembers what a member did.

import type { NewIrritant, PanelConnection } from '../../../extension/panel/panel-connection.ts'
import type { PanelState, PanelView, PendingIrritant } from '../../../extension/panel-state.ts'
import { usualPreferences } from '../../../extension/preferences.ts'

export interface FakePanel extends PanelConnection {
  logged: NewIrritant[]
  discarded: string[]
  chosen: string[]
  refreshed: number
  optionsOpened: number
  painted: number[]
  show(view: PanelView, question?: number): void
}

export function fakePanel(view: PanelView | null): FakePanel {
  const listeners = new Set<() => void>()
  let state: PanelState | null = view && { question: 1, view }
  const panel: FakePanel = {
    logged: [],
    discarded: [],
    chosen: [],
    refreshed: 0,
    optionsOpened: 0,
    painted: [],
    get state() {
      return state
    },
    preferences: usualPreferences,
    show(view, question = 1) {
      state = { question, view }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    shown: question => panel.painted.push(question),
    logIrritant(irritant) {
      panel.logged.push(irritant)
      const entry: PendingIrritant = {
        key: `key-${panel.logged.length}`,
        at: 0,
        state: 'waiting',
        ...irritant,
      }
      if (state?.view.is === 'customer') {
        panel.show({ ...state.view, pending: [...state.view.pending, entry] })
      }
    },
    discard: key => panel.discarded.push(key),
    choose: customerId => panel.chosen.push(customerId),
    refresh: () => {
      panel.refreshed += 1
    },
    openOptions: () => {
      panel.optionsOpened += 1
    },
  }
  return panel
}
