import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { ImportList } from '../../shared/api.ts'
import { isPresent } from '../reference-data.ts'
import { type FaultyWorker, startFaultyWorker } from './faulty-worker.ts'
import { type HoldfastBrowser, startBrowser } from './holdfast-browser.ts'

/** So many rows, in parts of 500, 1,000, 2,000 and the rest. */
const rows = 6000

let worker: FaultyWorker
let browser: HoldfastBrowser
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-import-'))
  worker = await startFaultyWorker(inject('workerUrl'))
  browser = await startBrowser()
  await browser.connect(worker.url, inject('importToken'))
})
afterEach(async () => {
  worker.fault = { is: 'none' }
  for (const page of browser.context.pages().slice(1)) await page.close({ runBeforeUnload: false })
})
afterAll(async () => {
  await browser.close()
  await worker.close()
  await rm(folder, { recursive: true, force: true })
})

/** A file of purchases that no other test has; some rows are equal. */
async function writeOrders(name: string): Promise<string> {
  const lines = Array.from(
    { length: rows },
    (_, index) => `${name}-${index % 900}@example.com,2026-0${1 + (index % 9)}-01,5.00`,
  )
  const path = join(folder, `${name}.csv`)
  await writeFile(path, `email,date,amount\n${lines.join('\n')}\n`)
  return path
}

async function openFile(path: string): Promise<Page> {
  const page = await browser.options('import')
  await page.locator('input[type=file]').setInputFiles(path)
  return page
}
async function start(path: string): Promise<Page> {
  const page = await openFile(path)
  await page.getByRole('button', { name: /^Import [\d,]+ purchases/ }).click()
  return page
}
const textOf = (page: Page) => page.locator('main').innerText()
const endOf = async (page: Page) => {
  await page.locator('.ended').waitFor({ timeout: 60_000 })
  return await page.locator('.ended').innerText()
}

async function importsOf(name: string): Promise<ImportList['imports']> {
  const response = await fetch(`${inject('workerUrl')}/v1/imports`, {
    headers: { authorization: `Bearer ${inject('importToken')}` },
  })
  const { imports } = (await response.json()) as ImportList
  return imports.filter(one => one.name === name)
}
const acceptedOf = async (name: string) =>
  (await importsOf(name)).reduce((sum, { accepted }) => sum + accepted, 0)

/** Slow enough to be interrupted: every request waits. */
function slowDown(): void {
  worker.fault = { is: 'delayed', ms: () => 500 }
}

