// Saves the demo CRM's pages as fixtures for its adapter, from a run with a few customers of their own.
// `node test/hosts/demo-crm/save-pages.ts 2026-11`; CHROMIUM names the browser where Playwright has none.

import { mkdir, writeFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'
import type { CustomerRow } from '../../../shared/facts.ts'
import './demo-window.ts'
import { messageIds } from './mail.ts'
import { startDemoCrm } from './server.ts'

const folder = new URL('../../fixtures/pages/demo-crm/', import.meta.url)
const savedAt = Date.parse('2026-11-23T09:30:00Z')
const slowMs = 5000

const people: readonly [name: string, email: string, phone?: string, company?: string][] = [
  ['Dovilė Šarkaitė', 'dovile@sarka-co.example', '+37060000801', 'UAB Šarka & Co'],
  ['Henrik Blåberg', 'henrik.blaberg@skogens-hus.example', '+493023125802', 'Skogens Hus'],
  ['Полина Левченко', 'polina@levchenko-foto.example', '+37060000803'],
  ['Anne-Marie O’Toole', 'Anne-Marie.OToole@harbour-tea.example', undefined, 'Harbour Tea'],
  ['Μαρίνα Κωνσταντίνου', 'marina+labels@agora.example', '+493023125805', 'Αγορά <&> Υιοί'],
  ['Tomasz Zieliński', 'tomasz@zielona-brama.example', '+33639980806', 'Zielona Brama'],
  ['Gintarė Ramonaitė', 'gintare.ramonaite@postbox.example', '+37060000807'],
  ['Ignas Ramonas', 'ignas.ramonas@postbox.example', '+37060000807'],
  ['山田 花子', 'hanako@yamada-print.example', '+12125550108', '山田印刷'],
  ['דנה כהן', 'dana@cohen-studio.example', '+33639980810'],
  ['Ignas Ramonas', 'ignas@kopu-medis.example', '+37060000811', 'MB Kopų Medis'],
]

const customers = people.map(([name, email, phone, company], index): CustomerRow => {
  const record = `C-${String(index + 1).padStart(4, '0')}`
  return {
    source: 'demo-crm',
    externalId: record,
    customer: [
      { kind: 'record', host: 'demo-crm', value: record },
      { kind: 'email', value: email },
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
    ],
    name,
    owner: 'Marta',
    ...(company && { company }),
  }
})

/** Each situation as the addresses visited in a row; the page is saved at the last. */
const situations: Record<string, [string, ...string[]]> = {
  'customer-list': ['customers'],
  /** Mail was open before: its list stays in the page, hidden. */
  'customer-page': [`mail/${messageIds.twoInCc}`, 'customers/C-0005'],
  /** The address has changed and the view has not. */
  'customer-page-not-drawn-yet': [`customers/C-0002?latency=${slowMs}`, 'customers/C-0001'],
  'message-from-customer': [`mail/${messageIds.fromCustomer}`],
  'message-outgoing': [`mail/${messageIds.outgoing}`],
  'message-outgoing-to-two': [`mail/${messageIds.outgoingToTwo}`],
  'message-lookalike-header-in-body': [`mail/${messageIds.lookalikeHeaderInBody}`],
  'message-two-in-cc': [`mail/${messageIds.twoInCc}`],
  'message-display-name-of-another': [`mail/${messageIds.displayNameOfAnother}`],
  'message-no-display-name': [`mail/${messageIds.noDisplayName}`],
  'message-unknown-sender': [`mail/${messageIds.unknownSender}`],
}

const month = process.argv[2] ?? '2026-11'
const crm = await startDemoCrm({ port: 0, customers, now: savedAt })
const browser = await chromium.launch({
  ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
  args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--no-first-run'],
})
await mkdir(folder, { recursive: true })
for (const [situation, paths] of Object.entries(situations)) {
  const page = await browser.newPage()
  await visit(page, crm.url, paths)
  await writeFile(new URL(`${situation}.${month}.html`, folder), await saved(page))
  await page.close()
}
await browser.close()
await crm.close()

async function visit(page: Page, base: string, [first, ...others]: [string, ...string[]]): Promise<void> {
  await page.goto(base + first)
  await page.waitForSelector('main:not([data-view="loading"])')
  for (const path of others) {
    await page.evaluate(address => window.demo.go(address), `/demo-crm/${path}`)
  }
}

/** The page as it stands, without scripts, under the address it had. */
async function saved(page: Page): Promise<string> {
  const { pathname, search } = new URL(page.url())
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    for (const script of copy.querySelectorAll('script')) script.remove()
    return copy.outerHTML
  })
  return `<!-- url: http://127.0.0.1${pathname}${search} -->\n<!doctype html>\n${html}\n`
}
