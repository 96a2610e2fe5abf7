// The panel in a real Roundcube in a stock Firefox: what Firefox does otherwise with frames of the host itself.
// What it shows beside which mail is the business of roundcube.test.ts.

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureFirefox } from '../../.ci/firefox.ts'
import { mailCustomers } from '../hosts/mail/customers.ts'
import { ensureInstalled, type Roundcube, startRoundcube } from '../hosts/roundcube/roundcube.ts'
import {
  type HoldfastFirefox,
  isUncovered,
  panelFrame,
  panelShowing,
  startFirefox,
  textOf,
} from './holdfast-firefox.ts'
import { tellWorker } from './tell-worker.ts'

const isThere = (await ensureFirefox()) !== null && (await ensureInstalled())
const patience = { timeout: 10_000 }

let roundcube: Roundcube
let firefox: HoldfastFirefox
let page: Page

/** Newest first, as the list has them. */
const everyOther = mailCustomers.toReversed().filter((_, index) => index % 2 === 0)

function inList(subject: string): string {
  return `::-p-xpath(//tr[contains(@class, "message")]//*[text()="${subject}"])`
}

async function signIn(): Promise<Page> {
  const host = await firefox.browser.newPage()
  await host.goto(roundcube.url)
  await host.locator('#rcmloginuser').fill(roundcube.login.user)
  await host.locator('#rcmloginpwd').fill(roundcube.login.password)
  await host.locator('#rcmloginsubmit').click()
  await host.locator('#messagelist tr.message').wait()
  return host
}

describe.runIf(isThere)('in Roundcube in Firefox, the panel', () => {
  beforeAll(async () => {
    await tellWorker(
      'customers',
      mailCustomers.map(({ name, email }) => ({
        source: 'mail',
        externalId: email,
        customer: [{ kind: 'email', value: email }],
        name,
      })),
    )
    roundcube = await startRoundcube()
    firefox = await startFirefox()
    await firefox.connect()
    await firefox.enableHost('Roundcube')
    page = await signIn()
  })
  afterAll(async () => {
    await firefox?.close()
    await roundcube?.stop()
  })

  it('shows nobody before a message is open, then the writer of each in the preview', async () => {
    const frame = await panelFrame(page)
    await expect.poll(() => textOf(frame), patience).toContain('No customer on this page')
    for (const { name, subject } of everyOther) {
      await page.locator(inList(subject)).click()
      await expect.poll(async () => isUncovered(await panelShowing(page, name)), patience).toBe(true)
    }
    expect(frame.detached).toBe(false)
  })

  it('shows the writer of a message on its own page, and nobody after going back to the list', async () => {
    const [{ name, subject } = { name: '', subject: '' }] = everyOther
    await page.locator(inList(subject)).click({ count: 2 })
    await page.locator('#toolbar-menu a.next').wait()
    await panelShowing(page, name)
    await page.evaluate(() => history.back())
    await expect
      .poll(async () => textOf(await panelFrame(page)), patience)
      .toContain('No customer on this page')
  })
})
