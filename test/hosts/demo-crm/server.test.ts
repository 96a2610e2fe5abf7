import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateSampleData } from '../../sample-data/generate.ts'
import type { CrmCustomer } from './records.ts'
import { startDemoCrm } from './server.ts'

const now = Date.parse('2026-11-23T09:30:00Z')
const { customers } = generateSampleData({ now, customers: 20 })
let crm: Awaited<ReturnType<typeof startDemoCrm>>

beforeAll(async () => {
  crm = await startDemoCrm({ port: 0, customers, now })
})

afterAll(() => crm.close())

const ask = (path: string, init?: RequestInit) =>
  fetch(new URL(path, crm.url), { redirect: 'manual', ...init })

test('its address is on loopback and leads to the list of customers', async () => {
  expect(new URL(crm.url).hostname).toBe('127.0.0.1')
  expect((await ask('')).headers.get('location')).toBe('/demo-crm/customers')
})

test.each(['customers', 'customers/C-0012', 'mail', 'mail/M-1001'])(
  'a deep link to %s opens the app',
  async path => {
    const response = await ask(path)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('data-own-address="agent@holdfast-demo.example"')
  },
)

test('every answer carries the strict content security policy', async () => {
  for (const path of ['customers', 'app/main.ts', 'api/customers', 'nothing']) {
    const policy = (await ask(path)).headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  }
})

test('its pages hold no inline script or style', async () => {
  const html = await (await ask('customers')).text()
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/)
})

test('modules are served as JavaScript', async () => {
  const response = await ask('app/route.ts')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const code = await response.text()
  expect(code).toContain('function routeOf(url)')
})

test('the customers given are the customers shown, in their order, telephones grouped', async () => {
  const shown = (await (await ask('api/customers')).json()) as CrmCustomer[]
  expect(shown.map(({ id }) => id)).toEqual(customers.map(({ externalId }) => externalId))
  expect(shown[0]?.phone).toEqual({ number: '+37060000901', text: '+370 600 00901' })
})

test.each(['app/nothing.ts', 'app/server.ts', 'app/..%2fserver.ts', 'api/nothing', 'elsewhere'])(
  '%s is not found',
  async path => {
    expect((await ask(path)).status).toBe(404)
  },
)

test('a path that climbs out of the folder is not found', async () => {
  const status = await new Promise(resolve => {
    get(crm.url, { path: '/demo-crm/app/../server.ts' }, response => resolve(response.statusCode))
  })
  expect(status).toBe(404)
})

test('nothing can be written', async () => {
  expect((await ask('api/customers', { method: 'POST', body: '[]' })).status).toBe(405)
})
