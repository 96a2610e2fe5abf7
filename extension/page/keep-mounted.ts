// Keeps one element in the page: where the host's page removes, moves or disarms it, it is mounted anew. Ever
// more slowly, so that a page that removes it in a loop cannot keep the browser busy.

/** After standing so long undisturbed, the next disturbance is answered at once again. */
const calmMs = 30_000
const firstPauseMs = 100
const longestPauseMs = 30_000

/** How long to wait before mounting again, after so many disturbances in a row: 0, 100 ms, 200 ms ... 30 s. */
export function pauseMs(disturbances: number): number {
  return disturbances <= 1 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (disturbances - 2))
}

/** How often the element was disturbed in a row, this time included. */
export function countDisturbances(before: number, sinceMountMs: number): number {
  return sinceMountMs >= calmMs ? 1 : before + 1
}

export interface Mounting {
  signal: AbortSignal
  /** Builds the element; it is put into the page after. Null: try again later. */
  build(): Promise<HTMLElement | null>
  /** Attributes that are ours; any other was put there by the page. */
  attributes: readonly string[]
}

/** @returns a function that mounts anew, for when the element stands but does not work. */
export function keepMounted(page: Document, mounting: Mounting): () => void {
  const { signal } = mounting
  const observer = new MutationObserver(check)
  let mounted: HTMLElement | null = null
  let mountedAt = 0
  let disturbances = 0
  let isMounting = false

  function check(records: readonly MutationRecord[]): void {
    if (!mounted || signal.aborted) return
    if (wasTakenOut(mounted, records) || isDisturbed(page, mounted, mounting.attributes)) mountAgain()
  }

  function mountAgain(): void {
    if (isMounting) return
    isMounting = true
    disturbances = countDisturbances(disturbances, performance.now() - mountedAt)
    setTimeout(mount, pauseMs(disturbances))
  }

  async function mount(): Promise<void> {
    const element = signal.aborted ? null : await mounting.build().catch(() => null)
    isMounting = false
    if (signal.aborted) return
    mountedAt = performance.now()
    if (!element || !page.documentElement) return mountAgain()
    observer.disconnect()
    mounted?.remove()
    mounted = element
    page.documentElement.append(element)
    observer.observe(page, { childList: true })
    observer.observe(page.documentElement, { childList: true })
    observer.observe(element, { attributes: true })
  }

  signal.addEventListener('abort', () => {
    observer.disconnect()
    mounted?.remove()
  })
  isMounting = true
  void mount()
  return mountAgain
}

/** Even where it is back in its place: its frame has lost its document on the way. */
function wasTakenOut(element: HTMLElement, records: readonly MutationRecord[]): boolean {
  return records.some(({ removedNodes }) => [...removedNodes].some(node => node.contains(element)))
}

function isDisturbed(page: Document, element: HTMLElement, attributes: readonly string[]): boolean {
  if (element.parentNode !== page.documentElement || !element.isConnected) return true
  return element.getAttributeNames().some(name => !attributes.includes(name))
}
