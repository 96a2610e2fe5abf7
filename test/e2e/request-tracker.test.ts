// The panel in a real Request Tracker. Skipped, with a notice, where Request Tracker cannot be installed.

import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type MailCustomer, mailCustomers } from '../hosts/mail/customers.ts'
import {
  ensureInstalled,
  type RequestTracker,
  startRequestTracker,
} from '../hosts/request-tracker/request-tracker.ts'
import { caller, colleague, type EdgeCase, edgeCases, ticketOf } from '../hosts/request-tracker/tickets.ts'
import {
  clickRequestor,
  clickTicket,
  openList,
  openReply,
  openTicket,
  signIn,
  writeReply,
} from '../hosts/request-tracker/visit.ts'
import { type Fault, type FaultyWorker, startFaultyWorker } from './faulty-worker.ts'
import { type HoldfastBrowser, panelFrame, panelShowing, startBrowser } from './holdfast-browser.ts'
import { tellWorker } from './tell-worker.ts'
import { isUncovered, nameIn } from './what-is-visible.ts'

const isThere = await ensureInstalled()

let requestTracker: RequestTracker
let worker: FaultyWorker
let browser: HoldfastBrowser
let page: Page

async function startEverything(): Promise<void> {
  await tellWorker('customers', [...mailCustomers.map(asCustomer), knownByPhone])
  worker = await startFaultyWorker(inject('workerUrl'))
  requestTracker = await startRequestTracker()
  browser = await startBrowser()
  await browser.connect(worker.url)
  await enableRequestTracker()
  page = await browser.context.newPage()
  await signIn(page, requestTracker)
}

function asCustomer({ name, company, email }: MailCustomer) {
  return { source: 'mail', externalId: email, customer: [{ kind: 'email', value: email }], name, company }
}

const knownByPhone = {
  source: 'calls',
  externalId: 'priya',
  customer: [{ kind: 'phone', value: '+442079460999' }],
  name: 'Priya Nair',
  company: 'Nair Tea',
}

/** A member says of a ticket whose it is. */
async function learnTicket({ email, subject }: MailCustomer): Promise<void> {
  const asked = { lookups: [{ identities: [{ kind: 'email', value: email }] }], view: 'panel' }
  const { answers } = await ask('lookups', asked)
  const value = `ticket/${ticketOf(subject)}`
  const identity = { kind: 'record', host: 'request-tracker', type: 'ticket', value }
  await ask('corrections', { identity, customerId: answers?.[0]?.snapshot.customer.id })
}

interface LookedUp {
  answers?: { snapshot: { customer: { id: string } } }[]
}

