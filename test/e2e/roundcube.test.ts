// The panel in a real Roundcube over a real mailbox. Skipped, with a notice, where Roundcube cannot be installed.

import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildMessage } from '../hosts/mail/build-message.ts'
import { type MailCustomer, mailCustomers } from '../hosts/mail/customers.ts'
import { type Mailbox, openMailbox } from '../hosts/mail/mailbox.ts'
import { agent, edgeCases, sentSubjects, stranger } from '../hosts/mail/seed-messages.ts'
import { ensureInstalled, type Roundcube, startRoundcube } from '../hosts/roundcube/roundcube.ts'
import {
  clickMessage,
  openedSender,
  openFolder,
  openMessagePage,
  openNextMessagePage,
  openPreview,
  signIn,
} from '../hosts/roundcube/visit.ts'
import { isPresent } from '../reference-data.ts'
import { type HoldfastBrowser, panelFrame, panelShowing, startBrowser } from './holdfast-browser.ts'
import { type Buyer, readBuyerWith } from './rfm-buyers.ts'
import { tellWorker } from './tell-worker.ts'
import { isUncovered, nameIn } from './what-is-visible.ts'

const isThere = await ensureInstalled()

let roundcube: Roundcube
let mailbox: Mailbox
let browser: HoldfastBrowser
let page: Page

async function startEverything(): Promise<void> {
  await tellWorker('customers', mailCustomers.map(asCustomer))
  roundcube = await startRoundcube()
  mailbox = await openMailbox(roundcube.imapPort, roundcube.login)
  browser = await startBrowser()
  await browser.connect()
  await enableRoundcube()
  page = await browser.context.newPage()
  await signIn(page, roundcube)
}

function asCustomer({ name, company, email }: Pick<MailCustomer, 'name' | 'email'> & { company?: string }) {
  const customer = [{ kind: 'email', value: email }]
  return { source: 'mail', externalId: email, customer, name, ...(company && { company }) }
}

async function enableRoundcube(): Promise<void> {
  const options = await browser.options('hosts')
  const row = options.locator('li.host', { hasText: 'Roundcube' })
  await row.getByRole('button').click()
  await row.locator('.good-ink').waitFor()
  await options.close()
}

function writer(index: number): MailCustomer {
  const customer = mailCustomers[index]
  if (!customer) throw new Error(`There is no customer ${index}.`)
  return customer
}

/** A delayed request may have nobody left who waits for it. */
function pageMovedOn(): void {}

