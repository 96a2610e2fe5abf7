// When a frame is seen: after a paint, and while its document is visible at all.

/** The second animation frame begins after what stands in the document at the first was handed to the screen. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}

/** Waits, and on in the background until the document is visible: a hidden panel wakes nobody. */
export function waitWhileSeen(ms: number, then: () => void): void {
  setTimeout(() => (document.hidden ? onceVisible(then) : then()), ms)
}

function onceVisible(then: () => void): void {
  const check = () => {
    if (document.hidden) return
    document.removeEventListener('visibilitychange', check)
    then()
  }
  document.addEventListener('visibilitychange', check)
}
