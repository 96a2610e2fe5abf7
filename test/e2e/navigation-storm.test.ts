import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { generateSampleData } from '../sample-data/generate.ts'
import { type FaultyWorker, startFaultyWorker } from './faulty-worker.ts'
import { type HoldfastBrowser, openDemo, panelShowing, startConnected } from './holdfast-browser.ts'
import { sampleCustomers } from './provided.ts'
import { goAndLook, isUncovered, nameIn, recordInAddress } from './what-is-visible.ts'

const customersInStorm = 50
const stormMs = 5_000
const longestUntilPaintedMs = 2_000

let worker: FaultyWorker
let browser: HoldfastBrowser
beforeAll(async () => {
  worker = await startFaultyWorker(inject('workerUrl'))
  browser = await startConnected(worker.url)
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

describe.each([0, 40, 120])(
  'moving through 50 customers in 5 seconds, the page drawn %i ms after its address',
  latency => {
    it('never shows a wrong customer while answers are late and out of order, and paints the last one', async () => {
      const { customers } = generateSampleData({ now: inject('now'), customers: sampleCustomers })
      const nameOf = new Map(customers.map(({ externalId, name }) => [externalId, name]))
      worker.fault = { is: 'none' }
      const page = await openDemo(browser, `customers/C-0001?latency=${latency}`)
      const frame = await panelShowing(page, nameOf.get('C-0001') ?? '')
      const session = await browser.context.newCDPSession(page)
      worker.fault = { is: 'delayed', ms: number => 50 + ((number * 7919) % 17) * 55 }

      const wrong: string[] = []
      const uncovered: string[] = []
      let looks = 0
      let isOver = false
      /** A look counts where the page stayed on one customer and the cover was off, before and after it. */
      const watching = (async () => {
        while (!isOver) {
          const before = await recordInAddress(page)
          const wasVisible = await isUncovered(session)
          const name = await nameIn(frame)
          const isVisible = await isUncovered(session)
          if (before !== (await recordInAddress(page)) || !wasVisible || !isVisible) continue
          looks += 1
          if (name !== null && name !== nameOf.get(before)) wrong.push(`${name} on the page of ${before}`)
        }
      })()

      const started = Date.now()
      for (let step = 1; step <= customersInStorm; step += 1) {
        const record = `C-${String(step + 12).padStart(4, '0')}`
        if (!(await goAndLook(session, `/demo-crm/customers/${record}`))) uncovered.push(record)
        const due = started + (step * stormMs) / customersInStorm
        await new Promise(resolve => setTimeout(resolve, Math.max(0, due - Date.now())))
      }
      const ended = Date.now()
      const last = nameOf.get(`C-${String(customersInStorm + 12).padStart(4, '0')}`)
      while ((await nameIn(frame)) !== last || !(await isUncovered(session))) {
        expect(Date.now() - ended, 'milliseconds since the last navigation').toBeLessThan(
          longestUntilPaintedMs,
        )
        await new Promise(resolve => setTimeout(resolve, 10))
      }
      isOver = true
      await watching
      expect({ wrong, uncovered }).toEqual({ wrong: [], uncovered: [] })
      expect(looks, 'looks at an uncovered panel').toBeGreaterThan(0)
      await page.close()
    })
  },
)
