// What a member does in Request Tracker, for those who drive a browser through it.

import type { Page } from 'playwright-core'
import type { RequestTracker } from './request-tracker.ts'
import { member, type SeedMember, ticketOf } from './tickets.ts'

/** The history of a ticket comes later. */
const arrived = { waitUntil: 'domcontentloaded' } as const

export async function signIn(page: Page, { url }: RequestTracker, as: SeedMember = member): Promise<void> {
  await page.goto(url)
  await page.fill('#login input[name="user"]', as.Name)
  await page.fill('#login input[name="pass"]', as.Password)
  await page.click('#login input[type="submit"]')
  await page.waitForSelector('#app-nav')
}

/** A page of the ticket with this subject: `Display`, `ModifyPeople`. */
export async function openTicket(page: Page, subject: string, name = 'Display'): Promise<void> {
  await page.goto(new URL(`/Ticket/${name}.html?id=${ticketOf(subject)}`, page.url()).href, arrived)
}

export async function openReply(page: Page, subject: string): Promise<void> {
  await page.goto(
    new URL(`/Ticket/Update.html?id=${ticketOf(subject)}&Action=Respond`, page.url()).href,
    arrived,
  )
}

/** Into the editor of a reply. */
export async function writeReply(page: Page, text: string): Promise<void> {
  await page.frameLocator('iframe.cke_wysiwyg_frame').locator('body').fill(text)
}

/** The list of all tickets, oldest first. */
export async function openList(page: Page): Promise<void> {
  await page.goto(
    new URL("/Search/Results.html?Query=Queue='Support'&OrderBy=id&Order=ASC", page.url()).href,
    arrived,
  )
  await page.waitForSelector('table.ticket-list tbody.list-item')
}

/** From the list, as its subject does. */
export async function clickTicket(page: Page, subject: string): Promise<void> {
  await page.getByRole('link', { name: subject, exact: true }).click()
  await page.waitForURL(/\/Ticket\/Display\.html/)
}

/** From a ticket to the page of the person who asks in it. */
export async function clickRequestor(page: Page): Promise<void> {
  await page.locator('.requestors .current-value span.user a').first().click()
  await page.waitForURL(/\/User\/Summary\.html/)
}
