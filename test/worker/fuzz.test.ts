// Whatever is sent, the answer is a refusal or a result, never a fault of ours.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { api, type Endpoint, panelAnswers } from '../../shared/api.ts'
import { defaultSettings, rulePresets } from '../../shared/settings.ts'
import { factExamples } from './fact-examples.ts'
import { type TestWorkspace, testWorkspace } from './test-workspace.ts'

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

/** Any of the settings, each of a value that is, or looks, or is not at all like one. */
const settings = fc.record(
  Object.fromEntries(
    Object.entries(defaultSettings).map(([name, value]) => [
      name,
      fc.oneof(likeSetting(value), likeSetting(value), odd),
    ]),
  ),
  { requiredKeys: [] },
)

function likeSetting(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'number') return fc.oneof(fc.constant(value), fc.integer({ min: 1, max: 99 }), odd)
  if (typeof value !== 'object' || value === null)
    return fc.oneof(fc.constantFrom(value, ...rulePresets), odd)
  const fields = Object.entries(value).map(([name, field]) => [name, likeSetting(field)])
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] })
}

const when = fc.oneof(
  fc.constantFrom('2026-01-01', '2026-11-23', '2026-12-01T10:00:00Z', '0001-01-01', '9999-12-31'),
  odd,
)

/** What members say of facts: each field near the truth or far from it, and any of them missing. */
const said = fc.record(
  {
    at: when,
    name: odd,
    role: fc.oneof(fc.constantFrom('orders', 'decides'), odd),
    identities: fc.oneof(fc.array(identity, { maxLength: 4 }), odd),
    channel: fc.oneof(fc.constantFrom('mail', 'phone'), odd),
    direction: fc.oneof(fc.constantFrom('in', 'out'), odd),
    kind: fc.oneof(
      fc.constantFrom('channel_never', 'hours', 'not_weekday', 'expects', 'amends', 'thanks'),
      odd,
    ),
    value: fc.oneof(fc.constantFrom('phone', '09:00-12:00', '3'), odd),
    what: odd,
    due: when,
    keptAt: when,
    costMinor: fc.oneof(fc.integer(), odd),
    currency: fc.oneof(fc.constantFrom('EUR', 'USD'), odd),
    validUntil: when,
    from: when,
    until: when,
    reason: odd,
    day: when,
    questions: fc.oneof(fc.array(fc.string(), { maxLength: 3 }), odd),
    reasonClass: fc.oneof(fc.constantFrom('us', 'customer'), odd),
    stated: odd,
    outcome: fc.oneof(fc.constantFrom('returned', 'gave_up'), odd),
    closedAt: when,
    score: fc.oneof(fc.integer({ min: 0, max: 10 }), odd),
    followedUpAt: when,
    guessed: fc.oneof(fc.boolean(), odd),
    band: fc.oneof(fc.constantFrom('low', 'very-high'), odd),
    category: odd,
    note: odd,
    solvedAt: when,
    personId: fc.option(odd, { freq: 10 }),
    reference: odd,
    onItUntil: when,
    owner: odd,
    company: odd,
    undone: fc.option(fc.boolean(), { nil: undefined }),
  },
  { requiredKeys: [] },
)

const bodies: fc.Arbitrary<unknown> = fc.oneof(
  said,
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
    version: fc.oneof(fc.constant(1), fc.nat(20), odd),
    toVersion: fc.oneof(fc.nat(20), odd),
    settings: fc.oneof(settings, odd),
  }),
)

const oddIds = ['nobody', 'purchases', '%00', 'a'.repeat(200), "'"]

/** A customer and, where the endpoint is about one, a fact of theirs. */
async function knownIds(
  { call }: TestWorkspace,
  endpoint: Endpoint,
  id: string,
): Promise<Record<string, string>> {
  const { body } = await call(`/v1/customers/${id}/win-back`, {})
  const winBackId: string = body.fact.id
  const example = factExamples.find(({ correct }) => correct === endpoint)
  if (!example) return { id, winBackId, factId: winBackId }
  const logged = await call(pathOf(example.log, { id, winBackId }), example.body)
  return { id, winBackId, factId: logged.body.fact.id }
}

function pathOf({ path }: Pick<Endpoint, 'path'>, ids: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? 'nobody'))
}

const endpoints = Object.entries(api) as [string, Endpoint][]

describe('endpoints', () => {
  it.each(endpoints.filter(([, { request, csv }]) => request || csv))(
    '%s never fails by itself, and leaves a customer that can be shown',
    async (_, endpoint) => {
      const workspace = await testWorkspace()
      await workspace.buy('ruta@baltic.lt', ['2026-01-01', '2026-02-01'])
      const { customer } = await workspace.snapshot('ruta@baltic.lt')
      const known = await knownIds(workspace, endpoint, customer.id)
      const ids = fc.constantFrom(known, known, ...oddIds.map(id => ({ id, factId: id, winBackId: id })))
      await fc.assert(
        fc.asyncProperty(bodies, ids, fc.option(odd), async (body, id, key) => {
          const path = pathOf(endpoint, id)
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
      const lookups = [{ identities: [{ kind: 'record', value: customer.id, host: 'holdfast' }] }]
      const { body } = await workspace.call('/v1/lookups', { lookups, view: 'panel' })
      expect(panelAnswers.parse(body).answers).toHaveLength(1)
    },
  )
})