/** The panel shows this customer and no namesake of theirs. */
async function shows({ name, company }: MailCustomer): Promise<Frame> {
  const frame = await panelShowing(page, name)
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

const nobody = 'No customer on this page'

/** Who is to be seen beside each edge case: a customer, or what the panel says instead. */
const besideEdgeCase: Record<keyof typeof edgeCases, MailCustomer | string> = {
  ownCopy: writer(0),
  headerInBody: writer(10),
  twoInCopy: writer(9),
  forwarded: nobody,
  noName: writer(7),
  unknownSender: stranger.email,
  nameOfAnother: writer(5),
  otherReplyTo: writer(3),
  reply: writer(0),
}
const edges = Object.keys(besideEdgeCase) as (keyof typeof edgeCases)[]

async function isBeside(edge: keyof typeof edgeCases, expected = besideEdgeCase[edge]): Promise<void> {
  if (typeof expected === 'string') await says(expected)
  else await shows(expected)
}

describe.runIf(isThere)('in Roundcube, the panel', () => {
  beforeAll(startEverything)
  afterAll(async () => {
    await browser?.close()
    await mailbox?.close()
    await roundcube?.stop()
  })

  it('shows the writer of each of 20 messages in the preview, and nobody before one is open', async () => {
    await openFolder(page, 'INBOX')
    await says(nobody)
    for (const customer of mailCustomers.toReversed()) {
      await clickMessage(page, customer.subject)
      await shows(customer)
    }
  })

  it('shows the writer of each of 20 messages on its own page', async () => {
    await openMessagePage(page, 'INBOX', writer(19).subject)
    await shows(writer(19))
    for (const customer of mailCustomers.toReversed().slice(1)) {
      await openNextMessagePage(page, customer.subject)
      await shows(customer)
    }
  })

  it('shows the right customer of each edge case in the preview, or none', async () => {
    await openFolder(page, 'Edge cases')
    for (const edge of edges) {
      await clickMessage(page, edgeCases[edge])
      await isBeside(edge)
    }
  })

  it('shows the right customer of each edge case on its own page, or none', async () => {
    const [first = 'ownCopy', ...others] = edges
    await openMessagePage(page, 'Edge cases', edgeCases[first])
    // The page does not say which of the two addresses is ours.
    await isBeside(first, nobody)
    for (const edge of others) {
      await openNextMessagePage(page, edgeCases[edge])
      await isBeside(edge)
    }
  })

  it('shows whom a sent mail went to, and offers the choice between two', async () => {
    await openPreview(page, 'Sent', sentSubjects.toOne)
    await shows(writer(1))
    await clickMessage(page, sentSubjects.toTwo)
    const frame = await panelFrame(page)
    await frame.getByRole('button', { name: writer(18).name }).waitFor()
    await frame.getByRole('button', { name: writer(8).name }).click()
    await shows(writer(8))
  })

  it('is there again after going from the list to a message and back', async () => {
    await openMessagePage(page, 'INBOX', writer(4).subject)
    await shows(writer(4))
    await page.goBack()
    await says(nobody)
    await clickMessage(page, writer(6).subject)
    await shows(writer(6))
    await page.goto(roundcube.url)
    await clickMessage(page, writer(4).subject)
    await shows(writer(4))
  })

  it('never stands beside another customer’s message, however slowly a preview is loaded', async () => {
    await openFolder(page, 'INBOX')
    const photo = /contactpic|_action=photo/
    await page.route(photo, route => setTimeout(() => route.continue().catch(pageMovedOn), 500))
    const session = await browser.context.newCDPSession(page)
    const nameOf = new Map(mailCustomers.map(({ email, name }) => [email.toLowerCase(), name]))
    const wrong: string[] = []
    let looks = 0
    let isOver = false
    const watching = (async () => {
      while (!isOver) {
        const frame = await panelFrame(page)
        const before = await openedSender(page)
        const wasVisible = await isUncovered(session)
        const name = await nameIn(frame)
        const isVisible = await isUncovered(session)
        if (!before || before !== (await openedSender(page)) || !wasVisible || !isVisible) continue
        looks += 1
        if (name !== null && name !== nameOf.get(before)) wrong.push(`${name} beside ${before}`)
      }
    })()
    for (const customer of mailCustomers.slice(-3)) {
      await clickMessage(page, customer.subject)
      await shows(customer)
    }
    isOver = true
    await watching
    await page.unroute(photo)
    expect(wrong).toEqual([])
    expect(looks, 'looks at an uncovered panel').toBeGreaterThan(0)
  })

  it.each([
    ['in the preview', openPreview],
    ['on a page', openMessagePage],
  ])('keeps what is typed into it from Roundcube’s own keys, %s', async (_, open) => {
    await open(page, 'INBOX', writer(2).subject)
    const frame = await shows(writer(2))
    const before = await mailbox.contents()
    await frame.getByRole('button', { name: /Annoyed by/ }).click()
    await typeInto(frame, 'input')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await typeInto(frame, 'textarea')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(500)
    expect(await mailbox.contents()).toEqual(before)
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

  it('leaves Roundcube its own keys: Delete in the list deletes', async () => {
    await openPreview(page, 'INBOX', writer(14).subject)
    await shows(writer(14))
    await expectDeleted(() => page.keyboard.press('Delete'))
  })

  it('leaves Delete within reach beside a preview and on a page, and it deletes', async () => {
    await openPreview(page, 'INBOX', writer(11).subject)
    await shows(writer(11))
    expect(await isReachable('#toolbar-menu a.delete')).toBe(true)
    await openMessagePage(page, 'INBOX', writer(11).subject)
    await shows(writer(11))
    expect(await isReachable('#toolbar-menu a.delete')).toBe(true)
    const opened = page.url()
    await expectDeleted(() => page.click('#toolbar-menu a.delete'))
    // Roundcube goes on to the next message by itself, and would take the place of whatever is opened meanwhile.
    await page.waitForURL(url => url.href !== opened)
  })

  async function expectDeleted(act: () => Promise<void>): Promise<void> {
    const countIn = async (folder: string) =>
      (await mailbox.contents()).filter(line => line.startsWith(`${folder} `)).length
    const [inbox, trash] = [await countIn('INBOX'), await countIn('Trash')]
    await act()
    await expect.poll(() => countIn('Trash'), { timeout: 5_000 }).toBe(trash + 1)
    expect(await countIn('INBOX')).toBe(inbox - 1)
  }

  it('stays with the customer while a reply is written, and leaves Send within reach', async () => {
    await openMessagePage(page, 'INBOX', writer(13).subject)
    await page.click('#toolbar-menu a.reply')
    await page.waitForSelector('#compose_to li.recipient')
    await shows(writer(13))
    expect(await isReachable('button.send')).toBe(true)
    await page.click('button.send')
    await expect.poll(() => roundcube.sent.length).toBe(1)
    expect(roundcube.sent[0]).toContain(`To: ${writer(13).name} <${writer(13).email}>`)
    await page.waitForURL(url => url.searchParams.get('_action') !== 'compose')
  })

  /** Does a press in the middle of it reach it, and nothing of ours? */
  function isReachable(selector: string): Promise<boolean> {
    return page.locator(selector).evaluate(element => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return hit !== null && (hit === element || element.contains(hit))
    })
  }

  it.runIf(isPresent).each([4, 7])(
    'shows the gap and interval of somebody with %i days of real purchases',
    async days => {
      const buyer = readBuyerWith(days)
      await tellWorker('customers', [asCustomer(buyer)])
      await tellWorker('purchases', buyer.purchases)
      const subject = `Where is my order of ${days}?`
      const at = Date.now()
      const raw = buildMessage({
        from: buyer,
        to: [agent],
        subject,
        at,
        id: `buyer-${days}`,
        text: 'Hello?\n',
      })
      await mailbox.append('INBOX', raw, at, false)
      await openPreview(page, 'INBOX', subject)
      const frame = await panelShowing(page, buyer.name)
      const text = await frame.locator('body').innerText()
      expect(text).toContain(expectedInterval(buyer))
      expect(text).toContain(`day ${Math.floor(Date.now() / 86_400_000) - buyer.lastDay}`)
    },
  )

  function expectedInterval({ gaps }: Buyer): string {
    const at = (share: number) => {
      const ascending = gaps.toSorted((one, other) => one - other)
      const position = (ascending.length - 1) * share
      const [below = 0, above = 0] = [ascending[Math.floor(position)], ascending[Math.ceil(position)]]
      return below + (above - below) * (position % 1)
    }
    const [low, middle, high] = [at(0.25), at(0.5), at(0.75)]
    if (gaps.length < 4) return `ually buys every ${middle} days`
    return `ually buys every ${Math.round(low)}–${Math.round(high)} days`
  }
})
