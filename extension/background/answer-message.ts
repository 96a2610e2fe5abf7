// Answers the messages of messages.ts: only from the senders listed there, only in the shape declared for them,
// and from a page only about a host that it is.

import * as z from 'zod/mini'
import { adapters } from '../adapters/index.ts'
import { type MessageName, type Messages, type Reply, senders, type WorkerAnswer } from '../messages.ts'
import { refreshAll, takeReading } from './answer-questions.ts'
import { connect, readConnection } from './connect.ts'
import { followActiveTab } from './follow-tab.ts'
import { fitWorkspace, importPart, listImports, takeBackImport } from './imports.ts'
import { messageShapes } from './message-shapes.ts'
import { makeDue } from './outbox.ts'
import { tellAllPanels } from './panels.ts'
import { issueNonce } from './passes.ts'
import { isCollapsed, keepPlacement } from './placements.ts'
import { keepPreferences, readPreferences } from './preferences.ts'
import { sendOutbox } from './send-outbox.ts'
import { endSession } from './session.ts'
import { disableHost, enableHost, hostStates, isEnabled, mayAccess } from './site-access.ts'
import type { Speaker } from './speaker.ts'
import { findUnfinished, forgetUnfinished, keepUnfinished } from './unfinished-imports.ts'

interface Told {
  /** The tab it came from; -1, which is no tab, for an extension page that has none. */
  tabId: number
  clock: () => number
}

type Answers = {
  [Name in MessageName]: (request: Messages[Name][0], told: Told) => Promise<Messages[Name][1]>
}

const answers: Answers = {
  async 'issue-nonce'({ page, host }, { tabId, clock }) {
    return { nonce: await issueNonce({ tabId, page }, clock()), collapsed: await isCollapsed(host) }
  },
  async 'keep-placement'({ host, collapsed }) {
    await keepPlacement(host, collapsed)
    return null
  },
  async reading(request, { tabId, clock }) {
    await takeReading({ ...request, tabId, chosen: null, at: clock() }, clock)
    await followActiveTab(clock)
    return null
  },
  async connection() {
    return await readConnection()
  },
  async connect({ address, token }, { clock }) {
    const connection = await connect(address, token, mayAccess)
    if (!('failed' in connection)) void resume(clock)
    return connection
  },
  async disconnect(_request, { clock }) {
    await endSession()
    await refreshAll(clock)
    return null
  },
  async hosts() {
    return await hostStates()
  },
  async 'enable-host'({ id }, { clock }) {
    return await enableHost(id, clock())
  },
  async 'disable-host'({ id }) {
    return await disableHost(id)
  },
  async preferences() {
    return await readPreferences()
  },
  async 'keep-preferences'(preferences, { clock }) {
    await keepPreferences(preferences)
    tellAllPanels({ say: 'preferences', preferences })
    await refreshAll(clock)
    return null
  },
  async 'import-part'(part, { clock }) {
    return await leaving(importPart(part), clock)
  },
  async imports(_request, { clock }) {
    return await leaving(listImports(), clock)
  },
  async 'undo-import'({ id }, { clock }) {
    return await leaving(takeBackImport(id), clock)
  },
  async 'fit-model'(_request, { clock }) {
    const answer = await leaving(fitWorkspace(), clock)
    // Whoever is shown meanwhile has other figures now.
    if ('answer' in answer) void refreshAll(clock)
    return answer
  },
  async 'unfinished-import'({ fingerprint }) {
    return await findUnfinished(fingerprint)
  },
  async 'keep-import'(unfinished) {
    await keepUnfinished(unfinished)
    return null
  },
  async 'forget-import'({ fingerprint }) {
    await forgetUnfinished(fingerprint)
    return null
  },
}

/** A request may find out that the session has ended; then no panel shows anybody any more. */
async function leaving<Answer>(
  asked: Promise<WorkerAnswer<Answer>>,
  clock: () => number,
): Promise<WorkerAnswer<Answer>> {
  const answer = await asked
  if ('signedOut' in answer) void refreshAll(clock)
  return answer
}

/** The way to the Worker is open (again): what waited for it goes on. */
export async function resume(clock: () => number): Promise<void> {
  await makeDue(clock())
  await Promise.all([refreshAll(clock), sendOutbox(clock)])
}

/**
 * @param message as it arrived.
 * @param speaker null for somebody who may not speak here.
 */
export async function answerMessage(
  message: unknown,
  speaker: Speaker | null,
  clock: () => number,
): Promise<Reply<MessageName>> {
  const name = nameOf(message)
  if (!name || !speaker || !senders[name].includes(speaker.is)) return { refused: true }
  return await answerNamed(name, requestOf(message), speaker, clock)
}

async function answerNamed<Name extends MessageName>(
  name: Name,
  request: unknown,
  speaker: Speaker,
  clock: () => number,
): Promise<Reply<Name>> {
  const parsed = z.safeParse(messageShapes[name], request)
  if (!parsed.success || !(await speaksOfItself(speaker, parsed.data))) return { refused: true }
  return { answer: await answers[name](parsed.data, { tabId: speaker.tabId ?? -1, clock }) }
}

/**
 * A page that says it is a host must stand at one of that host's origins, and the member must have enabled that
 * very host: another one at the same origin may be the reason why our script runs there.
 */
async function speaksOfItself({ is, origin }: Speaker, request: object): Promise<boolean> {
  if (is !== 'page') return true
  const adapter = adapters.find(({ id }) => 'host' in request && id === request.host)
  if (!adapter?.matches.some(pattern => covers(pattern, origin))) return false
  return await isEnabled(adapter.id)
}

/** `https://*.example.com/*` covers `https://example.com` and everything below it, as browsers match. */
function covers(pattern: string, origin: string): boolean {
  const [, scheme, host] = /^(https?):\/\/([^/]+)\//.exec(pattern) ?? []
  const { protocol, hostname } = new URL(origin)
  if (!scheme || !host || protocol !== `${scheme}:`) return false
  if (!host.startsWith('*.')) return hostname === host
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1))
}

function nameOf(message: unknown): MessageName | null {
  const name = isObject(message) && 'name' in message ? message.name : null
  return typeof name === 'string' && Object.hasOwn(messageShapes, name) ? (name as MessageName) : null
}

function requestOf(message: unknown): unknown {
  return isObject(message) && 'request' in message ? message.request : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
