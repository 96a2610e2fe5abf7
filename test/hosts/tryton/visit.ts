// What a member does in Tryton's web client, for those who drive a browser through it.

import type { Locator, Page } from 'playwright-core'
import type { Tryton } from './tryton.ts'

/** The client's own, in its page. */
declare const Sao: { Tab: { tabs: { get_current(): { screen: { modified(): boolean } } } } }
declare function jQuery(selector: string): { data(name: string): unknown }

/** What the open tab shows; every other tab stays in the document. */
export const openTab = '#tabcontent > .tab-pane.active'
/** The rows of its own list, not of those within a record. */
export const listRow = `${openTab} > .tab-form > .panel-body > div > .screen-container > .content-box > div > .treeview > .tree > tbody > tr`

export async function signIn(page: Page, { url, login }: Pick<Tryton, 'url' | 'login'>): Promise<void> {
  await page.goto(url)
  await page.fill('#login', login.user)
  await page.click('.modal.in button[type=submit]')
  await page.fill('.modal.in input[type=password]', login.password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('#menu .treeview tbody tr')
}

/** Opens a tab with the parties, or goes to the one that is open already. */
export function openParties(page: Page): Promise<void> {
  return openList(page, 'party.party')
}

export function openOpportunities(page: Page): Promise<void> {
  return openList(page, 'sale.opportunity')
}

async function openList(page: Page, model: string): Promise<void> {
  await goTo(page, `model/${model}`)
  // The tab itself says more in the address, once it is there.
  await page.waitForURL(({ hash }) => new RegExp(`/model/${model}(/\\d+)?;`).test(hash))
  if (/\/\d+;/.test(page.url())) await switchView(page)
  await page.waitForSelector(`${listRow} .column-char`)
}

/** Opens a tab with one party. */
export async function openParty(page: Page, id: number, code: string): Promise<void> {
  await goTo(page, `model/party.party/${id}`)
  await untilShown(page, code)
}

/** In a list that is open: a row by the text of one of its cells. */
export async function openRow(page: Page, text: string): Promise<void> {
  await rowOf(page, text).dblclick()
  await page.waitForURL(({ hash }) => /\/\d+;/.test(hash))
}

export function rowOf(page: Page, text: string): Locator {
  return page.locator(listRow).filter({ has: page.getByText(text, { exact: true }) })
}

/** From a record to the list it was opened from. */
export async function switchView(page: Page): Promise<void> {
  await page.click(`${openTab} button#switch_`)
  await page.waitForURL(({ hash }) => !/\/\d+;/.test(hash))
  await page.waitForSelector(`${listRow} .column-char`)
}

/** To the next record of the list. */
export async function openNext(page: Page): Promise<void> {
  const before = page.url()
  await untilReady(page)
  await page.click(`${openTab} button#next`)
  await page.waitForURL(url => url.href !== before)
}

/**
 * Presses Next as often as Tryton takes it, and now and then goes to another tab and back.
 * @returns how many records it came by.
 */
export function stormThrough(page: Page, durationMs: number): Promise<number> {
  return page.evaluate(
    async ([tab, lastsMs]) => {
      const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
      const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()
      const isBusy = () =>
        jQuery(`${tab} button#next`).data('disabled') === true || Sao.Tab.tabs.get_current().screen.modified()
      const visited = new Set<string>()
      const until = performance.now() + lastsMs
      while (performance.now() < until) {
        await pause(20)
        if (isBusy()) continue
        visited.add(location.hash)
        press(`${tab} button#next`)
        if (visited.size % 5 !== 0) continue
        await pause(50)
        press('#tablist li:not(.active) a')
        await pause(200)
        press('#tablist li:not(.active) a')
      }
      return visited.size
    },
    [openTab, durationMs] as const,
  )
}

/** Tryton takes no press while it works on the one before, and takes a half drawn address for a changed one. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(
    next => jQuery(next).data('disabled') !== true && !Sao.Tab.tabs.get_current().screen.modified(),
    `${openTab} button#next`,
  )
}

/** The code of a party stands in a field, whose content is no text of the page. */
export async function untilShown(page: Page, code: string): Promise<void> {
  await page.waitForFunction(
    ([tab, shown]) => document.querySelector<HTMLInputElement>(`${tab} input[name=code]`)?.value === shown,
    [openTab, code] as const,
  )
}

export async function closeTab(page: Page): Promise<void> {
  await page.click('#tablist li.active button.close')
}

export async function closeTabs(page: Page): Promise<void> {
  while ((await page.locator('#tablist li').count()) > 0) await closeTab(page)
}

/** As a link or a bookmark does, within the page. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate(to => {
    const [database] = location.hash.split('/')
    location.hash = `${database}/${to}`
  }, route)
}

/** The id of the party that the address says is open; NaN where it says none. */
export function recordInAddress(page: Page): Promise<number> {
  return page.evaluate(() => Number(/\/party\.party\/(\d+)/.exec(location.hash)?.[1]))
}
