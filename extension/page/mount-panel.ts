// The panel in the host's page: a shell around our frame, a fresh nonce for every load of it, and the cover that
// lies over it from the moment the customer may have changed until the panel has painted the new one.

import { hostScheme, type Scheme } from './host-scheme.ts'
import { keepMounted } from './keep-mounted.ts'
import { isSmall, type Placement, rest, toggle } from './placement.ts'
import { buildShell, type Shell, shellAttributes } from './shell.ts'

/** A frame that has shown nothing after so long lost its way: its nonce grew too old on a busy machine. */
const patienceMs = 12_000

export interface PanelParts {
  signal: AbortSignal
  words: { open: string; close: string }
  /** A fresh address for one load of the frame, and how the member left the panel on this host. */
  issueAddress(): Promise<{ address: string; collapsed: boolean }>
  keepCollapsed(collapsed: boolean): void
}

export interface MountedPanel {
  /** Another customer may be on the page: nobody is visible from now on. */
  cover(): void
  /** The panel has painted what belongs to the page. */
  uncover(): void
  /** The page was read: is there nobody to show at all? */
  rest(resting: boolean): void
}

export function mountPanel(page: Document, parts: PanelParts): MountedPanel {
  let shell: Shell | null = null
  let placement: Placement | null = null
  let scheme: Scheme | null = null
  let isResting = false
  let hasShown = false
  let patience: ReturnType<typeof setTimeout> | undefined

  function place(next: Placement): void {
    if (next.collapsed !== placement?.collapsed) parts.keepCollapsed(next.collapsed)
    placement = next
    shell?.setSmall(isSmall(next))
  }

  async function build(): Promise<HTMLElement> {
    const { address, collapsed } = await parts.issueAddress()
    placement ??= { collapsed, resting: isResting, peeking: false }
    hasShown = false
    scheme = hostScheme(page)
    shell = buildShell(page, {
      address: `${address}.${scheme}`,
      scheme,
      words: parts.words,
      small: isSmall(placement),
      onHandle: () => placement && place(toggle(placement)),
    })
    clearTimeout(patience)
    patience = setTimeout(checkShown, patienceMs)
    return shell.host
  }

  /** Hidden pages and small panels are not painted, so they have shown nothing and lack nothing. */
  function checkShown(): void {
    if (parts.signal.aborted || hasShown) return
    const isSeen = !page.hidden && placement !== null && !isSmall(placement)
    if (isSeen) mountAgain()
    else patience = setTimeout(checkShown, patienceMs)
  }

  const mountAgain = keepMounted(page, { signal: parts.signal, build, attributes: shellAttributes })
  return {
    cover() {
      shell?.cover()
    },
    uncover() {
      hasShown = true
      shell?.uncover()
    },
    rest(resting) {
      isResting = resting
      if (placement) place(rest(placement, resting))
      // A host's own switch between light and dark: only a new load tells the frame.
      if (scheme && scheme !== hostScheme(page)) mountAgain()
    },
  }
}
