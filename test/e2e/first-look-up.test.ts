import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { generateSampleData } from '../sample-data/generate.ts'
import { sampleCustomers } from './provided.ts'
import '../hosts/demo-crm/demo-window.ts'
import { type HoldfastBrowser, openDemo, panelFrame, panelShowing, startBrowser } from './holdfast-browser.ts'
import { irritantsOf } from './worker-knows.ts'

const sample = () => generateSampleData({ now: inject('now'), customers: sampleCustomers })

let browser: HoldfastBrowser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe('the first look-up', () => {
  it('begins with a connection that is tried at once, and says what is wrong with it', async () => {
    const page = await browser.options('connect')
    const submit = async (address: string, token: string) => {
      await page.locator('input[type=url]').fill(address)
      await page.locator('form input:not([type=url])').first().fill(token)
      await page.locator('form button[type=submit]').click()
    }
    await submit(inject('workerUrl'), inject('token').replace(/.$/, '~'))
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/token/i)
    await submit('not an address', inject('token'))
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/address/i)
    await submit(inject('workerUrl'), inject('token'))
    await page.locator('.connection').waitFor()
    expect(await page.locator('.connection').innerText()).toContain('Demo')
    await page.close()
  })

  it('shows nothing on a host until it is enabled there', async () => {
    const page = await openDemo(browser, 'customers/C-0001')
    await page.waitForTimeout(800)
    expect(page.frames()).toHaveLength(1)
    await browser.enableDemo()
    await panelFrame(page)
    await page.close()
  })

  it('puts the figures of the customer on the page into the panel', async () => {
    const [first] = sample().customers
    const page = await openDemo(browser, 'customers/C-0001')
    const frame = await panelShowing(page, first?.name ?? '')
    const days = new Set(
      sample()
        .purchases.filter(
          ({ customer, amountMinor }) => amountMinor >= 0 && customer[0]?.value === emailOf(0),
        )
        .map(({ at }) => Math.floor(Date.parse(at) / 86_400_000)),
    )
    const ascending = [...days].sort((one, other) => one - other)
    const gap = Math.floor(inject('now') / 86_400_000) - (ascending.at(-1) ?? 0)
    const text = await frame.locator('body').innerText()
    expect(text).toContain(`day ${gap}`)
    expect(text).toMatch(/100 = worst/)
    expect(text).toMatch(/3×/)
    await page.close()
  })

  it('follows the member through lists, customers and mails without a reload of the frame', async () => {
    const { customers } = sample()
    const page = await openDemo(browser, 'customers')
    const frame = await panelFrame(page)
    await page.evaluate(() => window.demo.go('/demo-crm/customers/C-0005'))
    await panelShowing(page, customers[4]?.name ?? '')
    await page.evaluate(() => window.demo.go('/demo-crm/mail/M-1001'))
    await panelShowing(page, customers[0]?.name ?? '')
    await page.evaluate(() => window.demo.go('/demo-crm/mail/M-1003'))
    await panelShowing(page, customers[2]?.name ?? '')
    await page.goBack()
    await panelShowing(page, customers[0]?.name ?? '')
    expect(frame.isDetached()).toBe(false)
    await page.close()
  })

  it('offers the choice where a mail goes to two customers', async () => {
    const { customers } = sample()
    const page = await openDemo(browser, 'mail/M-1008')
    const frame = await panelFrame(page)
    const choice = frame.getByRole('button', { name: customers[10]?.name ?? '' }).first()
    await choice.click()
    await panelShowing(page, customers[10]?.name ?? '')
    await page.close()
  })

  it('says when nobody is known under what the page shows', async () => {
    const page = await openDemo(browser, 'mail/M-1007')
    const frame = await panelFrame(page)
    await expect.poll(() => frame.locator('body').innerText()).toContain('marek.nowak@elsewhere.example')
    await page.close()
  })

  it('lets the member log an irritant by keyboard in two steps, and the Worker has it', async () => {
    const { customers } = sample()
    const page = await openDemo(browser, 'customers/C-0020')
    const frame = await panelShowing(page, customers[19]?.name ?? '')
    await frame.getByRole('button', { name: /Annoyed by/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('slow deliv')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Two weeks late')
    await frame.getByRole('button', { name: 'Log', exact: true }).click()
    await expect.poll(() => frame.locator('body').innerText()).toContain('Two weeks late')
    await expect
      .poll(async () => (await irritantsOf('C-0020')).map(({ note }) => note), { timeout: 10_000 })
      .toContain('Two weeks late')
    await page.close()
  })
})

function emailOf(index: number): string | undefined {
  return sample().customers[index]?.customer.find(({ kind }) => kind === 'email')?.value
}
