// Saves SOGo's pages as fixtures for its adapter.
// `node test/hosts/sogo/save-pages.ts 2026-11`; CHROMIUM names the browser where Playwright has none.

import { mkdir, writeFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'
import { mailCustomers } from '../mail/customers.ts'
import { openMailbox } from '../mail/mailbox.ts'
import { edgeCases, sentSubjects } from '../mail/seed-messages.ts'
import { ensureInstalled, startSogo } from './sogo.ts'
import { appendSpoofed, spoofedFolder, spoofedMails } from './spoofed-mails.ts'
import { clickCard, clickMessage, openContacts, openFolder, signIn } from './visit.ts'

const folder = new URL('../../fixtures/pages/sogo/', import.meta.url)
const month = process.argv[2] ?? '2026-11'
const [first] = mailCustomers
const spoofed = spoofedMails.filter(({ subject }) => subject === 'the whole message, as it is')

async function openMessage(page: Page, folder: string, subject: string): Promise<void> {
  await openFolder(page, sogo, folder)
  await clickMessage(page, subject)
}

async function openCard(page: Page): Promise<void> {
  await openContacts(page, sogo)
  if (first) await clickCard(page, first)
}

/** Each situation as what a member does until it stands on the screen. */
const situations: Record<string, (page: Page) => Promise<void>> = {
  list: page => openFolder(page, sogo, 'INBOX'),
  'message-from-customer': page => openMessage(page, 'INBOX', first?.subject ?? ''),
  'message-display-name-of-another': page => openMessage(page, 'Edge cases', edgeCases.nameOfAnother),
  'message-no-display-name': page => openMessage(page, 'Edge cases', edgeCases.noName),
  'message-unknown-sender': page => openMessage(page, 'Edge cases', edgeCases.unknownSender),
  'message-colleague-forwards': page => openMessage(page, 'Edge cases', edgeCases.forwarded),
  'message-two-in-cc': page => openMessage(page, 'Edge cases', edgeCases.twoInCopy),
  'message-own-copy': page => openMessage(page, 'Edge cases', edgeCases.ownCopy),
  'message-outgoing': page => openMessage(page, 'Sent', sentSubjects.toOne),
  'message-header-in-body': page => openMessage(page, spoofedFolder, spoofed[0]?.subject ?? ''),
  async 'message-in-window'(page) {
    await openMessage(page, 'INBOX', first?.subject ?? '')
    await page.goto(page.url().replace('/view#', '/UIxMailPopupView#'))
    await page.waitForSelector('#detailView a.md-caption:not(:empty)')
  },
  async reply(page) {
    await openMessage(page, 'INBOX', first?.subject ?? '')
    await page.click('#detailView button[aria-label="Reply"]')
    await page.waitForSelector('#mailEditor md-chip-template')
  },
  async 'reply-to-two'(page) {
    await openMessage(page, 'Edge cases', edgeCases.twoInCopy)
    await page.click('#detailView button[aria-label="Reply All"]')
    await page.waitForSelector('#mailEditor md-chip-template')
  },
  async 'new-mail'(page) {
    await openMessage(page, 'INBOX', first?.subject ?? '')
    await page.click('md-fab-trigger button')
    await page.click('md-fab-actions button[ng-click="mailbox.newMessage($event)"]')
    await page.waitForSelector('#mailEditor md-chips')
  },
  'card-list': page => openContacts(page, sogo),
  card: openCard,
  async 'card-edited'(page) {
    await openCard(page)
    await page.click('#detailView a[aria-label="Edit"]')
    await page.waitForSelector('#detailView form[name="contactForm"]')
  },
}

if (!(await ensureInstalled())) process.exit(1)
const sogo = await startSogo()
const mailbox = await openMailbox(sogo.imapPort, sogo.login)
await appendSpoofed(mailbox, spoofed)
await mailbox.close()
const browser = await chromium.launch({
  ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
  args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--no-first-run'],
})
const page = await browser.newPage()
await signIn(page, sogo)
await mkdir(folder, { recursive: true })
for (const [situation, arrive] of Object.entries(situations)) {
  await arrive(page)
  await page.waitForTimeout(500)
  await writeFile(new URL(`${situation}.${month}.html`, folder), await saved(page))
}
await browser.close()
await sogo.stop()

/** The page as it stands under the address it had; without scripts, menus, folders and what is left of the list. */
async function saved(shown: Page): Promise<string> {
  const { pathname, hash } = new URL(shown.url())
  const html = await shown.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    const notRead = [
      'head > *, noscript, svg, iframe, .md-scroll-mask, sg-draggable-helper',
      'md-sidenav, md-fab-speed-dial, md-menu, md-select, md-progress-linear, md-autocomplete, .cke',
      '.sg-section-list > md-list-item:nth-child(n + 4)',
    ]
    if (copy.querySelector('#detailView md-card')) notRead.push('.view-list, main md-toolbar')
    for (const element of copy.querySelectorAll(notRead.join())) element.remove()
    for (const script of copy.querySelectorAll('script')) keepAccounts(script)
    /** The identities are all that is read from a script. */
    function keepAccounts(script: Element): void {
      const [, accounts] = /("AuxiliaryMailAccounts":\[.*?\}\]\}\])/.exec(script.textContent ?? '') ?? []
      if (script.id === 'UserDefaults' && accounts) script.textContent = `{${accounts}}`
      else script.remove()
    }
    return copy.outerHTML.replace(/<!---->/g, '').replace(/\n\s*\n/g, '\n')
  })
  return `<!-- url: http://127.0.0.1${pathname}${hash} -->\n<!doctype html>\n${html}\n`
}
