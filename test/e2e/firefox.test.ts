// The first look-up in a stock Firefox with the shipped extension, and what is Firefox's own: its permission
// prompt, its event page, and frames whose real address a page may know.

import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ensureFirefox } from '../../.ci/firefox.ts'
import { dayOf } from '../../shared/time.ts'
import { generateSampleData } from '../sample-data/generate.ts'
import '../hosts/demo-crm/demo-window.ts'
import { prepareAttack, readEverything, searchFrames } from './attack.ts'
import { type FaultyWorker, startFaultyWorker } from './faulty-worker.ts'
import { answerPrompt, closeSidebar, openSidebar } from './firefox-window.ts'
import {
  goAndLook,
  type HoldfastFirefox,
  inHostRow,
  isUncovered,
  nameIn,
  openDemo,
  panelFrame,
  panelShowing,
  startFirefox,
  textOf,
} from './holdfast-firefox.ts'
import { sampleCustomers } from './provided.ts'
import { irritantsOf } from './worker-knows.ts'

const isThere = (await ensureFirefox()) !== null
const { customers, purchases } = generateSampleData({ now: inject('now'), customers: sampleCustomers })
const nameOf = (record: string) => customers.find(({ externalId }) => externalId === record)?.name ?? ''
const patience = { timeout: 10_000 }

let worker: FaultyWorker
let firefox: HoldfastFirefox

async function logIrritant(page: Page, frame: Frame, note: string): Promise<void> {
  await frame.locator(button('Annoyed by')).click()
  await page.keyboard.type('slow deliv')
  await page.keyboard.press('Enter')
  await page.keyboard.type(note)
  await frame.locator(button('Log')).click()
}

function button(words: string): string {
  return `::-p-xpath(//button[contains(., "${words}")])`
}

async function notes(record: string): Promise<(string | null)[]> {
  return (await irritantsOf(record)).map(({ note }) => note)
}

function alertIn(page: Page): Promise<string | null> {
  return page.$eval('[role=alert]', one => one.textContent)
}

describe.skipIf(!isThere)('Firefox asks the member itself', () => {
  beforeAll(async () => {
    firefox = await startFirefox()
  })
  afterAll(() => firefox?.close())

  it('before a connection; refused, the options page says so in a sentence, and can ask again', async () => {
    const page = await firefox.ownPage('options.html#connect')
    await firefox.sendConnectForm(page)
    expect(await answerPrompt(firefox.window, 'deny')).toContain('127.0.0.1')
    await expect
      .poll(() => alertIn(page), patience)
      .toBe('The browser was not allowed to talk to this address. Connect again and allow it.')
    await page.keyboard.press('Enter')
    await answerPrompt(firefox.window, 'allow')
    await page.locator('.connection').wait()
    expect(await page.$eval('.connection', one => one.textContent)).toContain('Demo')
    await page.close()
  })

  it('before a host is enabled; until then nothing is on its pages, then on those already open', async () => {
    const host = await openDemo(firefox, 'customers/C-0001')
    const page = await firefox.ownPage('options.html#hosts')
    await page.locator(inHostRow('Demo CRM', 'button')).click()
    await answerPrompt(firefox.window, 'deny')
    await expect
      .poll(() => alertIn(page), patience)
      .toBe('The browser did not give its permission, so nothing changed.')
    expect(host.frames()).toHaveLength(1)
    await page.locator(inHostRow('Demo CRM', 'button')).click()
    await answerPrompt(firefox.window, 'allow')
    await page.locator(inHostRow('Demo CRM', 'p[contains(@class, "good-ink")]')).wait()
    await host.bringToFront()
    await panelShowing(host, nameOf('C-0001'))
  })
})

