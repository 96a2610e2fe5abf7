// The demo CRM's server: one page for every address of the app, its modules with the types taken out, its data.
// On loopback alone; it stores nothing. `node test/hosts/demo-crm/server.ts [port]` runs it with sample data.

import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { transform } from 'esbuild'
import type { CustomerRow } from '../../../shared/facts.ts'
import { generateSampleData } from '../../sample-data/generate.ts'
import { crmCustomers } from './customers.ts'
import { crmMessages } from './mail.ts'

const loopback = '127.0.0.1'

/** As strict as a real host's: whatever is injected into its pages has to live with it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

const contentTypes = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const

interface Answer {
  status: number
  type?: string
  location?: string
  body?: string
}

const notFound: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' }

/**
 * Starts the demo CRM.
 * @param port 0 for any free one
 * @param customers shown in this order; at least eleven, for the situations in mail.ts
 * @param now epoch milliseconds that notes and messages lie before
 * @returns the address of its start page, and what stops it
 */
export async function startDemoCrm({
  port,
  customers,
  now = Date.now(),
}: {
  port: number
  customers: readonly CustomerRow[]
  now?: number
}): Promise<{ url: string; close(): Promise<void> }> {
  const records = crmCustomers(customers, now)
  const data = new Map<string, unknown>([
    ['customers', records],
    ['messages', crmMessages(records, now)],
  ])
  const server = createServer((request, response) => {
    answer(request, data).then(
      done => send(response, done),
      () => send(response, { status: 500 }),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, loopback, resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${loopback}:${bound}/demo-crm/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, data: Map<string, unknown>): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 }
  const { pathname } = new URL(request.url ?? '/', `http://${loopback}`)
  const [, base, area, name] = pathname.split('/')
  if (base !== 'demo-crm') return notFound
  if (!area) return { status: 302, location: '/demo-crm/customers' }
  if (area === 'api') return json(data.get(name ?? ''))
  if (area === 'app') return appFile(name ?? '')
  if (area === 'customers' || area === 'mail') return page()
  return notFound
}

function json(value: unknown): Answer {
  if (value === undefined) return notFound
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

async function page(): Promise<Answer> {
  return { status: 200, type: 'text/html; charset=utf-8', body: await source('index.html') }
}

async function appFile(name: string): Promise<Answer> {
  const [, ending] = /^[a-z-]+\.(ts|css|svg)$/.exec(name) ?? []
  if (!ending) return notFound
  const text = await source(name).catch(() => null)
  if (text === null) return notFound
  const type = contentTypes[ending as keyof typeof contentTypes]
  return { status: 200, type, body: ending === 'ts' ? await withoutTypes(text) : text }
}

function source(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, 'app', name), 'utf8')
}

async function withoutTypes(module: string): Promise<string> {
  const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } }
  return (await transform(module, { loader: 'ts', target: 'es2024', tsconfigRaw })).code
}

function send(response: ServerResponse, { status, type, location, body }: Answer): void {
  response.writeHead(status, {
    ...headers,
    ...(type && { 'content-type': type }),
    ...(location && { location }),
  })
  response.end(body)
}

if (import.meta.main) {
  const now = Date.now()
  const { customers } = generateSampleData({ now })
  const { url } = await startDemoCrm({ port: Number(process.argv[2] ?? 4711), customers, now })
  console.log(`demo CRM at ${url}`)
}
