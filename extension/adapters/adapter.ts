// The contract of an adapter: what Holdfast knows about one host. Pure: views and URL in, reading out.
// Watching the page, settling and mounting are extension/page/'s work.

import type { Identity } from '../../shared/identity.ts'

/** An identity with where on the page it stood. */
export interface Evidence {
  identity: Identity
  /** Which dated rule of the adapter found it: `sender-2026-07`. */
  rule: string
  /** The node it was read from; a reading is only believed again after this node has changed. */
  node: Node | null
}

/** What an adapter read from a page. */
export type Reading =
  /** One customer: all identities are believed to be theirs, most trusted first. */
  | { found: [Evidence, ...Evidence[]] }
  /** Several people are equally likely: the member chooses. */
  | { several: [Evidence, Evidence, ...Evidence[]] }
  /** `no-customer`: a page without one (a list, our own mail). `not-understood`: one was expected and not found. */
  | { missing: 'no-customer' | 'not-understood' }

/** One row of a list (or card of a board) that stands for a customer. */
export interface Row {
  /** The box of the row: a badge stands at its inline end. */
  element: Element
  /** Whom it stands for, most trusted first; a row whose candidates disagree is left out. */
  identities: [Identity, ...Identity[]]
}

/** A piece of a page that its host draws by itself, when it has what belongs there. */
export interface Piece {
  node: Node
  /** What stands in it; where that is another, it was drawn anew. */
  content: string
  /** What it belongs to, as far as the page says by now, the widest first: a list, then a record in it. */
  of: readonly string[]
}

export interface Adapter {
  /** The file's name. */
  id: string
  /** As the host calls itself; never translated. */
  name: string
  /** Match patterns to ask permission and register the content script for. */
  matches: readonly string[]
  /** Real addresses of this host; every other adapter refuses them. */
  examples: readonly string[]
  /** Is this address one of this host's pages? */
  claims(url: URL): boolean
  /**
   * Who is on the page.
   * @param views the top document first, then the same-origin frames named in `frames`.
   */
  read(views: readonly [Document, ...Document[]], url: URL): Reading
  /**
   * The list rows on screen that name their customer, in the order of the document; none where the page has no list.
   * @param view the active view alone: hidden tabs and panes hold rows of other lists.
   */
  readRows?(views: readonly [Document, ...Document[]], url: URL): Row[]
  /**
   * For a host that draws a record piece by piece after its address: the pieces that evidence stands in, on hidden
   * views too. A piece that was drawn as part of something else is not believed until it is drawn anew.
   */
  pieces?(views: readonly [Document, ...Document[]], url: URL): Piece[]
  /** Selectors of same-origin frames whose documents `read` needs. */
  frames?: readonly string[]
  /** Attributes whose change may bring another customer, beside added, removed and changed nodes. */
  attributes: readonly string[]
}
