// Saves Request Tracker's pages as fixtures for its adapter.
// `node test/hosts/request-tracker/save-pages.ts 2026-11`; CHROMIUM names the browser where Playwright has none.

import { mkdir, writeFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'
import { mailCustomers } from '../mail/customers.ts'
import { ensureInstalled, startRequestTracker } from './request-tracker.ts'
import { colleague, type EdgeCase, edgeCases, member, type SeedMember } from './tickets.ts'
import { clickRequestor, openList, openReply, openTicket, signIn } from './visit.ts'

const folder = new URL('../../fixtures/pages/request-tracker/', import.meta.url)
const month = process.argv[2] ?? '2026-11'
const subject = mailCustomers[0]?.subject ?? ''

type Arrive = (page: Page) => Promise<unknown>

/** Its history comes a moment after the rest. */
const arriveAtTicket = (about: string): Arrive => {
  return async page => {
    await openTicket(page, about)
    await page.waitForSelector('#delayed_ticket_history > .history')
  }
}
const arriveAtEdge = (edge: EdgeCase): Arrive => arriveAtTicket(edgeCases[edge])
const arriveAt = (path: string): Arrive => {
  return page => page.goto(new URL(path, page.url()).href)
}

/** Each situation as what a member does until it stands on the screen. */
const situations: Record<string, Arrive> = {
  list: openList,
  'list-other-columns': arriveAt(
    `/Search/Results.html?${new URLSearchParams({
      Query: "Queue = 'Support'",
      Format:
        "Owner, Cc, '__Requestors__/TITLE:Who', Creator, '<a href=\"__WebPath__/Ticket/Display.html?id=__id__\">__id__</a>/TITLE:#'",
    })}`,
  ),
  'list-without-requestors': arriveAt(
    `/Search/Results.html?${new URLSearchParams({ Query: "Queue = 'Support'", Format: 'id, Subject, Owner, Creator' })}`,
  ),
  'list-of-users': arriveAt('/User/Search.html?UserString=garcia'),
  ticket: arriveAtTicket(subject),
  'ticket-two-of-one-name': arriveAtEdge('twoOfOneName'),
  'ticket-two-requestors': arriveAtEdge('twoRequestors'),
  'ticket-without-requestor': arriveAtEdge('nobody'),
  'ticket-of-ours': arriveAtEdge('ourselves'),
  'ticket-of-colleague': arriveAtEdge('colleague'),
  'ticket-of-colleague-and-customer': arriveAtEdge('colleagueForCustomer'),
  'ticket-of-colleague-customer-in-cc': arriveAtEdge('colleagueWithCopy'),
  'ticket-other-customer-in-cc': arriveAtEdge('customerInCopy'),
  'ticket-unknown-requestor': arriveAtEdge('unknown'),
  'ticket-name-of-another': arriveAtEdge('impostor'),
  'ticket-block-in-body': arriveAtEdge('blockInBody'),
  'ticket-answered': arriveAtEdge('answered'),
  'ticket-merged': arriveAtEdge('merged'),
  'ticket-absent': arriveAt('/Ticket/Display.html?id=999'),
  people: page => openTicket(page, subject, 'ModifyPeople'),
  'people-of-nobody': page => openTicket(page, edgeCases.nobody, 'ModifyPeople'),
  jumbo: page => openTicket(page, edgeCases.twoRequestors, 'ModifyAll'),
  basics: page => openTicket(page, subject, 'Modify'),
  history: page => openTicket(page, subject, 'History'),
  reply: page => openReply(page, subject),
  'reply-merged': page => openReply(page, edgeCases.merged),
  async 'new-ticket'(page) {
    await page.click('#CreateTicketInQueue input[type="submit"]')
    await page.waitForURL(/Create\.html/)
  },
  async user(page) {
    await openTicket(page, subject)
    await clickRequestor(page)
  },
  async 'user-history'(page) {
    await openTicket(page, subject)
    await clickRequestor(page)
    await page.goto(page.url().replace('Summary', 'History'))
  },
  async 'user-of-us'(page) {
    await openTicket(page, edgeCases.colleague)
    await clickRequestor(page)
  },
}
/** Of a member who is shown to whom a reply goes. */
const situationsWithRecipients: Record<string, Arrive> = {
  async 'reply-with-recipient'(page) {
    await openReply(page, subject)
    await page.waitForSelector('#previewscrips input[name="TxnSendMailTo"]')
  },
  async 'reply-with-two-recipients'(page) {
    await openReply(page, edgeCases.customerInCopy)
    await page.waitForSelector('#previewscrips input[name="TxnSendMailTo"]')
  },
  async 'reply-still-loading'(page) {
    await page.route('**/Helpers/PreviewScrips', () => {})
    await openReply(page, subject)
    await page.waitForSelector('#previewscrips .refreshing')
  },
}

const unneeded = [
  'link, meta, style, svg, button, iframe, .dropdown-menu, #rt-header-container, #footer',
  'form.editor, select:not([name$="Owner"]) option, [class*="ticket-info-links"], [class*="ticket-info-dates"]',
  '.downloadattachment, input[name="Token"], input[name="next"], input.dz-hidden-input',
].join()

if (!(await ensureInstalled())) process.exit(1)
const requestTracker = await startRequestTracker()
const browser = await chromium.launch({
  ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
  args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--no-first-run'],
})
await mkdir(folder, { recursive: true })
await saveAll(member, situations)
await saveAll(colleague, situationsWithRecipients)
await browser.close()
await requestTracker.stop()

async function saveAll(as: SeedMember, wanted: Record<string, Arrive>): Promise<void> {
  const page = await browser.newPage()
  await signIn(page, requestTracker, as)
  for (const [situation, arrive] of Object.entries(wanted)) {
    await arrive(page)
    await writeFile(new URL(`${situation}.${month}.html`, folder), await saved(page))
  }
  await page.close()
}

/** The page as it stands under the address it had, without scripts. */
async function saved(shown: Page): Promise<string> {
  const { origin, pathname, search } = new URL(shown.url())
  const html = await shown.evaluate(without => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    for (const element of copy.querySelectorAll(without)) element.remove()
    for (const script of copy.querySelectorAll('script')) {
      const [entry] = /RT\.CurrentUser = .*/.exec(script.textContent ?? '') ?? []
      if (entry) script.textContent = entry
      else script.remove()
    }
    return copy.outerHTML.replace(/\n\s*\n/g, '\n')
  }, unneeded)
  return `<!-- url: http://127.0.0.1${pathname}${search} -->\n<!doctype html>\n${html.replaceAll(origin, 'http://127.0.0.1')}\n`
}
