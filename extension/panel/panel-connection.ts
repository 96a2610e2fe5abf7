// What a panel knows and what it can do: the newest state, and the member's actions on their way to the background.
// It reopens its port whenever that closes, so a killed background loses neither a state nor an action.

import type { FromPanel, ToPanel } from '../messages.ts'
import type { PanelState, PendingIrritant } from '../panel-state.ts'
import { type Preferences, usualPreferences } from '../preferences.ts'

export interface NewIrritant {
  customerId: string
  category: string
  note: string | null
}

export interface PanelConnection {
  /** The newest state; null while connecting, and for ever where the background refuses this frame. */
  readonly state: PanelState | null
  /** How the member wants it; the usual way while connecting. */
  readonly preferences: Preferences
  /** Calls `listener` after each change of `state` or `preferences`. @returns a function that ends it. */
  subscribe(listener: () => void): () => void
  /**
   * To be called once the view has put `state` of this question into the document (a layout effect);
   * the page uncovers the frame after it was painted.
   */
  shown(question: number): void
  /** Logs an occurrence; it is among `state.view.pending` at once. */
  logIrritant(irritant: NewIrritant): void
  /** Takes back a pending irritant by its key. */
  discard(key: string): void
  /** Of several candidates (or a match's others), this one. */
  choose(customerId: string): void
  refresh(): void
  openOptions(): void
}

/** A port as browsers make it, as far as a panel uses it. */
export interface Port {
  postMessage(message: FromPanel): void
  disconnect(): void
  onMessage: { addListener(listener: (message: ToPanel) => void): void }
  onDisconnect: { addListener(listener: () => void): void }
}

/** Everything a connection needs from the frame it lives in. */
export interface PanelSurroundings {
  /** @throws once this extension was replaced by a newer one. */
  openPort(): Port
  /** The nonce this frame was mounted with; null in a side panel or popup. */
  nonce: string | null
  clock(): number
  makeKey(): string
  /** Calls back once what is in the document now has been painted. */
  afterPaint(then: () => void): void
  wait(ms: number, then: () => void): void
}

type LogIrritant = Extract<FromPanel, { say: 'log-irritant' }>

const firstPauseMs = 50
/** The longest pause between two tries to reach the background. */
const longestPauseMs = 5_000
/** How long a first word or an irritant may stay without answer before it is said again. */
const patienceMs = 2_000

export function connectPanel(around: PanelSurroundings): PanelConnection {
  const listeners = new Set<() => void>()
  const unkept = new Map<string, LogIrritant>()
  let received: PanelState | null = null
  let state: PanelState | null = null
  let preferences = usualPreferences
  let port: Port | null = null
  let ticket: string | null = null
  let painted = -1
  let isHeard = false
  let isRefused = false
  let pauseMs = firstPauseMs

  function change(): void {
    state = received && withUnkept(received, [...unkept.values()])
    for (const listener of listeners) listener()
  }

  function open(): void {
    try {
      port = around.openPort()
    } catch {
      // This extension was replaced: the page mounts the newer one's frame.
      return
    }
    const opening = port
    isHeard = false
    port.onMessage.addListener(hear)
    port.onDisconnect.addListener(() => reopen(opening))
    port.postMessage(firstWord(around.nonce, ticket))
    around.wait(patienceMs, () => {
      if (isHeard || port !== opening) return
      opening.disconnect()
      reopen(opening)
    })
  }

  function reopen(closed: Port): void {
    if (port !== closed) return
    port = null
    if (isRefused) return
    around.wait(pauseMs, open)
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
  }

  function say(message: FromPanel): void {
    port?.postMessage(message)
  }

  function sayUntilKept(irritant: LogIrritant): void {
    if (!unkept.has(irritant.key)) return
    say(irritant)
    around.wait(patienceMs, () => sayUntilKept(irritant))
  }

  function hear(message: ToPanel): void {
    pauseMs = firstPauseMs
    isHeard = true
    if (message.say === 'opened') {
      ticket = message.ticket
      // The page may have missed that the last question was painted.
      painted = -1
      for (const irritant of unkept.values()) say(irritant)
    } else if (message.say === 'refused') {
      isRefused = true
    } else if (message.say === 'kept') {
      unkept.delete(message.key)
    } else if (message.say === 'preferences') {
      preferences = message.preferences
      change()
    } else if (isNewEnough(message.state)) {
      received = message.state
      change()
    }
  }

  /** A panel that follows the active tab meets the questions of many pages, in no order. */
  function isNewEnough({ question }: PanelState): boolean {
    return around.nonce === null || !received || question >= received.question
  }

  open()
  return {
    get state() {
      return state
    },
    get preferences() {
      return preferences
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    shown(question) {
      if (question === painted) return
      around.afterPaint(() => {
        if (!port || state?.question !== question || question === painted) return
        painted = question
        say({ say: 'shown', question })
      })
    },
    logIrritant(irritant) {
      const message: LogIrritant = {
        say: 'log-irritant',
        key: around.makeKey(),
        at: around.clock(),
        ...irritant,
      }
      unkept.set(message.key, message)
      sayUntilKept(message)
      change()
    },
    discard(key) {
      unkept.delete(key)
      say({ say: 'discard', key })
      change()
    },
    choose(customerId) {
      if (state) say({ say: 'choose', question: state.question, customerId })
    },
    refresh() {
      say({ say: 'refresh' })
    },
    openOptions() {
      say({ say: 'open-options' })
    },
  }
}

/** The end of a frame's address, `#<nonce>.dark`: what it was mounted with; nothing in a side panel or popup. */
export function readAddress(hash: string): { nonce: string | null; scheme: 'light' | 'dark' | null } {
  const [, nonce = null, scheme] = /^#([0-9a-f]{8,100})\.(light|dark)$/.exec(hash) ?? []
  return { nonce, scheme: scheme === 'light' || scheme === 'dark' ? scheme : null }
}

function firstWord(nonce: string | null, ticket: string | null): FromPanel {
  if (nonce === null) return { say: 'follow' }
  return ticket === null ? { say: 'open', nonce } : { say: 'resume', ticket }
}

/** The background's state with what it has not acknowledged yet: a click is seen at once, whoever sleeps. */
function withUnkept(state: PanelState, unkept: readonly LogIrritant[]): PanelState {
  if (state.view.is !== 'customer') return state
  const { view } = state
  const customerId = view.snapshot.customer.id
  const known = new Set(view.pending.map(({ key }) => key))
  const added: PendingIrritant[] = unkept
    .filter(irritant => irritant.customerId === customerId && !known.has(irritant.key))
    .map(({ key, category, note, at }) => ({ key, customerId, category, note, at, state: 'waiting' }))
  return added.length === 0 ? state : { ...state, view: { ...view, pending: [...view.pending, ...added] } }
}
