// The keys of the demo CRM. Heard on the document before anybody else and acting at once, as in real hosts:
// whoever lets keys typed into an overlay through to the page sees mail disappear.

/** What each key does; a key that is not here is left alone. */
export type Shortcuts = Partial<Record<'j' | 'k' | 'Delete' | '#' | 'r' | '/', () => void>>

export function listenForShortcuts(shortcuts: Shortcuts): void {
  const act = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const shortcut = shortcuts[event.key as keyof Shortcuts]
    if (!shortcut) return
    event.preventDefault()
    shortcut()
  }
  document.addEventListener('keydown', act, { capture: true })
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
