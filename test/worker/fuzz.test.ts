// Whatever is sent, the answer is a refusal or a result, never a fault of ours.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { api, type Endpoint } from '../../shared/api.ts'
import { testWorkspace } from './test-workspace.ts'

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double(),
  fc.constantFrom(
    null,
    true,
    -0,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '%',
    "'; DROP TABLE customer; --",
    '2026-02-31',
    '9999-12-31',
    '+',
    '@',
  ),
  fc.constantFrom(
    '1969-12-31T23:59:59.999Z',
    '0001-01-01',
    '-000001-01-01T00:00:00Z',
    '2026-11-23T25:00:00Z',
  ),
)

const identity = fc.record({
  kind: fc.oneof(fc.constantFrom('email', 'phone', 'domain', 'record'), odd),
  value: fc.oneof(
    fc.emailAddress(),
    fc.constantFrom('+37061234567', 'shop.lt', 'C-1', '🦄', 'ЁЖ@пример.рф'),
    odd,
  ),
  host: fc.option(odd, { nil: undefined }),
})

const row = fc.record(
  {
    source: fc.oneof(fc.constant('shop'), odd),
    externalId: fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), odd),
    customer: fc.oneof(fc.array(identity, { maxLength: 4 }), odd),
    at: fc.oneof(fc.constantFrom('2026-01-01', '2026-01-01T10:00:00Z', '1850-05-05T00:00:00+14:00'), odd),
    amountMinor: fc.oneof(fc.integer(), odd),
    currency: fc.oneof(fc.constantFrom('EUR', 'USD'), odd),
    score: fc.oneof(fc.integer({ min: 0, max: 10 }), odd),
    comment: odd,
    name: odd,
    owner: odd,
    product: odd,
  },
  { requiredKeys: ['source', 'externalId', 'customer'] },
)

const bodies: fc.Arbitrary<unknown> = fc.oneof(
  fc.json({ maxDepth: 3 }).map(text => JSON.parse(text)),
  fc.record({
    lookups: fc.oneof(
      fc.array(fc.record({ identities: fc.array(identity, { maxLength: 5 }) }), { maxLength: 4 }),
      odd,
    ),
    view: fc.oneof(fc.constantFrom('panel', 'badge'), odd),
    locale: fc.oneof(fc.constantFrom('en', 'ru', 'lt'), odd),
    asOf: fc.option(fc.oneof(fc.constantFrom('2026-01-01', '1969-01-01', '2999-01-01T00:00:00Z'), odd), {
      nil: undefined,
    }),
    customers: fc.oneof(fc.array(row, { maxLength: 6 }), odd),
    purchases: fc.oneof(fc.array(row, { maxLength: 6 }), odd),
    responses: fc.oneof(fc.array(row, { maxLength: 6 }), odd),
    category: odd,
    note: odd,
    solvedAt: odd,
  }),
)

const endpoints = Object.entries(api) as [string, Endpoint][]

describe('endpoints', () => {
  it.each(endpoints.filter(([, { request, csv }]) => request || csv))(
    '%s never fails by itself',
    async (_, endpoint) => {
      const workspace = await testWorkspace()
      await workspace.buy('ruta@baltic.lt', ['2026-01-01', '2026-02-01'])
      const { customer } = await workspace.snapshot('ruta@baltic.lt')
      const ids = fc.constantFrom(customer.id, 'nobody', 'purchases', '%00', 'a'.repeat(200), "'")
      await fc.assert(
        fc.asyncProperty(bodies, ids, fc.option(odd), async (body, id, key) => {
          const path = endpoint.path.replace(/:\w+/g, encodeURIComponent(id))
          const raw = endpoint.csv && typeof body === 'string' ? body : JSON.stringify(body)
          const header = String(key).replace(/[^\x20-\x7e]/g, '')
          const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': header }
          const { status, text } = await workspace.call(path, undefined, {
            method: endpoint.method,
            raw,
            headers,
          })
          expect(status, text.slice(0, 300)).toBeLessThan(500)
        }),
        { numRuns: 150 },
      )
    },
  )
})
