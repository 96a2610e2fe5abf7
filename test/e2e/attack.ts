// What a hostile host page can try against the panel: both run in the page itself, and need nothing from outside.

declare global {
  interface Window {
    attack: { keys: string[]; roots: string[]; messages: string[]; tags: string[] }
  }
}

/** Everything a page can prepare before any other script runs. */
export function prepareAttack(): void {
  window.attack = { keys: [], roots: [], messages: [], tags: [] }
  const { keys, roots, messages, tags } = window.attack
  for (const name of ['holdfast-panel', 'hold-fast', 'wxt-panel', 'holdfast-ui', 'x-panel']) {
    customElements.define(
      name,
      class extends HTMLElement {
        readonly internals = this.attachInternals()
        connectedCallback() {
          roots.push(this.internals.shadowRoot?.textContent ?? '')
        }
      },
    )
  }
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (this: Element, options: ShadowRootInit) {
    tags.push(this.tagName)
    return attach.call(this, { ...options, mode: 'open' })
  }
  for (const type of [
    'keydown',
    'keyup',
    'keypress',
    'beforeinput',
    'input',
    'copy',
    'paste',
    'compositionupdate',
  ]) {
    addEventListener(type, event => keys.push(`${type} ${(event as KeyboardEvent).key ?? ''}`), true)
  }
  addEventListener('message', event => messages.push(JSON.stringify(event.data)))
}

/** Everything a page can read of its own document, in one text. */
export function readEverything(): string {
  const read: string[] = [document.documentElement.outerHTML, document.documentElement.innerText]
  read.push(document.documentElement.getHTML({ serializableShadowRoots: true }))
  const hosts = [...document.documentElement.children].filter(one => one.tagName === 'DIV')
  for (const host of hosts) {
    read.push(host.shadowRoot?.textContent ?? '')
    try {
      read.push((host as HTMLElement).attachInternals().shadowRoot?.textContent ?? '')
    } catch {
      read.push('refused')
    }
  }
  const selection = getSelection()
  for (const word of ['rimtai', 'worst', 'Annoyed', '100']) {
    const hasFound = (window as unknown as { find(text: string): boolean }).find(word)
    if (!hasFound) continue
    for (let step = 0; step < 300; step += 1) selection?.modify('extend', 'forward', 'character')
    read.push(selection?.toString() ?? '', selection?.anchorNode?.getRootNode().textContent ?? '')
  }
  selection?.selectAllChildren(document.documentElement)
  for (let step = 0; step < 300; step += 1) selection?.modify('extend', 'forward', 'line')
  read.push(selection?.toString() ?? '')
  document.execCommand('selectAll')
  read.push(getSelection()?.toString() ?? '')
  for (let index = 0; index < window.length; index += 1) {
    try {
      read.push(window[index]?.document.documentElement.outerHTML ?? '')
    } catch {
      read.push('refused')
    }
  }
  read.push(...window.attack.roots, ...window.attack.messages, ...window.attack.keys)
  return read.join('\n')
}

/** What a search through the page and all frames in it answers: another answer for another word would tell. */
export function searchFrames(word: string): string {
  const search = window as unknown as { find(word: string, ...options: boolean[]): boolean }
  const [isCaseSensitive, isBackwards, wraps, isWholeWord, looksIntoFrames] = [
    false,
    false,
    true,
    false,
    true,
  ]
  try {
    return String(search.find(word, isCaseSensitive, isBackwards, wraps, isWholeWord, looksIntoFrames))
  } catch (error) {
    return String(error)
  }
}
