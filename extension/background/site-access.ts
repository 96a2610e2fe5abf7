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

/** For so long the browser's prompt may stand unanswered; what is granted later was not meant for the host. */
export const wishLifeMs = 5 * 60_000

let turn: Promise<unknown> = Promise.resolve()

export async function hostStates(): Promise<HostState[]> {
  const enabled = await enabledIds()
  const states = adapters.map(async ({ id, name, matches }) => ({
    id,
    name,
    matches: [...matches],
    enabled: enabled.includes(id) && (await isGranted(matches)),
  }))
  return await Promise.all(states)
}

/** Did the member enable this host? */
export async function isEnabled(id: string): Promise<boolean> {
  return (await enabledIds()).includes(id)
}

/** May the extension ask this origin or run on it? */
export async function mayAccess(origin: string): Promise<boolean> {
  return await isGranted([permissionPattern(origin)])
}

/**
 * Enables a host whose origins are granted. Where they are not, it is a wish that enableWished fulfils: the popup
 * in which the member asked does not live to see the grant, since the browser's prompt closes it.
 */
export async function enableHost(id: string, now: number): Promise<HostState[]> {
  const adapter = adapterOf(id)
  if (adapter && (await isGranted(adapter.matches))) await inTurn(() => enable(adapter))
  else if (adapter) await (await database()).put('hosts', { id, wishedAt: now })
  return await hostStates()
}

/** The browser granted something: hosts the member asked for a moment ago are enabled. */
export async function enableWished(now: number): Promise<void> {
  for (const { id, wishedAt } of await (await database()).getAll('hosts')) {
    const adapter = adapterOf(id)
    if (!adapter || wishedAt === undefined || now - wishedAt > wishLifeMs) continue
    if (await isGranted(adapter.matches)) await inTurn(() => enable(adapter))
  }
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
  for (const id of await enabledIds()) {
    const adapter = adapterOf(id)
    if (!adapter || !(await isGranted(adapter.matches))) continue
    await register(adapter)
    await runInOpenTabs(adapter)
  }
}

/** The member took permissions away in the browser's own settings. */
export async function leaveWithoutPermission(): Promise<void> {
  for (const id of await enabledIds()) {
    const adapter = adapterOf(id)
    if (adapter && !(await isGranted(adapter.matches))) await leaveHost(adapter)
  }
}

async function enable(adapter: Adapter): Promise<void> {
  await (await database()).put('hosts', { id: adapter.id })
  await register(adapter)
  await runInOpenTabs(adapter)
}

/** The grant and the page that saw it may both enable a host; browsers refuse to register a script twice. */
function inTurn(change: () => Promise<void>): Promise<void> {
  const done = turn.then(change)
  turn = done.catch(nextMayGoWell)
  return done
}

async function enabledIds(): Promise<string[]> {
  const hosts = await (await database()).getAll('hosts')
  return hosts.filter(({ wishedAt }) => wishedAt === undefined).map(({ id }) => id)
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

/** Whoever asked for the change hears why it failed. */
function nextMayGoWell(): void {}

/** Discarded, crashed, or an error page: the script comes with the tab's next load. */
function tabIsUnreachable(): void {}

/** The browser's policy or the manifest grants it: not ours to give back. */
function permissionIsFixed(): void {}
