// Who may show a customer inside a web page: a frame with a nonce of ours, once, from the tab and for the
// document it was issued to; afterwards the same frame by its ticket. Kept, so that a killed worker breaks neither.

import type { StoredTicket } from '../stored.ts'
import { database } from './database.ts'
import type { PageKey } from './questions.ts'

/** A frame loads in far less; whoever comes later found the nonce somewhere. */
export const nonceLifeMs = 10_000
/** A page that stays open longer is given a new frame on its next load. */
export const ticketLifeMs = 7 * 86_400_000

/** The frame that speaks: its tab and its own document, as the browser names them. */
export interface Frame {
  tabId: number
  document: string
}

export interface Pass {
  ticket: string
  key: PageKey
}

export async function issueNonce({ tabId, page }: PageKey, now: number): Promise<string> {
  const nonce = randomKey()
  const change = (await database()).transaction('nonces', 'readwrite')
  for (const old of await change.store.getAll()) {
    if (old.issuedAt < now - nonceLifeMs) await change.store.delete(old.nonce)
  }
  await change.store.put({ nonce, tabId, page, issuedAt: now, usedBy: null })
  await change.done
  return nonce
}

/**
 * Lets a frame in by its nonce. The frame's own document may repeat it, since a killed worker may have taken
 * the ticket with it; nobody else may.
 */
export async function admit(frame: Frame, nonce: string, now: number): Promise<Pass | null> {
  const change = (await database()).transaction(['nonces', 'tickets'], 'readwrite')
  const issued = await change.objectStore('nonces').get(nonce)
  const isGood =
    issued &&
    issued.tabId === frame.tabId &&
    now - issued.issuedAt <= nonceLifeMs &&
    (issued.usedBy === null || issued.usedBy === frame.document)
  if (!isGood) {
    await change.done
    return null
  }
  const ticket: StoredTicket = {
    ticket: randomKey(),
    tabId: issued.tabId,
    page: issued.page,
    document: frame.document,
    issuedAt: now,
  }
  await change.objectStore('nonces').put({ ...issued, usedBy: frame.document })
  await change.objectStore('tickets').put(ticket)
  await change.done
  return { ticket: ticket.ticket, key: { tabId: ticket.tabId, page: ticket.page } }
}

/** Lets a frame in again after its port was closed. */
export async function readmit(frame: Frame, ticket: string, now: number): Promise<Pass | null> {
  const kept = await (await database()).get('tickets', ticket)
  const isGood =
    kept &&
    kept.tabId === frame.tabId &&
    kept.document === frame.document &&
    now - kept.issuedAt <= ticketLifeMs
  return isGood ? { ticket, key: { tabId: kept.tabId, page: kept.page } } : null
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
