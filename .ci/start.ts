// Everything at once on this machine: the Worker on sample data, the demo host, and a Chromium with the extension
// connected and enabled there. Without a display it looks once, saves a screenshot and says where all of it is.

import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { startDemoCrm } from '../test/hosts/demo-crm/server.ts'
import { generateSampleData } from '../test/sample-data/generate.ts'
import { chromiumArguments, ensureChromium } from './chromium.ts'
import { issueToken } from './issue-token.ts'
import { migrate, startWorker, stateFolder, withDatabase } from './local-worker.ts'
import { fillWorkspace } from './sample-workspace.ts'
import { root, runSteps } from './steps.ts'

const ports = { worker: Number(process.env.PORT ?? 8787), demo: Number(process.env.DEMO_PORT ?? 8788) }
const extension = join(root, '.output', 'chrome-mv3-test')
const screenshot = join(root, '.output', 'holdfast.png')
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
const now = Date.now()
const say = (what: string) => console.error(`  ${what}`)

const executablePath = await ensureChromium()
await runSteps([{ what: 'build the extension', run: ['wxt', 'build', '--mode', 'test', '--level', 'warn'] }])

// The sample data is relative to today: a workspace of its own for each day never shows yesterday's.
const day = new Date(now).toISOString().slice(0, 10)
const folder = stateFolder()
const isFirst = !existsSync(join(folder, 'v3', 'd1'))
console.error(`▸ ${isFirst ? 'create' : 'open'} the database`)
await migrate(folder)
const request = { role: 'admin' as const, timeZone: 'UTC', currency: 'EUR', region: 'LT' }
const token = await withDatabase(folder, db =>
  issueToken(db, { ...request, workspace: `Sample of ${day}` }, now),
)

console.error('▸ start the Worker and the demo host')
const worker = await startWorker(ports.worker, folder)
const sample = generateSampleData({ now })
if (await isEmpty()) await fillWorkspace(worker.url, token, sample, say)
const demo = await startDemoCrm({ port: ports.demo, customers: sample.customers, now })

console.error('▸ open Chromium, connect, and enable the demo host')
const context = await openChromium()
const page = await showPanel(context)
await mkdir(join(root, '.output'), { recursive: true })
await page.screenshot({ path: screenshot })

console.log(`
Worker      ${worker.url}
token       ${token}
demo host   ${demo.url}
extension   ${extension}
screenshot  ${screenshot}
`)
if (hasDisplay) {
  console.log('Close the browser window or press Ctrl+C to stop.')
  await new Promise(resolve => context.once('close', resolve))
} else {
  console.log(
    'There is no display: load the extension folder into a Chromium ("Load unpacked") to try it yourself,',
  )
  console.log('connect it with the address and token above, and enable Demo CRM. Press Ctrl+C to stop.')
  await context.close()
  if (process.stdin.isTTY) await new Promise(resolve => process.once('SIGINT', resolve))
}
await demo.close()
await worker.stop()
process.exit(0)

async function isEmpty(): Promise<boolean> {
  const [first] = sample.customers
  const response = await fetch(`${worker.url}/v1/lookups`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ lookups: [{ identities: first?.customer }], view: 'badge' }),
  })
  const { answers } = (await response.json()) as { answers: object[] }
  return answers.some(answer => 'missing' in answer)
}

function openChromium(): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    executablePath,
    headless: !hasDisplay,
    viewport: hasDisplay ? null : { width: 1280, height: 800 },
    args: [
      ...chromiumArguments,
      ...(hasDisplay ? [] : ['--headless=new']),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  })
}

/** Does what a new member does, and waits until the panel is painted. */
async function showPanel(browser: BrowserContext): Promise<Page> {
  const background = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'))
  const options = await browser.newPage()
  await options.goto(`chrome-extension://${new URL(background.url()).host}/options.html#connect`)
  await options.locator('input[type=url]').fill(worker.url)
  await options.locator('form input:not([type=url])').first().fill(token)
  await options.locator('form button[type=submit]').click()
  await options.locator('.connection').waitFor()
  await options.goto(options.url().replace('#connect', '#hosts'))
  const host = options.locator('li.host', { hasText: 'Demo CRM' })
  await host.getByRole('button').click()
  await host.locator('.good-ink').waitFor()
  const shown = await browser.newPage()
  await shown.goto(`${demo.url}customers/C-0001`)
  await painted(shown)
  await options.close()
  return shown
}

/** The frame stands in a closed root, so it is found among the page's frames. */
async function painted(page: Page): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const frame = page.frames().find(one => one.url().includes('/panel.html'))
    const name = await frame
      ?.locator('h1.name')
      .count()
      .catch(() => 0)
    if (name) {
      await page.waitForTimeout(500)
      return
    }
    await page.waitForTimeout(50)
  }
  throw new Error('The panel was not painted within 30 seconds.')
}
