// The open panels and which page each one shows. Ports die with the worker; panels reopen them.

import type { ToPanel } from '../messages.ts'
import type { PageKey } from './questions.ts'

export interface PanelPort {
  postMessage(message: ToPanel): void
}

interface OpenPanel {
  key: PageKey | null
  /** A side panel or popup: it shows whatever tab is active. */
  follows: boolean
}

const open = new Map<PanelPort, OpenPanel>()

/** @param key null for a panel that follows the active tab and has none yet. */
export function addPanel(port: PanelPort, key: PageKey | null, follows: boolean): void {
  open.set(port, { key, follows })
}

export function removePanel(port: PanelPort): void {
  open.delete(port)
}

export function pageOf(port: PanelPort): PageKey | null {
  return open.get(port)?.key ?? null
}

export function followers(): PanelPort[] {
  return [...open].filter(([, panel]) => panel.follows).map(([port]) => port)
}

/** To the panels of one page and nobody else. */
export function tellPanels({ tabId, page }: PageKey, message: ToPanel): void {
  for (const [port, { key }] of open) {
    if (key?.tabId === tabId && key.page === page) port.postMessage(message)
  }
}

/** For what is nobody's in particular. */
export function tellAllPanels(message: ToPanel): void {
  for (const port of open.keys()) port.postMessage(message)
}
