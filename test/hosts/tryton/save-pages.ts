// Saves Tryton's pages as fixtures for its adapter.
// `node test/hosts/tryton/save-pages.ts 2026-11`; CHROMIUM names the browser where Playwright has none.

import { mkdir, writeFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'
import { customerParties, edgeParties, opportunities } from './parties.ts'
import { partyIds } from './seed-database.ts'
import { ensureInstalled, startTryton } from './tryton.ts'
import {
  openNext,
  openOpportunities,
  openParties,
  openParty,
  openRow,
  openTab,
  signIn,
  switchView,
  untilShown,
} from './visit.ts'

const folder = new URL('../../fixtures/pages/tryton/', import.meta.url)
const month = process.argv[2] ?? '2026-11'
const contacts = `${openTab} .form-one2many:has(col.url) tbody tr .column-url`

if (!(await ensureInstalled())) process.exit(1)
const tryton = await startTryton()
const idOf = await partyIds(tryton.calls)
const [first, , , fourth] = customerParties
const [, , , fourthLead] = opportunities

async function openByCode(page: Page, code = ''): Promise<void> {
  await openParty(page, idOf.get(code) ?? 0, code)
}

async function openWithContacts(page: Page, code = ''): Promise<void> {
  await openByCode(page, code)
  await page.waitForSelector(contacts, { state: 'attached' })
}

/** The answer about contacts does not come, the one about the party does. */
async function withholdContacts(page: Page): Promise<void> {
  await page.route('**/crm/', async route => {
    const isContacts = route.request().postData()?.includes('model.party.contact_mechanism.read') === true
    if (!isContacts) await route.continue()
  })
}

/** Each situation as what a member does until it stands on the screen. */
const situations: Record<string, (page: Page) => Promise<void>> = {
  'party-list': openParties,
  async party(page) {
    await openParties(page)
    await openRow(page, fourth?.code ?? '')
    await page.waitForSelector(contacts, { state: 'attached' })
  },
  async 'party-beside-other-tabs'(page) {
    await openWithContacts(page, first?.code)
    await openOpportunities(page)
    await openWithContacts(page, fourth?.code)
    await openWithContacts(page, customerParties[1]?.code)
    await page.click('#tablist li:nth-child(3) a')
  },
  async 'party-list-after-party'(page) {
    await openParties(page)
    await openRow(page, fourth?.code ?? '')
    await page.waitForSelector(contacts, { state: 'attached' })
    await switchView(page)
  },
  async 'party-contacts-of-the-one-before'(page) {
    await openParties(page)
    await openRow(page, fourth?.code ?? '')
    await page.waitForSelector(contacts, { state: 'attached' })
    await withholdContacts(page)
    await openNext(page)
    await untilShown(page, customerParties[4]?.code ?? '')
  },
  async 'party-contacts-not-drawn-yet'(page) {
    await withholdContacts(page)
    await openByCode(page, fourth?.code)
  },
  async 'party-one-contact-opened'(page) {
    await openWithContacts(page, fourth?.code)
    await page.click(`${openTab} .form-one2many:has(col.url) button[aria-label=Switch]`)
    await page.waitForSelector(`${openTab} .form-email a[href^="mailto:"]`)
  },
  'party-two-people': page => openWithContacts(page, edgeParties.twoPeople.code),
  'party-by-phone': page => openWithContacts(page, edgeParties.byPhone.code),
  'party-lookalike': page => openWithContacts(page, edgeParties.lookalike.code),
  'party-name-of-another': page => openWithContacts(page, edgeParties.nameOfAnother.code),
  'party-no-contacts': page => openByCode(page, edgeParties.noContacts.code),
  async 'party-new'(page) {
    await openParties(page)
    await page.click(`${openTab} button#new_`)
    await untilShown(page, '')
    await page.waitForURL(({ hash }) => !hash.includes('/party.party/'))
  },
  'opportunity-list': openOpportunities,
  async opportunity(page) {
    await openOpportunities(page)
    await openRow(page, fourthLead?.description ?? '')
  },
  async 'opportunity-without-party'(page) {
    await openOpportunities(page)
    await page.locator(`${openTab} tr.more-row button`).first().click()
    await openRow(page, opportunities.at(-1)?.description ?? '')
  },
}

const browser = await chromium.launch({
  ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
  args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--no-first-run'],
})
await mkdir(folder, { recursive: true })
for (const [situation, arrive] of Object.entries(situations)) {
  const page = await browser.newPage()
  await signIn(page, tryton)
  await arrive(page)
  await page.waitForTimeout(1_000)
  await writeFile(new URL(`${situation}.${month}.html`, folder), await saved(page))
  await page.close()
}
await browser.close()
await tryton.stop()

/** The page as it stands under its address, with what its fields hold; without scripts, pictures and menus. */
async function saved(shown: Page): Promise<string> {
  const { hash } = new URL(shown.url())
  const html = await shown.evaluate(() => {
    for (const input of document.querySelectorAll('input')) input.setAttribute('value', input.value)
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    const unread = 'script, link, svg, img, datalist, option, .filter-box, .dropdown-menu, #menu > *'
    for (const element of copy.querySelectorAll(unread)) element.remove()
    for (const element of copy.querySelectorAll('[style]:not([style*="none"])'))
      element.removeAttribute('style')
    return copy.outerHTML.replace(/\n\s*\n/g, '\n')
  })
  return `<!-- url: http://127.0.0.1/${hash} -->\n<!doctype html>\n${html}\n`
}
