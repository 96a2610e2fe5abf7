// Who sent a message, by what the browser itself says about the sender. A tab alone does not make a content
// script: our own frame in a page has a tab too, and our own origin.

import type { Sender } from '../messages.ts'

/** What browsers tell of a sender, as far as it is looked at. */
export interface RawSender {
  id?: string | undefined
  origin?: string | undefined
  url?: string | undefined
  frameId?: number | undefined
  documentId?: string | undefined
  tab?: { id?: number | undefined } | undefined
}

export interface Speaker {
  is: Sender
  /** The tab it speaks from; null for the popup and the side panel. */
  tabId: number | null
  origin: string
  /** Its document, as the browser names it; where it names none (older Firefox), its frame. */
  document: string
}

/** @returns null for whoever may not speak here at all. */
export function speakerOf(
  sender: RawSender | undefined,
  extensionId: string,
  extensionOrigin: string,
): Speaker | null {
  const origin = sender && originOf(sender)
  if (!sender || !origin || sender.id !== extensionId) return null
  const tabId = sender.tab?.id ?? null
  const is = senderKind(origin === extensionOrigin, tabId, sender.frameId ?? 0)
  return is && { is, tabId, origin, document: sender.documentId ?? `frame ${sender.frameId ?? 0}` }
}

/** Content scripts run in the top document alone, so one that speaks from a frame is not ours. */
function senderKind(isOwnOrigin: boolean, tabId: number | null, frameId: number): Sender | null {
  if (isOwnOrigin) return tabId === null || frameId === 0 ? 'extension-page' : 'frame'
  return tabId !== null && frameId === 0 ? 'page' : null
}

function originOf({ origin, url }: RawSender): string | null {
  if (origin !== undefined) return origin
  return url !== undefined && URL.canParse(url) ? originOfAddress(url) : null
}

/** `URL.origin` is `null` for extension addresses in some browsers. */
export function originOfAddress(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
