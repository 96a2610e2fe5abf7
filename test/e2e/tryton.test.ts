// The panel in a real Tryton over a seeded database. Skipped, with a notice, where Tryton cannot be installed.

import type { Frame, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type MailCustomer, mailCustomers } from '../hosts/mail/customers.ts'
import { caller, customerParties, edgeParties, opportunities } from '../hosts/tryton/parties.ts'
import { partyIds } from '../hosts/tryton/seed-database.ts'
import { ensureInstalled, startTryton, type Tryton } from '../hosts/tryton/tryton.ts'
import {
  closeTab,
  closeTabs,
  openNext,
  openOpportunities,
  openParties,
  openParty,
  openRow,
  openTab,
  recordInAddress,
  signIn,
  stormThrough,
  switchView,
  untilReady,
  untilShown,
} from '../hosts/tryton/visit.ts'
import { type FaultyWorker, startFaultyWorker } from './faulty-worker.ts'
import { type HoldfastBrowser, panelFrame, startBrowser } from './holdfast-browser.ts'
import { tellWorker } from './tell-worker.ts'
import { isUncovered, nameIn } from './what-is-visible.ts'

const isThere = await ensureInstalled()

let tryton: Tryton
let worker: FaultyWorker
let browser: HoldfastBrowser
let page: Page
/** By code, and the other way round. */
let ids: Map<string, number>
let codes: Map<number, string>

async function startEverything(): Promise<void> {
  await tellWorker('customers', [
    ...mailCustomers.map(customer => asCustomer(customer, { kind: 'email', value: customer.email })),
    asCustomer(caller, { kind: 'phone', value: '+442079460199' }),
  ])
  tryton = await startTryton()
  ids = await partyIds(tryton.calls)
  codes = new Map([...ids].map(([code, id]) => [id, code]))
  worker = await startFaultyWorker(inject('workerUrl'))
  browser = await startBrowser()
  await browser.connect(worker.url)
  await enableTryton()
  page = await browser.context.newPage()
  await signIn(page, tryton)
}

type Customer = Pick<MailCustomer, 'name' | 'company'>

function asCustomer(
  { name, company }: Customer,
  ...customer: { kind: string; value: string; host?: string }[]
) {
  return { source: 'tryton', externalId: customer[0]?.value, customer, name, company }
}

async function enableTryton(): Promise<void> {
  const options = await browser.options('hosts')
  const row = options.locator('li.host', { hasText: 'Tryton' })
  await row.getByRole('button').click()
  await row.locator('.good-ink').waitFor()
  await options.close()
}

function customer(index: number): MailCustomer {
  const found = mailCustomers[index]
  if (!found) throw new Error(`There is no customer ${index}.`)
  return found
}

const codeOf = (index: number) => customerParties[index]?.code ?? ''

async function open(code: string): Promise<void> {
  await openParty(page, ids.get(code) ?? 0, code)
}

/** What the panel is to show beside each party: a customer, or what it says in place of one. */
const besideEdge: Record<keyof typeof edgeParties, Customer | string> = {
  byPhone: caller,
  longAddress: 'No customer with',
  lookalike: 'No customer with',
  nameOfAnother: customer(5),
  noContacts: 'No customer with',
  rightToLeft: customer(7),
  twoPeople: 'Who is it?',
}

const nobody = 'No customer on this page'

function besideParty(code: string): Customer | string {
  const index = customerParties.findIndex(party => party.code === code)
  if (index >= 0) return customer(index)
  const edge = Object.entries(edgeParties).find(([, party]) => party.code === code)
  return edge ? besideEdge[edge[0] as keyof typeof edgeParties] : 'No customer with'
}

/** The customer in the panel, told from their namesakes; null where it shows none. */
function shownIn(frame: Frame): Promise<string | null> {
  return frame.evaluate(() => {
    const [name, company] = ['h1.name', 'p.company'].map(part => document.querySelector(part)?.textContent)
    return name == null ? null : `${name}, ${company}`
  })
}

const described = ({ name, company }: Customer) => `${name}, ${company}`

async function shows(expected: Customer): Promise<Frame> {
  const seen = () => panelFrame(page).then(shownIn, () => '(reloading)')
  await expect.poll(seen, { timeout: 15_000, interval: 30 }).toBe(described(expected))
  return await panelFrame(page)
}

/** The panel says so, and no customer's name stands in it. */
async function says(words: string): Promise<Frame> {
  const frame = await panelFrame(page)
  const seen = () => frame.evaluate(() => document.body.textContent)
  await expect.poll(seen, { timeout: 15_000, interval: 30 }).toContain(words)
  expect(await nameIn(frame)).toBeNull()
  return frame
}

