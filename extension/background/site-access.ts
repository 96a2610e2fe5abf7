// Where Holdfast runs: on hosts the member enabled and whose permission the browser still holds. There the
// content script is registered and put into tabs that are already open; elsewhere nothing of ours is loaded.

import { browser } from 'wxt/browser'
import type { Adapter } from '../adapters/adapter.ts'
import { adapters } from '../adapters/index.ts'
import type { HostState, ToPage } from '../messages.ts'
import { permissionPattern } from '../site-permission.ts'
import { database } from './database.ts'
import { tabsOfHost } from './questions.ts'
import { readSession } from './session.ts'

/** What the build makes of entrypoints/page.ts. */
const pageScript = 'page.js'

export async function hostStates(): Promise<HostState[]> {
  const enabled = await (await database()).getAllKeys('hosts')
  const states = adapters.map(async ({ id, name, matches }) => ({
    id,
    name,
    matches: [...matches],
    enabled: enabled.includes(id) && (await isGranted(matches)),
  }))
  return await Promise.all(states)
}

/** May the extension ask this origin or run on it? */
export async function mayAccess(origin: string): Promise<boolean> {
  return await isGranted([permissionPattern(origin)])
}

/** To be called after the member granted the host's origins; without them nothing happens. */
export async function enableHost(id: string): Promise<HostState[]> {
  const adapter = adapterOf(id)
  if (adapter && (await isGranted(adapter.matches))) {
    await (await database()).put('hosts', { id })
    await register(adapter)
    await runInOpenTabs(adapter)
  }
  return await hostStates()
}

export async function disableHost(id: string): Promise<HostState[]> {
  const adapter = adapterOf(id)
  if (adapter) {
    await leaveHost(adapter)
    await giveBack(adapter.matches)
  }
  return await hostStates()
}

/** An update of the extension drops registrations and leaves dead scripts in open tabs: both are mended here. */
export async function restoreHosts(): Promise<void> {
  for (const id of await (await database()).getAllKeys('hosts')) {
    const adapter = adapterOf(id)
    if (!adapter || !(await isGranted(adapter.matches))) continue
    await register(adapter)
    await runInOpenTabs(adapter)
  }
}

/** The member took permissions away in the browser's own settings. */
export async function leaveWithoutPermission(): Promise<void> {
  for (const id of await (await database()).getAllKeys('hosts')) {
    const adapter = adapterOf(id)
    if (adapter && !(await isGranted(adapter.matches))) await leaveHost(adapter)
  }
}

function adapterOf(id: string): Adapter | undefined {
  return adapters.find(adapter => adapter.id === id)
}

async function isGranted(patterns: readonly string[]): Promise<boolean> {
  return await browser.permissions.contains({ origins: [...patterns] })
}

async function register({ id, matches }: Adapter): Promise<void> {
  const script = {
    id,
    matches: [...matches],
    js: [pageScript],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  }
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] })
  if (known) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}

async function runInOpenTabs({ matches }: Adapter): Promise<void> {
  for (const { id: tabId } of await browser.tabs.query({ url: [...matches] })) {
    if (tabId === undefined) continue
    await browser.scripting.executeScript({ target: { tabId }, files: [pageScript] }).catch(tabIsUnreachable)
  }
}

async function leaveHost({ id }: Adapter): Promise<void> {
  await (await database()).delete('hosts', id)
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] })
  if (known) await browser.scripting.unregisterContentScripts({ ids: [id] })
  const message: ToPage = { name: 'step-aside' }
  for (const tabId of await tabsOfHost(id)) {
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(tabIsUnreachable)
  }
}

/** Gives the permission back, unless another enabled host or the workspace's own API stands on it. */
async function giveBack(patterns: readonly string[]): Promise<void> {
  const session = await readSession()
  const enabled = (await hostStates()).filter(host => host.enabled).flatMap(host => host.matches)
  const needed = [...enabled, ...(session ? [permissionPattern(session.origin)] : [])]
  const origins = patterns.filter(pattern => !needed.includes(pattern))
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(permissionIsFixed)
}

/** Discarded, crashed, or an error page: the script comes with the tab's next load. */
function tabIsUnreachable(): void {}

/** The browser's policy or the manifest grants it: not ours to give back. */
function permissionIsFixed(): void {}
