// Moving between addresses as single-page applications do: the address changes at once, the view some time later.

import { latencyMs } from './session.ts'

let draw = () => {}
let pending: ReturnType<typeof setTimeout> | undefined

/** Calls `drawView` now and after every navigation; of several in a row only the last is drawn. */
export function startNavigation(drawView: () => void): void {
  draw = drawView
  addEventListener('popstate', drawLater)
  document.addEventListener('click', followInside)
  draw()
}

/** As a click on a link to `path`. */
export function go(path: string): void {
  history.pushState(null, '', path)
  drawLater()
}

function drawLater(): void {
  clearTimeout(pending)
  const latency = latencyMs()
  if (latency > 0) pending = setTimeout(draw, latency)
  else draw()
}

function followInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!link || !isPlain || event.defaultPrevented || link.origin !== location.origin) return
  event.preventDefault()
  go(link.pathname + link.search)
}