/** Of the client to its server. */
const isCall = (url: URL) => url.pathname === `/${tryton.database}/`
const asksForContacts = (request: Request) =>
  request.postData()?.includes('model.party.contact_mechanism.read') === true

/** A delayed call may have nobody left who waits for it. */
function pageMovedOn(): void {}

const isBeside = (expected: Customer | string) =>
  typeof expected === 'string' ? says(expected) : shows(expected)

describe.runIf(isThere)('in Tryton, the panel', () => {
  beforeAll(startEverything)
  afterAll(async () => {
    await browser?.close()
    await worker?.close()
    await tryton?.stop()
  })

  const manyRecords = { timeout: 120_000 }
  it('shows nobody beside the list, and the right one beside each of its records', manyRecords, async () => {
    await openParties(page)
    await says(nobody)
    await openRow(page, codeOf(0))
    const seen = new Set<string>()
    for (;;) {
      const code = codes.get(await recordInAddress(page)) ?? ''
      await isBeside(besideParty(code))
      seen.add(code)
      if (seen.size === ids.size) return
      await openNext(page)
    }
  })

  it('names what a page shows where nobody is known by it, and nothing that only looks like it', async () => {
    const { lookalike, twoPeople } = edgeParties
    await open(lookalike.code)
    const frame = await says(`No customer with \u2068${lookalike.code}\u2069`)
    expect(await frame.locator('body').innerText()).not.toContain(customer(0).name)
    await open(twoPeople.code)
    const chooser = await says('Who is it?')
    await chooser.getByRole('button', { name: customer(12).name }).waitFor()
    await chooser.getByRole('button', { name: customer(9).name }).click()
    await shows(customer(9))
  })

  it('goes with the tabs, of which all but one are hidden, and from a record to its list and back', async () => {
    await open(codeOf(2))
    await shows(customer(2))
    await openParties(page)
    await openRow(page, codeOf(4))
    await shows(customer(4))
    await switchView(page)
    await says(nobody)
    await openRow(page, codeOf(6))
    await shows(customer(6))
    await open(codeOf(8))
    await shows(customer(8))
    for (const index of [2, 8, 6, 8]) {
      await openParty(page, ids.get(codeOf(index)) ?? 0, codeOf(index))
      await shows(customer(index))
    }
    await closeTab(page)
    await shows(customer(6))
  })

  it('is there at once for an address that is opened as such', async () => {
    await open(codeOf(7))
    await page.reload()
    await shows(customer(7))
  })

  it('tells two people of one name apart, also while the contacts of the one before still stand there', async () => {
    await closeTabs(page)
    await open(codeOf(13))
    await shows(customer(13))
    await openParties(page)
    await openRow(page, codeOf(12))
    await shows(customer(12))
    const letThrough = await withholdContacts()
    await openNext(page)
    await untilShown(page, codeOf(13))
    // Longer than any page is waited for; nobody is shown all the while.
    await says('This page changed')
    expect(await page.locator(`${openTab} a[href="mailto:${customer(12).email}"]`).count()).toBe(1)
    await letThrough()
    await shows(customer(13))
  })

  /** @returns lets through what was withheld since, and from now on. */
  async function withholdContacts(): Promise<() => Promise<void>> {
    let letThrough = () => {}
    const held = new Promise<void>(resolve => {
      letThrough = resolve
    })
    await page.route(isCall, async route => {
      if (asksForContacts(route.request())) await held
      await route.continue().catch(pageMovedOn)
    })
    return async () => {
      letThrough()
      await page.unroute(isCall)
    }
  }

  it('knows a deal once somebody said whose it is, and only as long as it is that party’s', async () => {
    const lead = opportunities[3]
    await openOpportunities(page)
    await says(nobody)
    await openRow(page, lead?.description ?? '')
    await says(`No customer with \u2068sale.opportunity/4 ${customer(3).name}\u2069`)
    await tellWorker('customers', [
      asCustomer(
        customer(3),
        { kind: 'email', value: customer(3).email },
        {
          kind: 'record',
          host: `tryton/${tryton.database}`,
          value: `sale.opportunity/4 ${customer(3).name}`,
        },
      ),
    ])
    const frame = await panelFrame(page)
    await frame.getByRole('button', { name: 'Look again' }).click()
    await shows(customer(3))
    await tryton.calls.call('model.sale.opportunity.write', [4], { party: ids.get(codeOf(4)) })
    await page.click(`${openTab} button#reload`)
    await says(`No customer with \u2068sale.opportunity/4 ${customer(4).name}\u2069`)
  })

  it('never stands beside another party’s record in a storm of them, however late answers are', async () => {
    await closeTabs(page)
    await open(codeOf(19))
    await shows(customer(19))
    await openParties(page)
    await openRow(page, codeOf(0))
    await shows(customer(0))
    worker.fault = { is: 'delayed', ms: number => 50 + ((number * 7919) % 17) * 30 }
    let calls = 0
    await page.route(isCall, async route => {
      calls += 1
      await page.waitForTimeout(((calls * 7919) % 13) * 12).catch(pageMovedOn)
      await route.continue().catch(pageMovedOn)
    })
    const session = await browser.context.newCDPSession(page)
    const frame = await panelFrame(page)
    const wrong: string[] = []
    let looks = 0
    let isOver = false
    const watching = (async () => {
      while (!isOver) {
        const before = await recordInAddress(page)
        const wasVisible = await isUncovered(session)
        const seen = await shownIn(frame)
        const isVisible = await isUncovered(session)
        if (before !== (await recordInAddress(page)) || !wasVisible || !isVisible) continue
        looks += 1
        const expected = besideParty(codes.get(before) ?? '')
        if (seen !== null && (typeof expected === 'string' || described(expected) !== seen)) {
          wrong.push(`${seen} beside ${codes.get(before)}`)
        }
      }
    })()
    const visited = await stormThrough(page, 8_000)
    isOver = true
    await watching
    worker.fault = { is: 'none' }
    await page.unroute(isCall)
    await isBeside(besideParty(codes.get(await recordInAddress(page)) ?? ''))
    expect(wrong).toEqual([])
    expect(looks, 'looks at an uncovered panel').toBeGreaterThan(0)
    expect(visited, 'records on the way').toBeGreaterThan(5)
  })

  it('keeps what is typed into it from Tryton, with a dialog of Tryton’s open too', async () => {
    await open(codeOf(10))
    const frame = await shows(customer(10))
    const before = await contents()
    await frame.getByRole('button', { name: /Annoyed by/ }).click()
    await typeInto(frame, 'input')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await untilReady(page)
    await page.click(`${openTab} button#note`)
    await page.locator('.modal.in').waitFor()
    await frame.locator('dialog textarea').click()
    await typeInto(frame, 'textarea')
    await page.keyboard.press('Escape')
    expect(await page.locator('.modal.in').count()).toBe(1)
    await page.locator('.modal.in button.btn-primary').press('Enter')
    await page.locator('.modal.in').waitFor({ state: 'detached' })
    await page.waitForTimeout(300)
    expect(await contents()).toEqual(before)
  })

  async function typeInto(frame: Frame, kind: 'input' | 'textarea'): Promise<void> {
    const field = frame.locator(`dialog ${kind}`)
    expect(await field.count()).toBe(1)
    await page.keyboard.type('jks')
    expect(await field.inputValue()).toBe('jks')
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    expect(await field.inputValue()).toBe('ks')
  }

  /** All that Tryton has of its parties, and what the open record's fields hold. */
  async function contents(): Promise<unknown> {
    const all = async (model: string, ...fields: string[]) =>
      await tryton.calls.call(
        `model.${model}.read`,
        await tryton.calls.call(`model.${model}.search`, []),
        fields,
      )
    const fields = await page.locator(`${openTab} :is(input, textarea, select)`).all()
    return {
      parties: await all('party.party', 'name', 'code', 'write_date'),
      contacts: await all('party.contact_mechanism', 'type', 'value', 'party', 'write_date'),
      notes: await all('ir.note', 'message'),
      shown: await Promise.all(fields.map(field => field.inputValue())),
    }
  }

  it('leaves New, Save and Delete within reach, and they save and delete', async () => {
    const row = { name: 'Nobody for long', code: 'E-99' }
    const [id = 0] = await tryton.calls.call<number[]>('model.party.party.create', [row])
    await openParty(page, id, row.code)
    await says('No customer with')
    for (const button of ['new_', 'save', 'next']) {
      expect(await isReachable(`${openTab} button#${button}`), button).toBe(true)
    }
    await page.fill(`${openTab} input[name=name]`, 'Renamed')
    await page.click(`${openTab} button#save`)
    const named = (name: string) => tryton.calls.call('model.party.party.search', [['name', '=', name]])
    await expect.poll(() => named('Renamed'), { timeout: 10_000 }).toEqual([id])
    await page.click(`${openTab} .toolbar a.dropdown-toggle`)
    expect(await isReachable(`${openTab} a#delete_`)).toBe(true)
    await page.click(`${openTab} a#delete_`)
    await page.locator('.modal.in button.btn-primary').click()
    await expect.poll(() => named('Renamed'), { timeout: 10_000 }).toEqual([])
  })

  /** Does a press in the middle of it reach it, and nothing of ours? */
  function isReachable(selector: string): Promise<boolean> {
    return page.locator(selector).evaluate(element => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return hit !== null && (hit === element || element.contains(hit))
    })
  }
})
