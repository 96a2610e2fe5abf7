import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { generateSampleData } from '../sample-data/generate.ts'
import {
  type HoldfastBrowser,
  openDemo,
  panelFrame,
  panelShowing,
  startConnected,
} from './holdfast-browser.ts'
import { sampleCustomers } from './provided.ts'

const [first] = generateSampleData({ now: inject('now'), customers: sampleCustomers }).customers
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  let browser: HoldfastBrowser
  beforeAll(async () => {
    browser = await startConnected(inject('workerUrl'), { colorScheme })
  })
  afterAll(() => browser.close())

  it.each(['connect', 'hosts', 'import', 'language', 'theme'] as const)(
    'the options page at #%s breaks no rule of WCAG 2.2 AA',
    async section => {
      const page = await browser.options(section)
      await page.locator('h1').first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.close()
    },
  )

  it('the panel breaks none either, at a size a member can read, in the colours of the host', async () => {
    const page = await openDemo(browser, `customers/C-0001?theme=${colorScheme}`)
    const frame = await panelShowing(page, first?.name ?? '')
    const sizes = await frame.evaluate(() =>
      [...document.querySelectorAll('p, button, li, span')].map(one =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      ),
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11)
    const ground = await frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(ground).toBe(colorScheme === 'dark' ? 'rgb(21, 24, 28)' : 'rgb(255, 255, 255)')
    expect(await violations(frame)).toEqual([])
    await page.close()
  })

  it('all four figures stand on the first screen of 360 x 640', async () => {
    const page = await openDemo(browser, 'customers/C-0001')
    const frame = await panelShowing(page, first?.name ?? '')
    expect(await panelFrame(page)).toBe(frame)
    const seen = await frame.evaluate(() => {
      const isOnScreen = (selector: string) => {
        const box = document.querySelector(selector)?.getBoundingClientRect()
        return (
          box !== undefined &&
          box.height > 0 &&
          box.top >= 0 &&
          box.bottom <= innerHeight &&
          box.right <= innerWidth
        )
      }
      const parts = ['.risk', '.verdict', '.row', '[role=img]', '.reasons']
      return { size: [innerWidth, innerHeight], hidden: parts.filter(part => !isOnScreen(part)) }
    })
    expect(seen).toEqual({ size: [360, 640], hidden: [] })
    await page.close()
  })
})

/** What breaks a rule of WCAG 2.2 A or AA, by axe; run through the debugger, since the page allows no script of ours. */
async function violations(where: Page | Frame): Promise<string[]> {
  await where.evaluate(axe.source)
  return where.evaluate(async tags => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: tags,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, wcag)
}
