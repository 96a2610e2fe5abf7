// What a member can see of the panel, told apart from what its frame holds: the neutral cover lies over the frame
// in a closed root, which only the browser's debugger can look into.

import type { CDPSession, Frame, Page } from 'playwright-core'

interface DebugNode {
  backendNodeId: number
  attributes?: string[]
  children?: DebugNode[]
  shadowRoots?: DebugNode[]
}

/** Is the cover off? Null where there is no panel in the page. */
export async function isUncovered(session: CDPSession): Promise<boolean | null> {
  const cover = await findCover(session)
  return cover && attribute(cover, 'hidden') !== null
}

/** Moves the demo host on. @returns was nobody visible any more at once, in the very task in which it moved? */
export async function goAndLook(session: CDPSession, path: string): Promise<boolean> {
  const cover = await findCover(session)
  if (!cover) throw new Error('The panel is not in the page.')
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: cover.backendNodeId })
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: 'function (path) { window.demo.go(path); return this.hidden === false }',
    arguments: [{ value: path }],
  })
  return result.value === true
}

async function findCover(session: CDPSession): Promise<DebugNode | null> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DebugNode }
  return find(root, node => attribute(node, 'class') === 'cover')
}

function find(node: DebugNode, matches: (node: DebugNode) => boolean): DebugNode | null {
  if (matches(node)) return node
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = find(child, matches)
    if (found) return found
  }
  return null
}

function attribute({ attributes = [] }: DebugNode, name: string): string | null {
  const index = attributes.indexOf(name)
  return index < 0 ? null : (attributes[index + 1] ?? '')
}

/** The customer's name in the frame, or null where it shows none. */
export function nameIn(frame: Frame): Promise<string | null> {
  return frame.evaluate(() => document.querySelector('h1.name')?.textContent ?? null)
}

/** The last part of the page's address: `C-0012`. */
export function recordInAddress(page: Page): Promise<string> {
  return page.evaluate(() => location.pathname.split('/').at(-1) ?? '')
}
