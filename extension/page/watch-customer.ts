// Watches who stands on the page: notices navigations and changes, reads through the adapter, and says what
// settling.ts believes. Does nothing while the page is hidden, and mounts nothing.

import type { Adapter, Piece, Reading } from '../adapters/adapter.ts'
import type { SentReading } from '../messages.ts'
import { DrawnPieces } from './drawn-pieces.ts'
import { toSent } from './sent-reading.ts'
import * as settling from './settling.ts'

/** Changes of a page come in bursts; one reading serves a whole burst. */
export const burstMs = 150

export interface Watching {
  adapter: Adapter
  signal: AbortSignal
  /** `settling` is said in the very task in which the page's address changed. */
  onReading(question: number, reading: SentReading): void
}

export function watchCustomer(page: Document, watching: Watching): void {
  new CustomerWatch(page, watching).start()
}

class CustomerWatch {
  readonly #page: Document
  readonly #watching: Watching
  readonly #observer: MutationObserver
  #state: settling.Settling = settling.unasked
  #address = ''
  #timer: { id: ReturnType<typeof setTimeout>; dueAt: number } | null = null
  /** Evidence of the previous customer, still as it was when the question began. */
  readonly #untouched = new Set<Node>()
  readonly #drawnPieces = new DrawnPieces()
  /** Documents of frames whose end is listened for. */
  readonly #followed = new WeakSet<Document>()

  constructor(page: Document, watching: Watching) {
    this.#page = page
    this.#watching = watching
    this.#observer = new MutationObserver(changes => this.#onChanges(changes))
  }

  start(): void {
    const { signal } = this.#watching
    this.#listen()
    this.#address = this.#page.location.href
    signal.addEventListener('abort', () => this.#stop(), { once: true })
    this.#take(settling.begin(performance.now()))
    this.#read()
  }

  #listen(): void {
    const { signal } = this.#watching
    const window = this.#page.defaultView
    const onNavigation = () => this.#checkAddress()
    const onShown = () => {
      if (!this.#page.hidden) this.#read()
    }
    window?.navigation?.addEventListener('currententrychange', onNavigation, { signal })
    window?.addEventListener('popstate', onNavigation, { signal })
    window?.addEventListener('hashchange', onNavigation, { signal })
    window?.addEventListener('pageshow', event => event.persisted && this.#navigate(), { signal })
    this.#page.addEventListener('visibilitychange', onShown, { signal })
    this.#page.addEventListener('load', event => this.#onFrameLoaded(event), { signal, capture: true })
  }

  #stop(): void {
    this.#observer.disconnect()
    if (this.#timer) clearTimeout(this.#timer.id)
  }

  #onChanges(changes: readonly MutationRecord[]): void {
    this.#noteTouched(changes)
    // The only notice of a navigation where the browser has no Navigation API.
    this.#checkAddress()
    this.#noteDrawn(changes)
    this.#readIn(burstMs)
  }

  #noteTouched(changes: readonly MutationRecord[]): void {
    for (const change of changes) {
      if (this.#untouched.size === 0) return
      for (const node of this.#untouched) if (touches(change, node)) this.#untouched.delete(node)
    }
  }

  #onFrameLoaded({ target }: Event): void {
    const { frames = [] } = this.#watching.adapter
    if (target instanceof Element && frames.some(selector => target.matches(selector))) this.#readIn(0)
  }

  #checkAddress(): void {
    if (this.#page.location.href !== this.#address) this.#navigate()
  }

  #navigate(): void {
    this.#address = this.#page.location.href
    // What changed in this same task was drawn for the new address.
    const changes = this.#observer.takeRecords()
    this.#noteDrawn(changes)
    this.#take(settling.navigate(this.#state, this.#readPage(), performance.now()))
    this.#noteTouched(changes)
  }

  #readIn(ms: number): void {
    const dueAt = performance.now() + ms
    if (this.#timer && this.#timer.dueAt <= dueAt) return
    if (this.#timer) clearTimeout(this.#timer.id)
    this.#timer = { dueAt, id: setTimeout(() => this.#read(), ms) }
  }

  #read(): void {
    if (this.#timer) clearTimeout(this.#timer.id)
    this.#timer = null
    if (this.#page.hidden) return
    this.#checkAddress()
    const reading = this.#readPage()
    this.#take(settling.read(this.#state, reading, this.#hasChanged(reading), performance.now()))
  }

  #readPage(): Reading {
    const { adapter } = this.#watching
    const url = new URL(this.#address)
    if (!adapter.claims(url)) return { missing: 'no-customer' }
    try {
      const reading = adapter.read(this.#views(), url)
      return this.#isLeft(reading) ? { missing: 'not-understood' } : reading
    } catch {
      // A page no rule was written for is one we do not understand; the host's page must not notice.
      return { missing: 'not-understood' }
    }
  }

  /** Does any of it stand there from another record? */
  #isLeft(reading: Reading): boolean {
    const pieces = this.#noteDrawn([])
    if (!pieces) return true
    const left = this.#drawnPieces.left(pieces)
    return settling.evidenceOf(reading).some(({ node }) => node !== null && left.has(node))
  }

  /** @returns the pieces of a host that draws in pieces, null where they cannot be told. */
  #noteDrawn(changes: readonly MutationRecord[]): Piece[] | null {
    const { adapter } = this.#watching
    if (!adapter.pieces) return []
    try {
      const pieces = adapter.pieces(this.#views(), new URL(this.#address))
      this.#drawnPieces.note(pieces, changes)
      return pieces
    } catch {
      return null
    }
  }

  /** The page and the frames its adapter names, each of them observed from now on. */
  #views(): [Document, ...Document[]] {
    const { attributes, frames = [] } = this.#watching.adapter
    const framed = frames.flatMap(selector =>
      [...this.#page.querySelectorAll<HTMLIFrameElement>(selector)].flatMap(
        frame => frame.contentDocument ?? [],
      ),
    )
    for (const view of framed) this.#follow(view)
    for (const view of [this.#page, ...framed]) {
      this.#observer.observe(view, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: [...attributes],
      })
    }
    return [this.#page, ...framed]
  }

  /** A frame that leaves its document may show another customer next, while the page's own address stays. */
  #follow(framed: Document): void {
    if (this.#followed.has(framed)) return
    this.#followed.add(framed)
    const { signal } = this.#watching
    framed.defaultView?.addEventListener('pagehide', () => this.#navigate(), { signal })
  }

  /** What a host draws in pieces is no leftover once all of it was drawn for the address. */
  #hasChanged(reading: Reading): boolean {
    if (this.#watching.adapter.pieces) return true
    const [first] = settling.evidenceOf(reading)
    return first?.node != null && !this.#untouched.has(first.node)
  }

  #take({ state, say, readAgainInMs }: settling.Step): void {
    const before = this.#state
    this.#state = state
    if (state.question !== before.question) this.#keepUntouched(state.previous)
    if (readAgainInMs !== null) this.#readIn(readAgainInMs)
    if (say === 'settling') this.#watching.onReading(state.question, { settling: true })
    if (say === 'accepted' && state.accepted) {
      this.#watching.onReading(state.question, toSent(state.accepted))
    }
  }

  #keepUntouched(previous: Reading | null): void {
    this.#untouched.clear()
    for (const { node } of previous ? settling.evidenceOf(previous) : []) {
      if (node) this.#untouched.add(node)
    }
  }
}

/** Was the node changed, or put (back) into the page? */
function touches({ target, addedNodes }: MutationRecord, node: Node): boolean {
  return node.contains(target) || [...addedNodes].some(added => added.contains(node))
}
