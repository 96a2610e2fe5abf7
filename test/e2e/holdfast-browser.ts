// A Chromium with the extension loaded, driven as its members do: connected in the options page, enabled on the
// demo host, its panel read in its own frame.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { chromiumArguments, findChromium } from '../../.ci/chromium.ts'
import type { Section } from '../../extension/options/sections.ts'

export interface HoldfastBrowser {
  context: BrowserContext
  extensionId: string
  /** Fills in the connect form and waits for its answer. */
  connect(url?: string, token?: string): Promise<void>
  /** Enables the demo host in the options page. */
  enableDemo(): Promise<void>
  /** The options page, opened at a section. */
  options(section: Section): Promise<Page>
  /** Stops the service worker as the browser may at any instant. */
  killServiceWorker(): Promise<void>
  close(): Promise<void>
}

export interface Circumstances {
  build?: 'chrome-mv3' | 'chrome-mv3-test'
  colorScheme?: 'light' | 'dark'
  locale?: string
  /** The display it stands on, as `DISPLAY` names it; without one it has no window. */
  display?: string
}

export async function startBrowser({
  build = 'chrome-mv3-test',
  colorScheme = 'light',
  locale = 'en-GB',
  display,
}: Circumstances = {}): Promise<HoldfastBrowser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium. Run npm test, which installs one.')
  const folder = join(import.meta.dirname, '..', '..', '.output', build)
  const profile = await mkdtemp(join(tmpdir(), 'holdfast-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: display === undefined,
    viewport: { width: 1280, height: 800 },
    colorScheme,
    args: [
      ...chromiumArguments,
      ...(display === undefined ? ['--headless=new'] : []),
      `--lang=${locale}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
    env: {
      ...process.env,
      LANGUAGE: locale.slice(0, 2),
      ...(display !== undefined && { DISPLAY: display }),
    } as Record<string, string>,
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const extensionId = new URL(worker.url()).host

  async function options(section: Section): Promise<Page> {
    const page = await context.newPage()
    await page.goto(`chrome-extension://${extensionId}/options.html#${section}`)
    return page
  }

  return {
    context,
    extensionId,
    options,
    async connect(url = inject('workerUrl'), token = inject('token')) {
      const page = await options('connect')
      await page.locator('input[type=url]').fill(url)
      await page.locator('form input:not([type=url])').first().fill(token)
      await page.locator('form button[type=submit]').click()
      await page.locator('.connection').waitFor()
      await page.close()
    },
    async enableDemo() {
      const page = await options('hosts')
      const row = page.locator('li.host', { hasText: 'Demo CRM' })
      await row.getByRole('button').click()
      await row.locator('.good-ink').waitFor()
      await page.close()
    },
    async killServiceWorker() {
      const page = await options('connect')
      const session = await context.newCDPSession(page)
      await session.send('ServiceWorker.enable')
      await session.send('ServiceWorker.stopAllWorkers')
      await page.close()
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** A browser that is connected to the Worker and enabled on the demo host. */
export async function startConnected(
  workerUrl = inject('workerUrl'),
  circumstances: Circumstances = {},
): Promise<HoldfastBrowser> {
  const browser = await startBrowser(circumstances)
  await browser.connect(workerUrl)
  await browser.enableDemo()
  return browser
}

/** The panel's frame in a page; the page cannot reach it, the test can. */
export async function panelFrame(page: Page, timeoutMs = 10_000): Promise<Frame> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    const frame = page.frames().find(one => one !== page.mainFrame() && one.url().includes('/panel.html'))
    if (frame && !frame.isDetached()) return frame
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('The panel was not mounted in the page.')
}

/** The frame once it shows this customer. */
export async function panelShowing(page: Page, name: string, timeoutMs = 15_000): Promise<Frame> {
  const deadline = Date.now() + timeoutMs
  let seen = 'nothing'
  while (Date.now() < deadline) {
    const frame = await panelFrame(page, deadline - Date.now())
    seen = await shownName(frame)
    if (seen === name) return frame
    await new Promise(resolve => setTimeout(resolve, 30))
  }
  throw new Error(`The panel shows ${seen} and not ${name}.`)
}

/** The name at the top of the panel, or what it says instead. */
export async function shownName(frame: Frame): Promise<string> {
  try {
    const name = frame.locator('h1.name')
    if ((await name.count()) > 0) return (await name.first().textContent()) ?? ''
    return `(${(await frame.locator('body').innerText()).slice(0, 80)})`
  } catch {
    return '(reloading)'
  }
}

/** A page of the demo host. */
export async function openDemo(browser: HoldfastBrowser, path: string): Promise<Page> {
  const page = await browser.context.newPage()
  await page.goto(new URL(path, inject('demoUrl')).href)
  return page
}