describe.skipIf(!isThere)('in Firefox', () => {
  beforeAll(async () => {
    worker = await startFaultyWorker(inject('workerUrl'))
    firefox = await startFirefox()
    await firefox.connect(worker.url)
    await firefox.enableHost('Demo CRM')
  })
  afterAll(async () => {
    await firefox?.close()
    await worker?.close()
  })

  describe('the panel', () => {
    it('shows the figures of the customer on the page', async () => {
      const page = await openDemo(firefox, 'customers/C-0001')
      const frame = await panelShowing(page, nameOf('C-0001'))
      await expect.poll(() => isUncovered(frame), patience).toBe(true)
      const address = customers[0]?.customer.find(({ kind }) => kind === 'email')?.value
      const bought = purchases.filter(
        ({ customer, amountMinor }) => amountMinor >= 0 && customer[0]?.value === address,
      )
      const lastDay = Math.max(...bought.map(({ at }) => dayOf(Date.parse(at), 'UTC')))
      const text = await textOf(frame)
      expect(text).toContain(`day ${dayOf(inject('now'), 'UTC') - lastDay}`)
      expect(text).toMatch(/100 = worst/)
      expect(text).toMatch(/3×/)
      await page.close()
    })

    it('follows the member through lists, customers and mails without a reload of the frame', async () => {
      const page = await openDemo(firefox, 'customers')
      const frame = await panelFrame(page)
      const go = (path: string) => page.evaluate(path => window.demo.go(`/demo-crm/${path}`), path)
      await go('customers/C-0005')
      await panelShowing(page, nameOf('C-0005'))
      await go('mail/M-1001')
      await panelShowing(page, nameOf('C-0001'))
      await go('mail/M-1003')
      await panelShowing(page, nameOf('C-0003'))
      await page.evaluate(() => history.back())
      expect(await panelShowing(page, nameOf('C-0001'))).toBe(frame)
      expect(frame.detached).toBe(false)
      await page.close()
    })

    it('lets the member log an irritant by keyboard, and the Worker has it', async () => {
      const page = await openDemo(firefox, 'customers/C-0040')
      const frame = await panelShowing(page, nameOf('C-0040'))
      await logIrritant(page, frame, 'Two weeks late')
      await expect.poll(() => textOf(frame), patience).toContain('Two weeks late')
      await expect.poll(() => notes('C-0040'), patience).toContain('Two weeks late')
      await page.close()
    })
  })

  describe('the event page', () => {
    it.each([0, 5, 40])('ended %i ms after the click loses no irritant and doubles none', async after => {
      const record = `C-004${1 + [0, 5, 40].indexOf(after)}`
      const page = await openDemo(firefox, `customers/${record}`)
      const frame = await panelShowing(page, nameOf(record))
      await logIrritant(page, frame, 'Ended in between')
      await new Promise(resolve => setTimeout(resolve, after))
      await firefox.stopBackground()
      await expect.poll(() => notes(record), patience).toContain('Ended in between')
      await expect.poll(() => textOf(frame), patience).not.toMatch(/saving|will be sent/i)
      const logged = (await irritantsOf(record)).filter(({ note }) => note === 'Ended in between')
      expect(logged.map(({ count }) => count)).toEqual([1])
      await page.close()
    })

    it('ended by the browser whenever it is idle for 200 ms, still follows the member and keeps what they log', async () => {
      const ended = await firefox.endBackgroundWhenIdle(200)
      const page = await openDemo(firefox, 'customers/C-0044')
      for (const record of ['C-0045', 'C-0046', 'C-0047', 'C-0044']) {
        await page.evaluate(path => window.demo.go(path), `/demo-crm/customers/${record}`)
        await panelShowing(page, nameOf(record))
        await new Promise(resolve => setTimeout(resolve, 400))
      }
      const frame = await panelShowing(page, nameOf('C-0044'))
      await logIrritant(page, frame, 'Idle in between')
      await expect.poll(() => notes('C-0044'), patience).toContain('Idle in between')
      await expect.poll(() => textOf(frame), patience).toContain('Idle in between')
      expect(await ended(), 'times the browser ended it').toBeGreaterThan(3)
      await firefox.endBackgroundWhenIdle(30_000)
      await page.close()
    })
  })

  it('in the sidebar shows the customer of the active tab, and nobody where that has none', async () => {
    const peephole = await firefox.ownPage('options.html#hosts')
    const sidebar = () => peephole.evaluate(readSidebar)
    const page = await openDemo(firefox, 'customers/C-0050')
    await panelShowing(page, nameOf('C-0050'))
    await openSidebar(firefox.window)
    await expect.poll(sidebar, patience).toBe(nameOf('C-0050'))
    await page.evaluate(path => window.demo.go(path), '/demo-crm/customers/C-0051')
    await expect.poll(sidebar, patience).toBe(nameOf('C-0051'))
    await firefox.stopBackground()
    await page.evaluate(path => window.demo.go(path), '/demo-crm/customers/C-0052')
    await expect.poll(sidebar, patience).toBe(nameOf('C-0052'))
    await page.goto(`${inject('workerUrl')}/v1/health`)
    await expect.poll(sidebar, patience).toBe('No customer on this page')
    await page.goto(new URL('customers/C-0053', inject('demoUrl')).href)
    await expect.poll(sidebar, patience).toBe(nameOf('C-0053'))
    await peephole.bringToFront()
    await expect.poll(sidebar, patience).toBe('No customer on this page')
    await page.bringToFront()
    await expect.poll(sidebar, patience).toBe(nameOf('C-0053'))
    await closeSidebar(firefox.window)
    await page.close()
    await peephole.close()
  })

  describe('a hostile page', () => {
    /** It stands nowhere in the host's own page. */
    const comment = 'Trečias kartas, rimtai?'
    let page: Page
    let frame: Frame
    beforeAll(async () => {
      page = await firefox.browser.newPage()
      await page.evaluateOnNewDocument(prepareAttack)
      await page.goto(new URL('customers/C-0001', inject('demoUrl')).href)
      frame = await panelShowing(page, nameOf('C-0001'))
    })
    afterAll(() => page.close())

    it('reads no character of what the panel shows, and searches it in vain', async () => {
      await expect.poll(() => isUncovered(frame), patience).toBe(true)
      expect(await textOf(frame)).toContain(comment)
      const read = await page.evaluate(readEverything)
      expect(read.length).toBeGreaterThan(1000)
      expect(read).not.toContain('rimtai')
      expect(read).not.toContain('100 = worst')
      const [present, absent] = ['rimtai', 'a word that stands nowhere']
      expect(await page.evaluate(searchFrames, present)).toBe(await page.evaluate(searchFrames, absent))
    })

    it('sees no key typed in the panel, and can write nothing into it', async () => {
      await page.evaluate(() => {
        window.attack.keys.length = 0
      })
      await frame.locator(button('Annoyed by')).click()
      await page.keyboard.type('jks#')
      await page.keyboard.press('Delete')
      const typed = () => frame.$eval('input', one => one.value)
      await expect.poll(typed, patience).toBe('jks#')
      expect(await page.evaluate(() => window.attack.keys)).toEqual([])
      await page.evaluate(() => document.execCommand('insertText', false, 'written by the page'))
      expect(await typed()).toBe('jks#')
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => window.demo.current())).toMatchObject({ recordId: 'C-0001' })
    })

    it('that knows the very address of the panel, nonce and all, gets nothing in frames of its own', async () => {
      const address = await frame.evaluate(() => location.href)
      const [bare = ''] = address.split('#')
      expect(bare).toMatch(/^moz-extension:/)
      const guesses = [address, bare, `${bare}#${'0'.repeat(48)}.light`]
      const thieves = [page, await openDemo(firefox, 'customers')]
      for (const thief of thieves) {
        await panelFrame(thief)
        const before = new Set(thief.frames())
        await thief.evaluate(frameAll, guesses)
        await expect.poll(() => thief.frames().length, patience).toBe(before.size + guesses.length)
        const stolen = thief.frames().filter(one => !before.has(one))
        await expect
          .poll(async () => (await Promise.all(stolen.map(textOf))).join(), patience)
          .toMatch(/Connecting/)
        await new Promise(resolve => setTimeout(resolve, 1000))
        for (const one of stolen) expect(await textOf(one)).toBe('Connecting…')
      }
      expect(await nameIn(frame)).toBe(nameOf('C-0001'))
      await thieves[1]?.close()
    })
  })

  it('never shows a wrong customer while the member moves through 50 of them in 5 seconds', async () => {
    const steps = 50
    const page = await openDemo(firefox, 'customers/C-0001?latency=40')
    const frame = await panelShowing(page, nameOf('C-0001'))
    worker.fault = { is: 'delayed', ms: number => 50 + ((number * 7919) % 17) * 55 }
    const recordShown = () => page.evaluate(() => location.pathname.split('/').at(-1) ?? '')
    const wrong: string[] = []
    const uncovered: string[] = []
    let looks = 0
    let isOver = false
    /** A look counts where the page stayed on one customer and the cover was off, before and after it. */
    const watching = (async () => {
      while (!isOver) {
        const before = await recordShown()
        const wasVisible = await isUncovered(frame)
        const name = await nameIn(frame)
        const isVisible = await isUncovered(frame)
        if (before !== (await recordShown()) || !wasVisible || !isVisible) continue
        looks += 1
        if (name !== null && name !== nameOf(before)) wrong.push(`${name} on the page of ${before}`)
      }
    })()
    const record = (step: number) => `C-${String(step + 12).padStart(4, '0')}`
    const started = Date.now()
    for (let step = 1; step <= steps; step += 1) {
      if (!(await goAndLook(frame, `/demo-crm/customers/${record(step)}`))) uncovered.push(record(step))
      const due = started + step * 100
      await new Promise(resolve => setTimeout(resolve, Math.max(0, due - Date.now())))
    }
    await expect.poll(() => nameIn(frame), { timeout: 2000, interval: 10 }).toBe(nameOf(record(steps)))
    await expect.poll(() => isUncovered(frame), { timeout: 2000, interval: 10 }).toBe(true)
    isOver = true
    await watching
    expect({ wrong, uncovered }).toEqual({ wrong: [], uncovered: [] })
    expect(looks, 'looks at an uncovered panel').toBeGreaterThan(0)
    await page.close()
  })
})

/** In a page of the extension: the name at the top of its sidebar, or what stands there instead. */
function readSidebar(): string | null {
  type Extension = { getViews(which: { type: 'sidebar' }): Window[] }
  const { extension } = (globalThis as unknown as { browser: { extension: Extension } }).browser
  const [sidebar] = extension.getViews({ type: 'sidebar' })
  const heading = sidebar?.document.querySelector('h1')?.textContent
  return heading ?? sidebar?.document.body.innerText ?? null
}

/** In the page: puts a frame for each address into it. */
function frameAll(addresses: string[]): void {
  for (const address of addresses) {
    const stolen = document.createElement('iframe')
    stolen.src = address
    document.body.append(stolen)
  }
}
