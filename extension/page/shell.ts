// What stands in the host's page itself: a plain element with a closed root, in it our frame, a neutral cover over
// it and a handle. Nothing personal is ever in here; the host's styles and scripts reach none of its inside.

import type { Scheme } from './host-scheme.ts'

/** The attributes this puts on its element. */
export const shellAttributes = ['data-small', 'data-dark']

export interface Shell {
  /** In the host's page; replaced by a new one at each mount. */
  host: HTMLElement
  /** Opaque at once: whoever the frame still shows cannot be seen any more. */
  cover(): void
  uncover(): void
  setSmall(small: boolean): void
}

export interface ShellParts {
  /** The frame's address with its nonce. */
  address: string
  scheme: Scheme
  small: boolean
  words: { open: string; close: string }
  onHandle(): void
}

/** In pixels: root font sizes of hosts run from 10 to 16. Important, so that no rule of the host's counts. */
const styles = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 12px 12px auto !important;
  display: flex !important;
  width: 384px !important;
  height: min(640px, calc(100vh - 24px)) !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  color-scheme: light !important;
}
:host([data-dark]) { color-scheme: dark !important; }
:host([data-small]) { width: 40px !important; height: 40px !important; }
.frame-box {
  position: relative; flex: 1; overflow: hidden; pointer-events: auto; border-radius: 10px;
  background: light-dark(#ffffff, #15181c);
  box-shadow: 0 0 0 1px light-dark(#00000014, #ffffff1f), 0 8px 28px #00000038;
}
iframe, .cover { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
.cover { background: light-dark(#ffffff, #15181c); }
.cover[hidden], :host([data-small]) .frame-box { display: none; }
button {
  all: unset; box-sizing: border-box; flex: none; align-self: center; pointer-events: auto; cursor: pointer;
  display: grid; place-items: center; width: 24px; height: 56px; border-radius: 8px 0 0 8px;
  background: light-dark(#ffffff, #15181c); color: light-dark(#5b6068, #a6abb3);
  box-shadow: -1px 0 0 0 light-dark(#00000014, #ffffff1f), -6px 8px 16px -6px #00000038;
}
:host([data-small]) button {
  width: 40px; height: 40px; border-radius: 10px;
  box-shadow: 0 0 0 1px light-dark(#00000014, #ffffff1f), 0 4px 14px #00000038;
}
button:hover { color: light-dark(#1c1e21, #eceef1); }
button:focus-visible { outline: 2px solid light-dark(#2257d6, #8db0ff); outline-offset: -3px; }
svg { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 2; }
:host([data-small]) svg { transform: rotate(180deg); }
@media print { :host { display: none !important; } }
`

export function buildShell(page: Document, parts: ShellParts): Shell {
  const host = page.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const cover = page.createElement('div')
  cover.className = 'cover'
  const box = page.createElement('div')
  box.className = 'frame-box'
  box.append(buildFrame(page, parts.address), cover)
  const handle = buildHandle(page, parts.onHandle)
  root.append(buildStyle(page), handle, box)

  function setSmall(small: boolean): void {
    host.toggleAttribute('data-small', small)
    handle.setAttribute('aria-label', small ? parts.words.open : parts.words.close)
    handle.setAttribute('aria-expanded', String(!small))
  }

  host.toggleAttribute('data-dark', parts.scheme === 'dark')
  setSmall(parts.small)
  return {
    host,
    cover() {
      cover.hidden = false
    },
    uncover() {
      cover.hidden = true
    },
    setSmall,
  }
}

function buildFrame(page: Document, address: string): HTMLIFrameElement {
  const frame = page.createElement('iframe')
  frame.title = 'Holdfast'
  frame.referrerPolicy = 'no-referrer'
  frame.src = address
  return frame
}

function buildHandle(page: Document, onHandle: () => void): HTMLButtonElement {
  const handle = page.createElement('button')
  handle.type = 'button'
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 14 14')
  const chevron = page.createElementNS('http://www.w3.org/2000/svg', 'path')
  chevron.setAttribute('d', 'M5 2.5 9.5 7 5 11.5')
  svg.append(chevron)
  handle.append(svg)
  handle.addEventListener('click', event => event.isTrusted && onHandle())
  return handle
}

function buildStyle(page: Document): HTMLStyleElement {
  const style = page.createElement('style')
  style.textContent = styles
  return style
}
