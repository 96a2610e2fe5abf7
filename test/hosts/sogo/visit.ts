// What a member does in SOGo, for those who drive a browser through it.

import type { Locator, Page } from 'playwright-core'
import type { Card } from './address-book.ts'
import type { Sogo } from './sogo.ts'

export async function signIn(page: Page, { url, login }: Sogo): Promise<void> {
  await page.goto(`${url}SOGo`)
  await page.fill('input[ng-model="app.creds.username"]', login.user)
  await page.fill('input[ng-model="app.creds.password"]', login.password)
  await page.keyboard.press('Enter')
  await messageRows(page).first().waitFor()
}

/** The list of a folder's messages, none of them open. */
export async function openFolder(page: Page, { url, login }: Sogo, folder: string): Promise<void> {
  await load(page, `${url}SOGo/so/${login.user}/Mail/view${messageHash(folder)}`)
  await messageRows(page).first().waitFor()
}

/** What the address ends with beside a message, or without one beside the folder's list. */
export function messageHash(folder: string, uid?: number): string {
  const name = encodeURIComponent(encodeURIComponent(encodeURIComponent(folder)))
  return `#!/Mail/0/${name}${uid === undefined ? '' : `/${uid}`}`
}

/** Opens a message beside the list of its folder, which is open already. */
export async function clickMessage(page: Page, subject: string): Promise<void> {
  const words = printed(subject)
  const title = page.locator('.sg-tile-subject', { hasText: words })
  await clickRow(page, messageRows(page).filter({ has: title }))
  await page.locator('#detailView h5', { hasText: words }).waitFor()
}

/** SOGo prints no tags, and takes what stands between angle brackets for one. */
function printed(subject: string): RegExp {
  const [shown = ''] = subject.split('<')
  return new RegExp(`^\\s*${shown.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\s*$`)
}

/** A list holds only the rows on screen. */
async function clickRow(page: Page, row: Locator): Promise<void> {
  const list = page.locator('.view-list .md-virtual-repeat-scroller')
  for (let top = 0; (await row.count()) === 0 && top < 4_000; top += 400) {
    await list.evaluate((element, to) => element.scrollTo(0, to), top)
    await page.waitForTimeout(50)
  }
  await row.click()
}

function messageRows(page: Page): Locator {
  return page.locator('md-list-item.sg-message-list-item:not(.sg-skeleton)')
}

/** The address book, no card open. */
export async function openContacts(page: Page, { url, login }: Sogo): Promise<void> {
  await load(page, `${url}SOGo/so/${login.user}/Contacts/view#!/addressbooks/personal`)
  await cardRows(page).first().waitFor()
}

/** Opens a card beside the list, which is open already. */
export async function clickCard(
  page: Page,
  { name, email = '', phone = '' }: Omit<Card, 'id'>,
): Promise<void> {
  await clickRow(page, cardRows(page).filter({ hasText: name }).filter({ hasText: email }))
  const drawn = page.locator('#detailView .sg-face', { hasText: name }).filter({ hasText: email || phone })
  await drawn.waitFor()
}

function cardRows(page: Page): Locator {
  return page.locator('md-list-item[md-virtual-repeat^="currentCard"]')
}

/** A change of the hash alone would not load the page. */
async function load(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
}

/** The sender in the header as it stands now, in lower case; null where there is none. */
export async function openedSender(page: Page): Promise<string | null> {
  const address = await page.evaluate(() => document.querySelector('#detailView a.md-caption')?.textContent)
  return address?.trim().toLowerCase() || null
}
