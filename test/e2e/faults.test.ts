import type { Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { generateSampleData } from '../sample-data/generate.ts'
import { type FaultyWorker, refusal, startFaultyWorker } from './faulty-worker.ts'
import {
  type HoldfastBrowser,
  openDemo,
  panelFrame,
  panelShowing,
  startConnected,
} from './holdfast-browser.ts'
import { sampleCustomers } from './provided.ts'
import { irritantsOf } from './worker-knows.ts'

const { customers } = generateSampleData({ now: inject('now'), customers: sampleCustomers })
const nameOf = (record: string) => customers.find(({ externalId }) => externalId === record)?.name ?? ''

let worker: FaultyWorker
let browser: HoldfastBrowser
beforeAll(async () => {
  worker = await startFaultyWorker(inject('workerUrl'))
  browser = await startConnected(worker.url)
})
afterEach(() => {
  worker.fault = { is: 'none' }
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

const textOf = (frame: Frame) => frame.locator('body').innerText()

async function log(frame: Frame, note: string): Promise<void> {
  await frame.getByRole('button', { name: /Annoyed by/ }).click()
  await frame.page().keyboard.type('slow ans')
  await frame.page().keyboard.press('Enter')
  await frame.page().keyboard.type(note)
  await frame.getByRole('button', { name: 'Log', exact: true }).click()
}

describe('a Worker that is away, slow or somebody else', () => {
  it.each([
    ['away', { is: 'away' }, /cannot be reached|offline/i],
    ['a page of a proxy', { is: 'html' }, /something else answered/i],
    ['failing', refusal(500, 'internal'), /fault/i],
  ] as const)('is %s: the panel says so where nothing is known', async (_, fault, words) => {
    worker.fault = fault
    const page = await openDemo(browser, `customers/C-00${30 + fault.is.length}`)
    const frame = await panelFrame(page)
    await expect.poll(() => textOf(frame), { timeout: 10_000 }).toMatch(words)
    worker.fault = { is: 'none' }
    await frame.getByRole('button').first().click()
    await page.close()
  })

  it('leaves the last snapshot on the screen, with its age, and comes back by itself', async () => {
    const first = await openDemo(browser, 'customers/C-0021')
    await panelShowing(first, nameOf('C-0021'))
    await first.close()
    await new Promise(resolve => setTimeout(resolve, 6000))
    worker.fault = { is: 'away' }
    const page = await openDemo(browser, 'customers/C-0021')
    const frame = await panelShowing(page, nameOf('C-0021'))
    await expect.poll(() => textOf(frame), { timeout: 10_000 }).toMatch(/offline/i)
    expect(await textOf(frame)).toMatch(/as of/i)
    worker.fault = { is: 'none' }
    await frame.getByRole('button', { name: 'Try now' }).click()
    await expect.poll(() => textOf(frame), { timeout: 10_000 }).not.toMatch(/offline/i)
    await page.close()
  })

  it('loses no logged irritant while it is away', async () => {
    const page = await openDemo(browser, 'customers/C-0022')
    const frame = await panelShowing(page, nameOf('C-0022'))
    worker.fault = { is: 'away' }
    await log(frame, 'Logged while away')
    await expect.poll(() => textOf(frame)).toContain('Logged while away')
    await expect.poll(() => textOf(frame), { timeout: 10_000 }).toMatch(/will be sent/i)
    worker.fault = { is: 'none' }
    await expect.poll(() => notes('C-0022'), { timeout: 45_000 }).toContain('Logged while away')
    await page.close()
  })

  it('gets an irritant once where its answer was lost', async () => {
    const page = await openDemo(browser, 'customers/C-0023')
    const frame = await panelShowing(page, nameOf('C-0023'))
    worker.fault = { is: 'answer-lost' }
    await log(frame, 'Answer was lost')
    await expect.poll(() => notes('C-0023'), { timeout: 10_000 }).toContain('Answer was lost')
    worker.fault = { is: 'none' }
    await expect.poll(() => textOf(frame), { timeout: 45_000 }).not.toMatch(/saving|will be sent/i)
    const [logged] = (await irritantsOf('C-0023')).filter(({ note }) => note === 'Answer was lost')
    expect(logged?.count).toBe(1)
    await page.close()
  })

  it.each([0, 5, 40])(
    'loses no irritant when the service worker is killed %i ms after the click',
    async after => {
      const record = `C-00${24 + [0, 5, 40].indexOf(after)}`
      const page = await openDemo(browser, `customers/${record}`)
      const frame = await panelShowing(page, nameOf(record))
      const killer = await browser.options('connect')
      const session = await browser.context.newCDPSession(killer)
      await session.send('ServiceWorker.enable')
      await page.bringToFront()
      await log(frame, 'Killed in between')
      await new Promise(resolve => setTimeout(resolve, after))
      await session.send('ServiceWorker.stopAllWorkers')
      await expect.poll(() => notes(record), { timeout: 45_000 }).toContain('Killed in between')
      await expect.poll(() => textOf(frame), { timeout: 20_000 }).not.toMatch(/saving|will be sent/i)
      const [logged] = (await irritantsOf(record)).filter(({ note }) => note === 'Killed in between')
      expect(logged?.count).toBe(1)
      await killer.close()
      await page.close()
    },
  )

  it('ends the access of a revoked token in words, and wipes what was kept', async () => {
    worker.fault = refusal(401, 'unauthenticated')
    const page = await openDemo(browser, 'customers/C-0028')
    const frame = await panelFrame(page)
    await expect.poll(() => textOf(frame), { timeout: 10_000 }).toMatch(/access has ended/i)
    worker.fault = { is: 'away' }
    const again = await openDemo(browser, 'customers/C-0021')
    await expect
      .poll(async () => textOf(await panelFrame(again)), { timeout: 10_000 })
      .not.toContain(nameOf('C-0021'))
    await again.close()
    await page.close()
  })
})

async function notes(record: string): Promise<(string | null)[]> {
  return (await irritantsOf(record)).map(({ note }) => note)
}
