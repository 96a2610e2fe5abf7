// As much of a browser as the background touches: permissions, scripts, tabs and alarms that remember what they
// were told. Used in place of wxt/browser by tests that say `vi.mock('wxt/browser', () => import('./fake-browser.ts'))`.

import { vi } from 'vitest'

export interface FakeTab {
  id: number
  url: string
  /** The content script's key of the document that stands there now. */
  page?: string
}

export const granted = new Set<string>()
export const registered = new Map<string, { id: string; matches: string[] }>()
export const tabs: FakeTab[] = []
export const alarms = new Map<string, { when: number }>()
/** Tabs into which the content script was put, one entry a time. */
export const injected: number[] = []
/** What was said to pages. */
export const told: { tabId: number; message: unknown }[] = []

export function forgetEverything(): void {
  for (const kept of [granted, registered, alarms]) kept.clear()
  for (const list of [tabs, injected, told]) list.length = 0
}

const gone = new Error('Could not establish connection. Receiving end does not exist.')

export const browser = {
  runtime: {
    id: 'ckeodkdgkopinfhnnnnahbbklcelkbpf',
    getURL: (path: string) => `chrome-extension://ckeodkdgkopinfhnnnnahbbklcelkbpf${path}`,
    openOptionsPage: vi.fn(async () => {}),
  },
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins.every(origin => granted.has(origin)),
    remove: async ({ origins }: { origins: string[] }) => {
      for (const origin of origins) granted.delete(origin)
      return true
    },
  },
  scripting: {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      ids.flatMap(id => registered.get(id) ?? []),
    registerContentScripts: async ([script]: [{ id: string; matches: string[] }]) => {
      if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`)
      registered.set(script.id, script)
    },
    updateContentScripts: async ([script]: [{ id: string; matches: string[] }]) => {
      registered.set(script.id, script)
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) registered.delete(id)
    },
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      injected.push(target.tabId)
    },
  },
  tabs: {
    query: async ({ url, active }: { url?: string[]; active?: boolean }) => {
      if (active) return tabs.slice(0, 1)
      return tabs.filter(tab => url?.some(pattern => tab.url.startsWith(pattern.slice(0, -1))))
    },
    sendMessage: async (tabId: number, message: { name: string; page?: string }) => {
      const tab = tabs.find(tab => tab.id === tabId)
      if (!tab) throw gone
      if (message.name === 'are-you-there') return tab.page === message.page || undefined
      told.push({ tabId, message })
      return undefined
    },
  },
  alarms: {
    create: async (name: string, alarm: { when: number }) => void alarms.set(name, alarm),
    clear: async (name: string) => alarms.delete(name),
  },
}