describe('importing a file', () => {
  it.skipIf(!isPresent)(
    'brings in the orders of a shop, and the same file again changes nothing',
    async () => {
      const path = join(import.meta.dirname, '../../../shared/data/rfm_orders.csv')
      const page = await openFile(path)
      await expect.poll(() => textOf(page), { timeout: 20_000 }).toContain('4,906 rows')
      expect(await textOf(page)).toContain('995 customers')
      await page.getByRole('button', { name: 'Import 4,906 purchases' }).click()
      expect(await endOf(page)).toContain('4,906 purchases came in')
      await expect.poll(() => textOf(page), { timeout: 20_000 }).toContain('follows the new purchases')
      const again = await start(path)
      const end = await endOf(again)
      expect(end).toContain('0 purchases came in')
      expect(end).toContain('4,906 rows were known already')
    },
  )

  it('says line and column of what cannot be read, and brings in the rest', async () => {
    const path = join(folder, 'faults.csv')
    const lines = [
      'Užsakymo nr;El. paštas;Data;Suma',
      'F1;ona@example.com;2026-11-02;"1.234,56"',
      'F2;ona@example.com;2026-02-31;5,00',
      'F3;ona@example.com;2026-11-03',
      'F4;"o"na@example.com;2026-11-04;5,00',
      'F5;jonas@example.com;2026-11-05;-7,00',
      'F6;"jonas@example.com;2026-11-06;5,00',
    ]
    await writeFile(path, lines.join('\r\n'))
    const page = await openFile(path)
    await page.locator('.faults').waitFor()
    const faults = await page.locator('.faults').innerText()
    expect(faults).toMatch(/Line 3: column 3 \(.?Data.?\).*2026-02-31.*not a date/)
    expect(faults).toContain('Line 4: 3 cells where there are 4 columns')
    expect(faults).toMatch(/Line 5: column 2 .*behind the closing quotation mark/)
    expect(faults).toMatch(/Line 7: column 2 .*never closed/)
    await page.getByRole('button', { name: 'Import 2 purchases' }).click()
    expect(await endOf(page)).toContain('2 purchases came in')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Download/ }).click(),
    ])
    const stream = await download.createReadStream()
    const report = Buffer.concat(await Array.fromAsync(stream)).toString()
    expect(report.startsWith('\uFEFF')).toBe(true)
    expect(
      report
        .trim()
        .split('\n')
        .map(line => line.split(',')[0]),
    ).toEqual(['line', '3', '4', '5', '7'])
  })

  it.each([
    ['nothing.csv', '', /empty/],
    ['names.csv', 'email,date,amount\n', /nothing below/],
    [
      'columns.csv',
      Array.from({ length: 10_000 }, (_, index) => `column ${index}`).join(),
      /more than 500 columns/,
    ],
    ['missing.csv', 'email,when,how much\na@example.com,2026-11-23,5\n', /Still to be chosen: Date, Amount/],
  ])('refuses %s with a sentence', async (name, text, sentence) => {
    const path = join(folder, name)
    await writeFile(path, text)
    const page = await openFile(path)
    await expect.poll(() => textOf(page)).toMatch(sentence)
    expect(await page.getByRole('button', { name: /^Import/ }).count()).toBeLessThanOrEqual(1)
    expect(await importsOf(name)).toEqual([])
  })

  it('reads past a line of 20 MB', async () => {
    const path = join(folder, 'long.csv')
    await writeFile(path, `email,date,amount\n${'x'.repeat(20_000_000)},,\nlong@example.com,2026-11-23,5\n`)
    const page = await openFile(path)
    await expect.poll(() => textOf(page), { timeout: 50_000 }).toMatch(/Line 2: .*longer than a megabyte/)
    await page.getByRole('button', { name: 'Import 1 purchase' }).click()
    expect(await endOf(page)).toContain('1 purchase came in')
  })

  it('can be cancelled, and goes on in another tab where it was', async () => {
    const path = await writeOrders('cancelled')
    slowDown()
    const page = await start(path)
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toContain('1,500 of 6,000 rows')
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await endOf(page)).toContain('Cancelled')
    await page.close()
    worker.fault = { is: 'none' }
    const later = await openFile(path)
    await later.getByRole('button', { name: /^Go on at row/ }).click()
    expect(await endOf(later)).toContain('6,000 purchases came in')
    expect(await importsOf('cancelled.csv')).toHaveLength(1)
    expect(await acceptedOf('cancelled.csv')).toBe(rows)
  })

  it('goes on by itself when the service worker is killed and the network was away, nothing twice', async () => {
    const path = await writeOrders('interrupted')
    slowDown()
    const page = await start(path)
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toContain('500 of 6,000 rows')
    await browser.killServiceWorker()
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toContain('1,500 of 6,000 rows')
    worker.fault = { is: 'away' }
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toContain('goes on by itself')
    worker.fault = { is: 'answer-lost' }
    await new Promise(resolve => setTimeout(resolve, 3000))
    worker.fault = { is: 'none' }
    expect(await endOf(page)).toContain('Imported')
    expect(await acceptedOf('interrupted.csv')).toBe(rows)
    const again = await start(path)
    expect(await endOf(again)).toContain('6,000 rows were known already')
    expect(await acceptedOf('interrupted.csv')).toBe(rows)
  })

  it('says so where another tab is at the same file', async () => {
    const path = await writeOrders('twice')
    slowDown()
    const first = await start(path)
    await expect.poll(() => textOf(first), { timeout: 20_000 }).toContain('500 of 6,000 rows')
    const second = await openFile(path)
    await second.getByRole('button', { name: /^(Import|Go on)/ }).click()
    await expect.poll(() => textOf(second)).toContain('in another tab')
    worker.fault = { is: 'none' }
    await endOf(first)
    expect(await acceptedOf('twice.csv')).toBe(rows)
  })

  it('stops where the file is changed while it is read', async () => {
    const path = await writeOrders('changing')
    slowDown()
    const page = await start(path)
    await expect.poll(() => textOf(page), { timeout: 20_000 }).toContain('500 of 6,000 rows')
    await writeFile(path, 'email,date,amount\n')
    expect(await endOf(page)).toContain('was changed')
  })

  it('is taken back as a whole after one question', async () => {
    const path = await writeOrders('regretted')
    const page = await start(path)
    await endOf(page)
    await page.getByRole('button', { name: /Take back .*regretted/ }).click()
    await page.getByRole('button', { name: 'Take back', exact: true }).first().click()
    const item = page.locator('.past-import', { hasText: 'regretted.csv' })
    await expect.poll(() => item.innerText(), { timeout: 30_000 }).toContain('taken back')
    expect(await importsOf('regretted.csv')).toMatchObject([{ state: 'undone' }])
  })

  it('is begun with the keyboard alone', async () => {
    const page = await browser.options('import')
    await page.locator('.drop-zone').waitFor()
    await page.bringToFront()
    const chosen = page.waitForEvent('filechooser')
    await page.locator('input[type=radio]:checked').focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose a file')
    await page.keyboard.press('Enter')
    const chooser = await chosen
    const path = join(folder, 'keyboard.csv')
    await writeFile(path, 'email,date,amount\nkey@example.com,2026-11-23,5\n')
    await chooser.setFiles(path)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('keyboard.csv')
  })
})

describe('language and theme', () => {
  it('hold at once and after a reload, in the popup too', async () => {
    const page = await browser.options('language')
    await page.locator('input[value=lt]').check()
    await expect.poll(() => page.locator('h1:visible').innerText()).toBe('Kalba')
    await page.locator('a[href="#theme"]').click()
    await page.locator('input[value=dark]').check()
    await page.reload()
    await expect.poll(() => page.locator('h1:visible').innerText()).toBe('Išvaizda')
    const popup = await browser.context.newPage()
    await popup.goto(`chrome-extension://${browser.extensionId}/popup.html`)
    await popup.locator('.popup-foot').waitFor()
    for (const one of [page, popup]) {
      const { lang, scheme } = await one.evaluate(() => {
        const { documentElement } = document
        return { lang: documentElement.lang, scheme: getComputedStyle(documentElement).colorScheme }
      })
      expect([lang, scheme]).toEqual(['lt', 'dark'])
    }
    await page.locator('a[href="#language"]').click()
    await page.locator('input[value=automatic]:visible').check()
    await expect.poll(() => page.locator('h1:visible').innerText()).toBe('Language')
  })
})
