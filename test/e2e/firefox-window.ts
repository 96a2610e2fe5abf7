// The browser's own window of Firefox, where its prompts stand and its extensions are managed: what a member sees
// and does there, and what the browser itself does to an extension.

import type { Browser } from 'puppeteer-core'

/** What the window's own scripts know, as far as it is used. */
declare const WebExtensionPolicy: {
  getByID(id: 'holdfast@holdfast.example'): {
    mozExtensionHostname: string
    extension: {
      terminateBackground(how: { disableResetIdleForTest: boolean }): Promise<void>
      on(event: 'background-script-suspend', listener: () => void): void
    }
  }
}
declare const SidebarController: {
  show(id: 'holdfast_holdfast_example-sidebar-action'): Promise<void>
  hide(): void
}
declare const Services: { prefs: { setIntPref(name: string, value: number): void } }
/** How often the browser has ended the extension's background, where that is counted. */
declare let timesEnded: number

interface Popup extends Element {
  state: 'closed' | 'showing' | 'open' | 'hiding'
}
interface Notification extends Element {
  button: HTMLElement
  secondaryButton: HTMLElement
}

export interface BrowserWindow {
  /** Runs a function that needs nothing from outside in the window. */
  run<Answer extends string | number | null>(
    script: (argument: number) => Answer | Promise<Answer>,
    argument?: number,
  ): Promise<Answer>
}

/** Puppeteer speaks BiDi to the pages alone and offers no typed way to what else Firefox understands. */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>
}

const longestWaitMs = 10_000

/** @param browser started with `--remote-allow-system-access`. */
export async function findWindow(browser: Browser): Promise<BrowserWindow> {
  const { connection } = browser as unknown as { connection: Connection }
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
  const [window] = (tree.result as { contexts: { context: string }[] }).contexts
  return {
    async run(script, argument = 0) {
      const { result } = await connection.send('script.callFunction', {
        functionDeclaration: String(script),
        arguments: [{ type: 'number', value: argument }],
        target: { context: window?.context },
        awaitPromise: true,
      })
      const { type, result: answer } = result as { type: string; result?: { value?: never } }
      if (type !== 'success') throw new Error(`The browser's window threw: ${JSON.stringify(result)}`)
      return answer?.value ?? (null as never)
    },
  }
}

/** Waits for the browser's prompt for a permission and presses its button. @returns what the prompt said. */
export async function answerPrompt(window: BrowserWindow, answer: 'allow' | 'deny'): Promise<string> {
  const said = await waitFor(() => window.run(promptText))
  if (!said) throw new Error('The browser asked for no permission.')
  await window.run(answer === 'allow' ? pressAllow : pressDeny)
  await waitFor(async () => (await window.run(promptText)) === null)
  return said
}

async function waitFor<Value>(look: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + longestWaitMs
  let seen = await look()
  while (!seen && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50))
    seen = await look()
  }
  return seen
}

function promptText(): string | null {
  const popup = document.querySelector<Popup>('#notification-popup')
  return popup?.state === 'open' ? popup.textContent : null
}

function pressAllow(): null {
  document.querySelector<Notification>('#notification-popup popupnotification')?.button.click()
  return null
}

function pressDeny(): null {
  document.querySelector<Notification>('#notification-popup popupnotification')?.secondaryButton.click()
  return null
}

/** Where the extension's own pages are, drawn anew at each installation: `moz-extension://5a1d0f6e-...`. */
export function extensionOrigin(window: BrowserWindow): Promise<string> {
  return window.run(
    () => `moz-extension://${WebExtensionPolicy.getByID('holdfast@holdfast.example').mozExtensionHostname}`,
  )
}

export async function openSidebar(window: BrowserWindow): Promise<void> {
  await window.run(async () => {
    await SidebarController.show('holdfast_holdfast_example-sidebar-action')
    return null
  })
}

export async function closeSidebar(window: BrowserWindow): Promise<void> {
  await window.run(() => {
    SidebarController.hide()
    return null
  })
}

export async function stopBackground(window: BrowserWindow): Promise<void> {
  await window.run(async () => {
    const { extension } = WebExtensionPolicy.getByID('holdfast@holdfast.example')
    await extension.terminateBackground({ disableResetIdleForTest: true })
    return null
  })
}

export async function endBackgroundWhenIdle(
  window: BrowserWindow,
  ms: number,
): Promise<() => Promise<number>> {
  await window.run(timeoutMs => {
    const { extension } = WebExtensionPolicy.getByID('holdfast@holdfast.example')
    Object.assign(globalThis, { timesEnded: 0 })
    extension.on('background-script-suspend', () => {
      timesEnded += 1
    })
    Services.prefs.setIntPref('extensions.background.idle.timeout', timeoutMs)
    return null
  }, ms)
  // The one that runs has its timer already.
  await stopBackground(window)
  return () => window.run(() => timesEnded)
}
