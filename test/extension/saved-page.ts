// A saved page of test/fixtures/pages/: its address, its document and what an adapter is expected to read from it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SentReading } from '../../extension/messages.ts'

const folder = resolve('test/fixtures/pages')

export interface SavedPage {
  /** `gmail/list.2026-11` */
  name: string
  host: string
  url: URL
  html: string
  /** Null where the file is missing. */
  expected: SentReading | null
}

export function savedPages(): SavedPage[] {
  return readdirSync(folder).flatMap(host =>
    readdirSync(join(folder, host))
      .filter(file => file.endsWith('.html'))
      .map(file => readPage(host, file.slice(0, -'.html'.length))),
  )
}

/** Without its style sheets, which happy-dom would try to load; no adapter looks at them. */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html.replaceAll(/<link [^>]*>/g, ''), 'text/html')
}

/** The page and, as an adapter gets them, the documents of its frames; a saved page holds them in `srcdoc`. */
export function parseViews(html: string, frames: readonly string[] = []): [Document, ...Document[]] {
  const page = parsePage(html)
  const framed = frames.flatMap(selector => [...page.querySelectorAll(selector)])
  return [page, ...framed.map(frame => parsePage(frame.getAttribute('srcdoc') ?? ''))]
}

function readPage(host: string, situation: string): SavedPage {
  const path = join(folder, host, situation)
  const html = readFileSync(`${path}.html`, 'utf8')
  const [, address] = /^<!-- url: (\S+) -->/.exec(html) ?? []
  if (!address) throw new Error(`${path}.html: its first line has to be <!-- url: https://... -->`)
  const expectation = `${path}.expected.json`
  const expected = existsSync(expectation) ? JSON.parse(readFileSync(expectation, 'utf8')) : null
  return { name: `${host}/${situation}`, host, url: new URL(address), html, expected }
}
