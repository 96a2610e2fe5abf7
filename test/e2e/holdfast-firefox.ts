// A stock Firefox with the shipped extension, driven as its members do: its pages over WebDriver BiDi, and what
// members do outside of pages (the browser's own prompt) in the browser's own window.

import { join } from 'node:path'
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core'
import { inject } from 'vitest'
import { findFirefox } from '../../.ci/firefox.ts'
import '../hosts/demo-crm/demo-window.ts'
import {
  answerPrompt,
  type BrowserWindow,
  endBackgroundWhenIdle,
  extensionOrigin,
  findWindow,
  stopBackground,
} from './firefox-window.ts'

const build = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3')

export interface HoldfastFirefox {
  browser: Browser
  window: BrowserWindow
  /** A page of the extension's own, once it shows its heading: `options.html#connect`. */
  ownPage(path: string): Promise<Page>
  /** Fills in the connect form and sends it; the browser's prompt, where there is one, stays unanswered. */
  sendConnectForm(page: Page, url?: string, token?: string): Promise<void>
  /** Connects, allowing what the browser asks. */
  connect(url?: string): Promise<void>
  /** Enables a host, by its name, in the options page, allowing what the browser asks. */
  enableHost(name: string): Promise<void>
  /** Ends the background as the browser ends one that is idle, and at any instant. */
  stopBackground(): Promise<void>
  /** From now on the browser does so whenever it is idle for so long. @returns a count of how often it has. */
  endBackgroundWhenIdle(ms: number): Promise<() => Promise<number>>
  close(): Promise<void>
}

export async function startFirefox(): Promise<HoldfastFirefox> {
  const executablePath = findFirefox()
  if (!executablePath) throw new Error('There is no Firefox. Run npm test, which installs one.')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    defaultViewport: { width: 1280, height: 800 },
    // For the browser's own window, and pages of extensions.
    args: ['--remote-allow-system-access'],
  })
  await browser.installExtension(build)
  const window = await findWindow(browser)
  const origin = await extensionOrigin(window)

  async function ownPage(path: string): Promise<Page> {
    const page = await browser.newPage()
    // Puppeteer misses the end of such a load: the page moves to another process on the way.
    await page.goto(`${origin}/${path}`, { waitUntil: [] })
    await page.locator('h1').wait()
    return page
  }

  async function sendConnectForm(page: Page, url = inject('workerUrl'), token = inject('token')) {
    await page.locator('input[type=url]').fill(url)
    await page.locator('form input:not([type=url])').fill(token)
    await page.locator('form button[type=submit]').click()
  }

  return {
    browser,
    window,
    ownPage,
    sendConnectForm,
    async connect(url) {
      const page = await ownPage('options.html#connect')
      await sendConnectForm(page, url)
      await answerPrompt(window, 'allow')
      await page.locator('.connection').wait()
      await page.close()
    },
    async enableHost(name) {
      const page = await ownPage('options.html#hosts')
      await page.locator(inHostRow(name, 'button')).click()
      await answerPrompt(window, 'allow')
      await page.locator(inHostRow(name, 'p[contains(@class, "good-ink")]')).wait()
      await page.close()
    },
    stopBackground: () => stopBackground(window),
    endBackgroundWhenIdle: ms => endBackgroundWhenIdle(window, ms),
    close: () => browser.close(),
  }
}

/** Something in a host's row of the options page. */
export function inHostRow(name: string, inside: string): string {
  return `::-p-xpath(//li[contains(@class, "host")][contains(., "${name}")]//${inside})`
}

/** The panel's frame in a page. Puppeteer keeps the address it was made with, so the frame is asked itself. */
export async function panelFrame(page: Page, timeoutMs = 10_000): Promise<Frame> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue
      if ((await read(frame, () => location.pathname)) === '/panel.html') return frame
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('The panel was not mounted in the page.')
}

/** The frame once it shows this customer. */
export async function panelShowing(page: Page, name: string, timeoutMs = 15_000): Promise<Frame> {
  const deadline = Date.now() + timeoutMs
  let seen: string | null = null
  while (Date.now() < deadline) {
    const frame = await panelFrame(page, deadline - Date.now())
    seen = await nameIn(frame)
    if (seen === name) return frame
    await new Promise(resolve => setTimeout(resolve, 30))
  }
  throw new Error(`The panel shows ${seen ?? 'nobody'} and not ${name}.`)
}

/** The customer's name in the frame, or null where it shows none. */
export function nameIn(frame: Frame): Promise<string | null> {
  return read(frame, () => document.querySelector('h1.name')?.textContent ?? null)
}

/** All a frame says, or nothing while it is loading. */
export async function textOf(frame: Frame): Promise<string> {
  return (await read(frame, () => document.body.innerText)) ?? ''
}

/** Is the neutral cover off? It lies over the frame in a closed root, into which the driver sees and no page. */
export async function isUncovered(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement().catch(frameIsGone)
  const isOff = await element?.evaluate(isCoverOff).catch(frameIsGone)
  await element?.dispose()
  return isOff === true
}

/** Moves the demo host on. @returns was nobody visible any more at once, in the very task in which it moved? */
export async function goAndLook(frame: Frame, path: string): Promise<boolean> {
  const element = await frame.frameElement()
  if (!element) throw new Error('The panel is not in the page.')
  const isNobodyVisible = await element.evaluate((one, path) => {
    window.demo.go(path)
    const cover = (one.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.cover')
    return cover?.hidden === false
  }, path)
  await element.dispose()
  return isNobodyVisible
}

function isCoverOff(frameElement: Element): boolean {
  const cover = (frameElement.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.cover')
  return cover?.hidden === true
}

/** A page of the demo host. */
export async function openDemo({ browser }: HoldfastFirefox, path: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(new URL(path, inject('demoUrl')).href)
  return page
}

async function read(frame: Frame, ask: () => string | null): Promise<string | null> {
  return await frame.evaluate(ask).catch(frameIsGone)
}

/** It was replaced between two looks; the next one finds its successor. */
function frameIsGone(): null {
  return null
}
