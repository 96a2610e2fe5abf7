// What the pieces of a page were drawn for, by what the page said as they were drawn: a host that changes its address
// at once and draws later leaves pieces of the record before standing, and draws others of it late.

import type { Piece } from '../adapters/adapter.ts'

export class DrawnPieces {
  readonly #drawn = new WeakMap<Node, Pick<Piece, 'content' | 'of'>>()

  /**
   * Notes what was drawn by these changes, and forgets what they changed elsewhere.
   * @param pieces as they stand after the changes
   */
  note(pieces: readonly Piece[], changes: readonly MutationRecord[]): void {
    this.#forget(changes)
    for (const { node, content, of } of pieces) {
      const drawn = this.#drawn.get(node)
      if (!drawn || drawn.content !== content || isWithin(of, drawn.of))
        this.#drawn.set(node, { content, of })
    }
  }

  /** Those that stand there from before. */
  left(pieces: readonly Piece[]): Set<Node> {
    const isLeft = ({ node, of }: Piece) => !isWithin(of, this.#drawn.get(node)?.of ?? [])
    return new Set(pieces.filter(isLeft).map(({ node }) => node))
  }

  #forget(changes: readonly MutationRecord[]): void {
    const changed = new Set<Node>()
    for (const { target } of changes) {
      for (let at: Node | null = target; at && !changed.has(at); at = at.parentNode) {
        changed.add(at)
        this.#drawn.delete(at)
      }
    }
  }
}

/** The same, or said more closely. */
function isWithin(narrow: readonly string[], wide: readonly string[]): boolean {
  return wide.every((part, at) => narrow[at] === part)
}
