import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { generateSampleData } from '../sample-data/generate.ts'
import { prepareAttack, readEverything } from './attack.ts'
import { sampleCustomers } from './provided.ts'
import '../hosts/demo-crm/demo-window.ts'
import {
  type HoldfastBrowser,
  openDemo,
  panelFrame,
  panelShowing,
  startConnected,
} from './holdfast-browser.ts'

const canary = generateSampleData({ now: inject('now'), customers: sampleCustomers }).customers[0]?.name ?? ''
/** The canary is the customer's comment: it stands nowhere in the host's own page. */
const comment = 'Trečias kartas, rimtai?'

/** Our element in the page, as a hostile page finds it. */
declare function lastDiv(): HTMLElement | undefined

let browser: HoldfastBrowser
let page: Page
let frame: Frame
beforeAll(async () => {
  browser = await startConnected()
  await browser.context.addInitScript(prepareAttack)
  page = await openDemo(browser, 'customers/C-0001')
  frame = await panelShowing(page, canary)
})
afterAll(() => browser.close())

describe('a hostile host page', () => {
  it('reads no character of what the panel visibly shows', async () => {
    expect(await frame.locator('body').innerText()).toContain(comment)
    const quote = frame.getByText(comment).first()
    const shown = await quote.screenshot()
    expect(await differentColours(page, shown), 'colours where the canary is painted').toBeGreaterThan(8)
    const read = await page.evaluate(readEverything)
    expect(read.length).toBeGreaterThan(1000)
    expect(read).not.toContain('rimtai')
    expect(read).not.toContain('100 = worst')
  })

  it('sees no key typed in the panel, and can write nothing into it', async () => {
    await frame.getByRole('button', { name: /Annoyed by/ }).click()
    await page.evaluate(() => {
      window.attack.keys.length = 0
    })
    const box = frame.getByRole('combobox').or(frame.getByRole('textbox')).first()
    await box.click()
    await page.keyboard.type('jks#')
    await page.keyboard.press('Delete')
    expect(await page.evaluate(() => window.attack.keys)).toEqual([])
    await page.evaluate(() => document.execCommand('insertText', false, 'written by the page'))
    expect(await box.inputValue()).toBe('jks#')
    expect(await page.evaluate(() => window.demo.current())).toMatchObject({
      view: 'customer',
      recordId: 'C-0001',
    })
    await page.keyboard.press('Escape')
  })

  it('learns no address with which the panel could be opened again', async () => {
    const addresses = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter(name => name.startsWith('chrome-extension')),
    )
    const guesses = [...addresses, `chrome-extension://${browser.extensionId}/panel.html`]
    await page.evaluate(guesses => {
      for (const address of guesses) {
        const stolen = document.createElement('iframe')
        stolen.className = 'stolen'
        stolen.src = address
        document.body.append(stolen)
      }
    }, guesses)
    await page.waitForTimeout(1500)
    const stolen = page
      .frames()
      .filter(one => one !== page.mainFrame() && one.parentFrame() === page.mainFrame() && one !== frame)
    for (const one of stolen) {
      const text = await one.evaluate(() => document.body?.innerText ?? '').catch(() => '')
      expect(text).not.toContain(canary)
    }
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('.stolen')) one.remove()
    })
  })

  const disturbances: [string, () => void][] = [
    ['removes it', () => lastDiv()?.remove()],
    ['moves it', () => document.body.append(lastDiv() ?? '')],
    ['makes it inert', () => lastDiv()?.setAttribute('inert', '')],
    ['hides it', () => lastDiv()?.setAttribute('style', 'display: none !important')],
    ['replaces its body', () => document.body.replaceWith(document.body.cloneNode(true))],
    [
      'takes its root out and puts it back',
      () => {
        const root = document.documentElement
        root.remove()
        document.append(root)
      },
    ],
    [
      'forges the events of extensions',
      () => {
        for (const name of ['wxt:content-script-started', 'page:wxt:content-script-started']) {
          document.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'page' } }))
        }
        postMessage({ type: 'wxt:content-script-started', contentScriptName: 'page' }, '*')
        lastDiv()?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
      },
    ],
  ]
  it.each(disturbances)('gets the panel back when it %s', async (_, disturb) => {
    const fresh = await openDemo(browser, 'customers/C-0001')
    await panelShowing(fresh, canary)
    await fresh.evaluate(() => {
      const own = () => [...document.documentElement.children].filter(one => one.tagName === 'DIV').at(-1)
      Object.assign(window, { lastDiv: own })
    })
    await fresh.evaluate(disturb)
    await fresh.waitForTimeout(150)
    await panelShowing(fresh, canary)
    const isUsable = await fresh.evaluate(() => {
      const own = lastDiv()
      return own !== undefined && !own.inert && own.parentElement === document.documentElement
    })
    expect(isUsable).toBe(true)
    await fresh.close()
  })

  it('that removes the panel in a loop keeps the browser no busier than a few tries', async () => {
    const fresh = await openDemo(browser, 'customers/C-0001')
    await panelFrame(fresh)
    await fresh.evaluate(() => {
      Object.assign(window, { removals: 0 })
      const remove = () => {
        for (const one of document.documentElement.children) {
          if (one.tagName !== 'DIV') continue
          one.remove()
          ;(window as unknown as { removals: number }).removals += 1
        }
      }
      new MutationObserver(remove).observe(document.documentElement, { childList: true })
      remove()
    })
    await fresh.waitForTimeout(4000)
    const removals = await fresh.evaluate(() => (window as unknown as { removals: number }).removals)
    expect(removals).toBeGreaterThan(2)
    expect(removals).toBeLessThan(12)
    await fresh.close()
  })
})

/** How many colours a picture has: painted letters have many, an empty ground one. */
async function differentColours(page: Page, png: Buffer): Promise<number> {
  const blank = await page.context().newPage()
  const colours = await blank.evaluate(async base64 => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? {
      data: new Uint8ClampedArray(),
    }
    const seen = new Set<number>()
    for (let index = 0; index < data.length; index += 4) {
      seen.add(((data[index] ?? 0) << 16) | ((data[index + 1] ?? 0) << 8) | (data[index + 2] ?? 0))
    }
    return seen.size
  }, png.toString('base64'))
  await blank.close()
  return colours
}
