// What a member does in Roundcube, for those who drive a browser through it.

import type { Locator, Page } from 'playwright-core'
import type { Roundcube } from './roundcube.ts'

export async function signIn(page: Page, { url, login }: Roundcube): Promise<void> {
  await page.goto(url)
  await page.fill('#rcmloginuser', login.user)
  await page.fill('#rcmloginpwd', login.password)
  await page.click('#rcmloginsubmit')
  await page.waitForSelector('#messagelist tr.message')
}

/** The list of a folder's messages, none of them open. */
export async function openFolder(page: Page, folder: string): Promise<void> {
  await page.goto(new URL(`?_task=mail&_mbox=${encodeURIComponent(folder)}`, page.url()).href)
  await page.waitForSelector('#messagelist tr.message')
}

/** Opens a message in the preview beside the list of its folder. */
export async function openPreview(page: Page, folder: string, subject: string): Promise<void> {
  await openFolder(page, folder)
  await clickMessage(page, subject)
}

/** In a list that is open already. */
export async function clickMessage(page: Page, subject: string): Promise<void> {
  await messageRow(page, subject).click()
  await previewLoads(page, subject)
}

/** Opens a message on a page of its own. */
export async function openMessagePage(page: Page, folder: string, subject: string): Promise<void> {
  await openFolder(page, folder)
  await messageRow(page, subject).dblclick()
  await page.waitForURL(/_action=show/)
  await page.waitForSelector('#message-header')
}

function messageRow(page: Page, subject: string): Locator {
  return page.locator('#messagelist tr.message').filter({ has: page.getByText(subject, { exact: true }) })
}

async function previewLoads(page: Page, subject: string): Promise<void> {
  const preview = page.frameLocator('#messagecontframe')
  await preview.locator('#message-header', { hasText: subject }).waitFor()
  await page.frame({ name: 'messagecontframe' })?.waitForLoadState()
}

/** From a message's page to that of the next in the list, which has this subject. */
export async function openNextMessagePage(page: Page, subject: string): Promise<void> {
  await page.click('#toolbar-menu a.next')
  await page.locator('#message-header h2.subject', { hasText: subject }).waitFor()
}

/** The sender in the preview's header as it stands now, in lower case; null where there is none. */
export async function openedSender(page: Page): Promise<string | null> {
  const frame = page.frame({ name: 'messagecontframe' })
  const read = () =>
    document.querySelector('#message-header td.from a.rcmContactAddress')?.getAttribute('title')
  const address = await frame?.evaluate(read).catch(() => null)
  return address?.toLowerCase() ?? null
}
