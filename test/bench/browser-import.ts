// browser-import: a file of 100,000 purchases through the options page of a real Chromium into the real Worker, beside
// the same parts posted by a bare loop.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { freePort } from '../../.ci/free-port.ts'
import { issueToken } from '../../.ci/issue-token.ts'
import { migrate, startWorker, withDatabase } from '../../.ci/local-worker.ts'
import { exitOf, start } from '../../.ci/steps.ts'
import { startBrowser } from '../e2e/holdfast-browser.ts'
import { cutFile } from './cut-file.ts'
import { purchaseFile } from './purchase-file.ts'
import type { BenchResult } from './result.ts'

const rows = 100_000
const customers = 10_000
const sampleEveryMs = 100
const patienceMs = 300_000
const megabyte = 1_000_000

/**
 * The page reads, checks and cuts a part while the Worker records the one before, so it should hardly be seen; what
 * is allowed it is that both and the browser share the cores of a small machine.
 */
const leastOfBare = 0.7
/**
 * JS heap, DOM and array buffers, garbage that is not collected yet included. The file is read piece by piece, so it
 * would be the same for a larger one; with pieces of 2 MB it was above 200.
 */
const mostMegabytes = 150
/** Longer than this and a member would think about something else before pressing the button. */
const mostDryRunSeconds = 5
/** Up to here people find that a page answers at once (web.dev/inp). */
const mostTaskMs = 200

export async function benchBrowserImport(): Promise<BenchResult[]> {
  await exitOf(start(['wxt', 'build', '--mode', 'test', '--level', 'warn'], {}, 'pipe'))
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-browser-import-'))
  const path = join(folder, 'orders.csv')
  const text = purchaseFile(rows, customers)
  await writeFile(path, text)
  const parts = await cutFile(new File([text], 'orders.csv'))
  await migrate(folder)
  const tokens = await withDatabase(folder, async db => ({
    before: await issueToken(db, newWorkspace('before'), Date.now()),
    browser: await issueToken(db, newWorkspace('browser'), Date.now()),
    after: await issueToken(db, newWorkspace('after'), Date.now()),
  }))
  const worker = await startWorker(await freePort(), folder)
  const browser = await startBrowser()
  try {
    await browser.connect(worker.url, tokens.browser)
    const page = await browser.options('import')
    // Once before and once after, so that a database that grows and a machine that drifts favour neither.
    const before = await postAll(worker.url, tokens.before, parts)
    const seen = await importInPage(page, path)
    const after = await postAll(worker.url, tokens.after, parts)
    return resultsOf(seen, (before + after) / 2)
  } finally {
    await browser.close()
    await worker.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A time zone that changes its clocks, as most do. */
function newWorkspace(workspace: string) {
  return { role: 'admin' as const, workspace, timeZone: 'Europe/Vilnius', currency: 'EUR', region: 'LT' }
}

/** @returns milliseconds. */
async function postAll(url: string, token: string, parts: readonly string[]): Promise<number> {
  const importId = crypto.randomUUID()
  const query = new URLSearchParams({ import: importId, source: 'shop', dateOrder: 'ymd', decimal: 'point' })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv; charset=utf-8' }
  const startedAt = performance.now()
  for (const body of parts) {
    const response = await fetch(`${url}/v1/imports/purchases?${query}`, { method: 'POST', headers, body })
    const text = await response.text()
    if (!response.ok) throw new Error(`A part was answered with ${response.status}: ${text.slice(0, 300)}`)
  }
  return performance.now() - startedAt
}

/** What an import in the options page took; sizes in bytes, times in milliseconds. */
interface Seen {
  dryRun: number
  run: number
  heapAtRest: number
  heapPeak: number
  longestTask: number
}

async function importInPage(page: Page, path: string): Promise<Seen> {
  const session = await page.context().newCDPSession(page)
  const heapAtRest = await heapOf(session)
  const endHeap = watchHeap(session)
  await watchTasks(page)
  const chosenAt = performance.now()
  await page.locator('input[type=file]').setInputFiles(path)
  await page.locator('.figures').waitFor({ timeout: patienceMs })
  const dryRun = performance.now() - chosenAt
  const startedAt = performance.now()
  await page.getByRole('button', { name: /^Import 100,000 purchases/ }).click()
  await page.locator('.ended').waitFor({ timeout: patienceMs })
  const run = performance.now() - startedAt
  const heapPeak = endHeap()
  const said = await page.locator('.ended').innerText()
  if (!said.includes('100,000 purchases came in')) throw new Error(`The import ended otherwise: ${said}`)
  const longestTask = Number(await page.evaluate('globalThis.longestTask'))
  return { dryRun, run, heapAtRest, heapPeak, longestTask }
}

/** By the browser's own count for this page, of its JavaScript heap, its DOM and its array buffers. */
async function heapOf(session: CDPSession): Promise<number> {
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}

/** @returns a function that ends it and gives the most that was seen. */
function watchHeap(session: CDPSession): () => number {
  let peak = 0
  const sampler = setInterval(async () => {
    peak = Math.max(peak, await heapOf(session))
  }, sampleEveryMs)
  return () => {
    clearInterval(sampler)
    return peak
  }
}

/** Leaves in the page how long it was busy at most without answering anybody. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(`
    globalThis.longestTask = 0
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
    }).observe({ type: 'longtask' })
  `)
}

function resultsOf({ dryRun, run, heapAtRest, heapPeak, longestTask }: Seen, bare: number): BenchResult[] {
  const ratio = bare / run
  return [
    {
      name: 'browser-import.rows',
      value: (rows * 1000) / run,
      unit: 'rows/s',
      baseline: (rows * 1000) / bare,
      ratio,
      budget: `>= ${leastOfBare}`,
      ok: ratio >= leastOfBare,
    },
    {
      ...atMost('browser-import.memory', heapPeak / megabyte, 'MB', mostMegabytes),
      baseline: heapAtRest / megabyte,
    },
    atMost('browser-import.dry-run', dryRun / 1000, 's', mostDryRunSeconds),
    atMost('browser-import.longest-task', longestTask, 'ms', mostTaskMs),
  ]
}

function atMost(name: string, value: number, unit: string, most: number): BenchResult {
  return { name, value, unit, baseline: null, ratio: null, budget: `<= ${most}`, ok: value <= most }
}
