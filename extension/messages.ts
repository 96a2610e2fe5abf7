// Every message between the parts of the extension: its name, who may send it, and its shape.
// The background answers nothing that is not listed here, and checks the sender against this list.

import type { ImportList, ImportResult, ModelFitResult, UndoResult } from '../shared/api.ts'
import type { FailureCode } from '../shared/failure.ts'
import type { Identity } from '../shared/identity.ts'
import type { ImportKind } from '../shared/import-columns.ts'
import type { PanelState, Trouble } from './panel-state.ts'
import type { Preferences } from './preferences.ts'
import type { UnfinishedImport } from './unfinished-import.ts'

/** A reading as it travels: without the page's nodes. */
export type SentReading =
  | { found: Identity[]; rules: string[] }
  | { several: Identity[] }
  | { missing: 'no-customer' | 'not-understood' }
  /** The address changed and the page has not settled: whoever was shown is gone at once. */
  | { settling: true }

/** Senders as real browsers shape them: a content script has the page's origin, our frame has ours and a tab. */
export type Sender = 'page' | 'frame' | 'extension-page'

export interface HostState {
  /** The adapter's id. */
  id: string
  name: string
  matches: string[]
  enabled: boolean
}

export interface Connection {
  /** The Worker's origin, `https://holdfast.example.com`. */
  origin: string
  workspace: string
  role: string
}

export type ConnectFailure = { failed: 'not-an-address' | 'no-permission' | 'wrong-token' | Trouble }

/** One part of a file, in canonical CSV. */
export interface ImportPart {
  importId: string
  kind: ImportKind
  source: string
  fileName: string
  /** The workspace it was begun for; another one never gets a part of it. */
  into: Pick<Connection, 'origin' | 'workspace'>
  csv: string
}

/** What became of one request to the Worker on behalf of a page. */
export type WorkerAnswer<Answer> =
  | { answer: Answer }
  /** It may go well later. */
  | { trouble: Trouble }
  /** Nobody is connected (any more), or to another workspace. */
  | { signedOut: true }
  /** It will never go well as it is. */
  | { refused: FailureCode }

/** One entry a message: `[request, answer]`. */
export interface Messages {
  /** The content script asks for a nonce for a frame it is about to mount, and how it was left on this host. */
  'issue-nonce': [{ page: string; host: string }, { nonce: string; collapsed: boolean }]
  /** The member made the panel of this host small, or large again. */
  'keep-placement': [{ host: string; collapsed: boolean }, null]
  /** What the adapter read; `page` names the document, `question` grows with each navigation. */
  reading: [{ page: string; question: number; host: string; reading: SentReading }, null]
  connection: [Record<string, never>, Connection | null]
  connect: [{ address: string; token: string }, Connection | ConnectFailure]
  disconnect: [Record<string, never>, null]
  hosts: [Record<string, never>, HostState[]]
  /** Enables a host whose origins are granted; while they are being asked for, it is enabled once they are. */
  'enable-host': [{ id: string }, HostState[]]
  'disable-host': [{ id: string }, HostState[]]
  preferences: [Record<string, never>, Preferences]
  'keep-preferences': [Preferences, null]
  /** One request each; the page that shows the import sends part after part, and a part again where no answer came. */
  'import-part': [ImportPart, WorkerAnswer<ImportResult>]
  imports: [Record<string, never>, WorkerAnswer<ImportList>]
  /** Takes a piece of an import back; to be said again while the answer is not `done`. */
  'undo-import': [{ id: string }, WorkerAnswer<UndoResult>]
  'fit-model': [Record<string, never>, WorkerAnswer<ModelFitResult>]
  'unfinished-import': [{ fingerprint: string }, UnfinishedImport | null]
  'keep-import': [UnfinishedImport, null]
  'forget-import': [{ fingerprint: string }, null]
}
export type MessageName = keyof Messages

/** How an answer travels back; `refused` says nothing about why. */
export type Reply<Name extends MessageName> = { answer: Messages[Name][1] } | { refused: true }

export const senders: { [name in MessageName]: readonly Sender[] } = {
  'issue-nonce': ['page'],
  'keep-placement': ['page'],
  reading: ['page'],
  connection: ['extension-page'],
  connect: ['extension-page'],
  disconnect: ['extension-page'],
  hosts: ['extension-page'],
  'enable-host': ['extension-page'],
  'disable-host': ['extension-page'],
  preferences: ['extension-page'],
  'keep-preferences': ['extension-page'],
  'import-part': ['extension-page'],
  imports: ['extension-page'],
  'undo-import': ['extension-page'],
  'fit-model': ['extension-page'],
  'unfinished-import': ['extension-page'],
  'keep-import': ['extension-page'],
  'forget-import': ['extension-page'],
}

/** What the background tells a page's content script; nothing personal. */
export type ToPage =
  /** Its panel has painted this question. */
  | { name: 'panel-showing'; page: string; question: number }
  /** The host was disabled or its permission taken away: leave the page as it was. */
  | { name: 'step-aside' }
  /** Is this document still the one in the tab? Answered with `true` by itself, and by nobody where it is gone. */
  | { name: 'are-you-there'; page: string }

/** A port on which nothing is said: it closes when the background that heard a long message is killed. */
export const watchPort = 'watch'

/** The port between a panel and the background; the panel reopens it whenever it closes. */
export const panelPort = 'panel'

export type FromPanel =
  /** The first word of a frame in a page: the nonce it was mounted with. */
  | { say: 'open'; nonce: string }
  /** The first word after the port was closed: the ticket it got for its nonce. */
  | { say: 'resume'; ticket: string }
  /** The first word of a side panel or popup: it follows the active tab and needs no nonce. */
  | { say: 'follow' }
  /** This question is painted; the page may uncover the frame. */
  | { say: 'shown'; question: number }
  /** Of several candidates, this one. */
  | { say: 'choose'; question: number; customerId: string }
  | { say: 'refresh' }
  /** Kept in the outbox before it is acknowledged; sent again with the same key until `kept` comes back. */
  | {
      say: 'log-irritant'
      key: string
      customerId: string
      category: string
      note: string | null
      at: number
    }
  /** Take back a pending irritant that was not sent yet or was refused. */
  | { say: 'discard'; key: string }
  | { say: 'open-options' }

export type ToPanel =
  | { say: 'opened'; ticket: string }
  /** The nonce or ticket is not good: paint nothing. */
  | { say: 'refused' }
  /** Before the first state, and whenever the member changes them. */
  | { say: 'preferences'; preferences: Preferences }
  | { say: 'state'; state: PanelState }
  | { say: 'kept'; key: string }
