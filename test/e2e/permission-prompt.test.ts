// The shipped build and the browser's own permission prompt, answered by keys on a display that nobody sees.
// Skipped, with a notice, where there is none.

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { generateSampleData } from '../sample-data/generate.ts'
import { type HoldfastBrowser, openDemo, panelShowing, startBrowser } from './holdfast-browser.ts'
import { sampleCustomers } from './provided.ts'
import { ensureVirtualDisplay, startVirtualDisplay, type VirtualDisplay } from './virtual-display.ts'

const isThere = await ensureVirtualDisplay()
const [first] = generateSampleData({ now: inject('now'), customers: sampleCustomers }).customers
const patience = { timeout: 10_000 }
/** Nothing tells that the prompt is up, and for its first half second it takes no keys. */
const untilPromptListensMs = 1_500
const untilPopupListensMs = 1_000

let display: VirtualDisplay
let browser: HoldfastBrowser

/** It stands on "Deny" when it opens. */
async function answerPrompt(answer: 'allow' | 'deny'): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, untilPromptListensMs))
  await (answer === 'allow' ? display.press('Tab', 'Return') : display.press('Escape'))
}

function alertIn(page: Page): Promise<string> {
  return page.getByRole('alert').innerText()
}

async function fillInConnectForm(page: Page): Promise<void> {
  await page.locator('input[type=url]').fill(inject('workerUrl'))
  await page.locator('form input:not([type=url])').first().fill(inject('token'))
  await page.locator('form button[type=submit]').click()
}

/** As a click on the toolbar's button does. */
async function openPopup(): Promise<void> {
  const [background] = browser.context.serviceWorkers()
  await background?.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }
    await chrome.action.openPopup()
  })
  await new Promise(resolve => setTimeout(resolve, untilPopupListensMs))
}

describe.skipIf(!isThere)("the browser's own permission prompt", () => {
  beforeAll(async () => {
    display = await startVirtualDisplay()
  })
  // The browser asks once for each origin, even where the permission was given back: a new one for each test.
  beforeEach(async () => {
    browser = await startBrowser({ build: 'chrome-mv3', display: display.name })
  })
  afterEach(() => browser.close())
  afterAll(() => display?.close())

  it('is asked in the options page; refused, it says so in a sentence and can ask again', async () => {
    const page = await browser.options('connect')
    await fillInConnectForm(page)
    await answerPrompt('deny')
    await expect
      .poll(() => alertIn(page), patience)
      .toBe('The browser was not allowed to talk to this address. Connect again and allow it.')
    await page.locator('form button[type=submit]').click()
    await answerPrompt('allow')
    await page.locator('.connection').waitFor()
    expect(await page.locator('.connection').innerText()).toContain('Demo')

    const host = await openDemo(browser, 'customers/C-0001')
    const hosts = await browser.options('hosts')
    const row = hosts.locator('li.host', { hasText: 'Demo CRM' })
    await row.getByRole('button').click()
    await answerPrompt('deny')
    await expect
      .poll(() => alertIn(hosts), patience)
      .toBe('The browser did not give its permission, so nothing changed.')
    expect(host.frames()).toHaveLength(1)
    await row.getByRole('button').click()
    await answerPrompt('allow')
    await row.locator('.good-ink').waitFor()
    await host.bringToFront()
    await panelShowing(host, first?.name ?? '')
  })

  it('closes the popup that asked for it, and the host is enabled all the same', async () => {
    await fillInConnectForm(await browser.options('connect'))
    await answerPrompt('allow')
    const host = await openDemo(browser, 'customers/C-0001')
    await openPopup()
    // "Enable on this site" is the first that the keyboard reaches.
    await display.press('Tab', 'Return')
    await answerPrompt('allow')
    await panelShowing(host, first?.name ?? '')
    const row = (await browser.options('hosts')).locator('li.host', { hasText: 'Demo CRM' })
    await row.locator('.good-ink').waitFor()
  })
})