async function ask(noun: 'lookups' | 'corrections', body: unknown): Promise<LookedUp> {
  const response = await fetch(`${inject('workerUrl')}/v1/${noun}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${inject('token')}`, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as LookedUp
}

async function enableRequestTracker(): Promise<void> {
  const options = await browser.options('hosts')
  const row = options.locator('li.host', { hasText: 'Request Tracker' })
  await row.getByRole('button').click()
  await row.locator('.good-ink').waitFor()
  await options.close()
}

function asker(index: number): MailCustomer {
  const customer = mailCustomers[index]
  if (!customer) throw new Error(`There is no customer ${index}.`)
  return customer
}

/** The panel shows this customer and no namesake of theirs. */
async function shows({ name, company }: Pick<MailCustomer, 'name' | 'company'>, on = page): Promise<Frame> {
  const frame = await panelShowing(on, name)
  await expect.poll(() => frame.locator('p.company').innerText()).toBe(company)
  return frame
}

/** The panel says so, and no customer's name stands in it. */
async function says(words: string): Promise<void> {
  const frame = await panelFrame(page)
  const seen = () => frame.evaluate(() => document.body.textContent)
  await expect.poll(seen, { timeout: 10_000 }).toContain(words)
  expect(await nameIn(frame)).toBeNull()
}

/** The panel lets the member choose between exactly these. */
async function offers(...customers: MailCustomer[]): Promise<Frame> {
  const frame = await panelFrame(page)
  const offered = frame.locator('.chooser').getByRole('button')
  await expect.poll(() => offered.count(), { timeout: 10_000 }).toBe(customers.length)
  for (const { name } of customers) await offered.filter({ hasText: name }).first().waitFor()
  return frame
}

const nobody = 'No customer on this page'
const unknown = 'No customer with'

/** Who is to be seen beside each edge case: a customer, several to choose from, or what the panel says instead. */
const besideEdgeCase: Record<EdgeCase, MailCustomer | MailCustomer[] | string> = {
  twoOfOneName: [asker(12), asker(13)],
  twoRequestors: [asker(8), asker(18)],
  nobody,
  ourselves: nobody,
  colleague: nobody,
  colleagueForCustomer: asker(4),
  colleagueWithCopy: nobody,
  customerInCopy: asker(6),
  unknown,
  caller: unknown,
  impostor: unknown,
  blockInBody: asker(10),
  answered: asker(2),
  merged: asker(1),
}

async function isBeside(edge: EdgeCase): Promise<void> {
  const expected = besideEdgeCase[edge]
  if (typeof expected === 'string') await says(expected)
  else if (Array.isArray(expected)) await offers(...expected)
  else await shows(expected)
}

/** Does a press in the middle of it reach it, and nothing of ours? */
async function isReachable(selector: string): Promise<boolean> {
  const element = page.locator(selector).first()
  await element.scrollIntoViewIfNeeded()
  return await element.evaluate(shown => {
    const { left, top, width, height } = shown.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit !== null && (hit === shown || shown.contains(hit))
  })
}

/** What would act on Request Tracker, were it to hear it, stays in the panel's own field. */
async function typeInto(frame: Frame, kind: 'input' | 'textarea'): Promise<void> {
  const field = frame.locator(`dialog ${kind}`)
  expect(await field.count()).toBe(1)
  await page.keyboard.type('jksrcx')
  expect(await field.inputValue()).toBe('jksrcx')
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  expect(await field.inputValue()).toBe('ksrcx')
}

async function typeIntoPanel(frame: Frame): Promise<void> {
  await frame.getByRole('button', { name: /Annoyed by/ }).click()
  await typeInto(frame, 'input')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await typeInto(frame, 'textarea')
  await page.keyboard.press('Escape')
}

describe.runIf(isThere)('in Request Tracker, the panel', () => {
  beforeAll(startEverything)
  afterAll(async () => {
    await browser?.close()
    await worker?.close()
    await requestTracker?.stop()
  })

  it('shows who asks in each of 20 tickets', async () => {
    for (const customer of mailCustomers.toReversed()) {
      await openTicket(page, customer.subject)
      await shows(customer)
    }
  }, 120_000)

  it('shows the right customer of each edge case, several to choose from, or none', async () => {
    for (const edge of Object.keys(besideEdgeCase) as EdgeCase[]) {
      await openTicket(page, edgeCases[edge])
      await isBeside(edge)
    }
  }, 120_000)

  it('follows from the list to a customer and back, and on to the page of the person', async () => {
    await openList(page)
    await says(nobody)
    await clickTicket(page, asker(4).subject)
    await shows(asker(4))
    await page.goBack()
    await says(nobody)
    await clickTicket(page, asker(7).subject)
    await shows(asker(7))
    await clickRequestor(page)
    await shows(asker(7))
    await page.goBack()
    await shows(asker(7))
  })

  it('finds somebody by the telephone on their page, as it is written there', async () => {
    await openTicket(page, edgeCases.caller)
    await says(unknown)
    await clickRequestor(page)
    expect(await page.locator('.MobilePhone .current-value').innerText()).toBe(caller.MobilePhone)
    await shows(knownByPhone)
  })

  it('shows the one of two of one name who was chosen', async () => {
    await openTicket(page, edgeCases.twoOfOneName)
    const frame = await offers(asker(12), asker(13))
    await frame
      .locator('.chooser')
      .getByRole('button')
      .filter({ hasText: asker(13).email })
      .click()
    await shows(asker(13))
  })

  it('shows each of three tabs its own customer', async () => {
    const tabs = await Promise.all(
      [5, 9, 14].map(async index => ({ index, tab: await browser.context.newPage() })),
    )
    for (const { index, tab } of tabs) {
      await tab.goto(`${requestTracker.url}Ticket/Display.html?id=${ticketOf(asker(index).subject)}`)
    }
    for (const { index, tab } of tabs.toReversed()) {
      await tab.bringToFront()
      await shows(asker(index), tab)
    }
    for (const { tab } of tabs) await tab.close()
    await page.bringToFront()
  })

  it('knows a reply by its ticket alone, once that is learnt, and leaves its button within reach', async () => {
    await openReply(page, asker(16).subject)
    await says(`${unknown} \u2068ticket/${ticketOf(asker(16).subject)}`)
    await learnTicket(asker(16))
    await openReply(page, asker(16).subject)
    await shows(asker(16))
    expect(await isReachable('input[name="SubmitTicket"]')).toBe(true)
    const before = requestTracker.changes().length
    await writeReply(page, 'We look into it.')
    await page.click('input[name="SubmitTicket"]')
    await page.waitForURL(/Display\.html/)
    await shows(asker(16))
    expect(requestTracker.changes().slice(before)).toContain(`${ticketOf(asker(16).subject)} Correspond`)
  })

  it('leaves the menu of actions and its Reply within reach', async () => {
    await openTicket(page, asker(16).subject)
    await shows(asker(16))
    expect(await isReachable('#page-actions')).toBe(true)
    await page.hover('#page-actions')
    await page.locator('#page-actions-reply').waitFor()
    expect(await isReachable('#page-actions-reply')).toBe(true)
  })

  it('keeps what is typed into it from Request Tracker’s own keys, and leaves it those', async () => {
    await openTicket(page, asker(3).subject)
    const before = requestTracker.changes()
    const opened = page.url()
    await typeIntoPanel(await shows(asker(3)))
    await page.waitForTimeout(300)
    expect(page.url()).toBe(opened)
    expect(requestTracker.changes()).toEqual(before)
    await page.locator('#header h1').click()
    await page.keyboard.press('r')
    await page.waitForURL(/Update\.html/)
  })

  it('can be typed into while a dialog of Request Tracker is open', async () => {
    await openTicket(page, asker(3).subject)
    const frame = await shows(asker(3))
    await page.locator('#header h1').click()
    await page.keyboard.press('?')
    await page.locator('.modal.show').waitFor()
    await typeIntoPanel(frame)
    expect(await page.locator('.modal.show').count()).toBe(1)
  })

  it('shows the same under a policy that forbids frames, inline scripts and styles, and other origins', async () => {
    await requestTracker.force(strictest)
    const answer = await page.goto(
      `${requestTracker.url}Ticket/Display.html?id=${ticketOf(asker(17).subject)}`,
    )
    expect(answer?.headers()['content-security-policy']).toBe(strictest)
    expect(await page.evaluate(() => 'RT' in window), 'an inline script ran').toBe(false)
    await typeIntoPanel(await shows(asker(17)))
    for (const index of [0, 11]) {
      await openTicket(page, asker(index).subject)
      await shows(asker(index))
    }
    await openTicket(page, edgeCases.twoRequestors)
    await offers(asker(8), asker(18))
    await openReply(page, asker(16).subject)
    await shows(asker(16))
    await requestTracker.force(null)
  })

  it('never shows a wrong customer while tickets are opened as fast as they come and answers are late, out of order or lost', async () => {
    const [first = asker(0), ...others] = [
      ...mailCustomers.slice(5),
      ...mailCustomers.slice(3, 8).toReversed(),
    ]
    await openTicket(page, first.subject)
    await shows(first)
    const session = await browser.context.newCDPSession(page)
    const nameOf = new Map(mailCustomers.map(({ subject, name }) => [String(ticketOf(subject)), name]))
    const openedTicket = () => new URL(page.url()).searchParams.get('id') ?? ''
    const late: Fault = { is: 'delayed', ms: number => 30 + ((number * 7919) % 17) * 40 }
    const wrong: string[] = []
    let looks = 0
    let isOver = false
    /** A look counts where the page stayed on one ticket and the cover was off, before and after it. */
    const look = async () => {
      const before = openedTicket()
      const frame = await panelFrame(page)
      const wasVisible = await isUncovered(session)
      const name = await nameIn(frame)
      const isVisible = await isUncovered(session)
      if (before !== openedTicket() || !wasVisible || !isVisible) return
      looks += 1
      if (name !== null && name !== nameOf.get(before)) wrong.push(`${name} beside ticket ${before}`)
    }
    const watching = (async () => {
      while (!isOver) await look().catch(pageMovedOn)
    })()
    for (const [step, { subject }] of others.entries()) {
      worker.fault = step % 4 === 2 ? { is: 'answer-lost' } : late
      const path = `/Ticket/Display.html?id=${ticketOf(subject)}`
      await page.goto(new URL(path, requestTracker.url).href, { waitUntil: 'commit' })
      if (step % 4 === 0) await page.waitForTimeout(600)
    }
    worker.fault = late
    await shows(others.at(-1) ?? first)
    await expect
      .poll(() => looks, { message: 'looks at an uncovered panel', timeout: 5_000 })
      .toBeGreaterThan(0)
    isOver = true
    await watching
    worker.fault = { is: 'none' }
    expect(wrong).toEqual([])
  })

  it('shows whom a reply goes to, where the member may see that', async () => {
    await browser.context.clearCookies()
    await signIn(page, requestTracker, colleague)
    await openReply(page, asker(15).subject)
    await shows(asker(15))
    await openReply(page, edgeCases.customerInCopy)
    await offers(asker(6), asker(5))
    await openReply(page, edgeCases.unknown)
    await says(unknown)
  })
})

const strictest = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'sandbox allow-forms allow-same-origin allow-scripts',
].join('; ')

/** The panel looked at went with its page. */
function pageMovedOn(): void {}
