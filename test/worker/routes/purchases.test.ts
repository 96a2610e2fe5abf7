import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { purchase, testWorkspace } from '../test-workspace.ts'

const dates = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10']

describe('purchases', () => {
  it('sent twice change nothing', async () => {
    const { call, snapshot } = await testWorkspace()
    const purchases = dates.map(date => purchase('ruta@baltic.lt', date))
    const first = await call('/v1/purchases', { purchases })
    const before = await snapshot('ruta@baltic.lt')
    const second = await call('/v1/purchases', { purchases })
    expect(first.body).toEqual({ accepted: 5, duplicates: 0, rejected: [] })
    expect(second.body).toEqual({ accepted: 0, duplicates: 5, rejected: [] })
    expect(second.cost.rowsWritten).toBe(0)
    expect(await snapshot('ruta@baltic.lt')).toEqual(before)
  })

  it('go in beside bad rows, which are named with the field that is wrong', async () => {
    const { call, snapshot } = await testWorkspace()
    const good = purchase('ruta@baltic.lt', '2026-05-01')
    const { body } = await call('/v1/purchases', {
      purchases: [
        good,
        { ...good, amountMinor: 12.5, externalId: 'b' },
        { ...good, at: '2026-02-31', externalId: 'c' },
        { ...good, currency: 'eur', externalId: 'd' },
        { ...good, customer: [], externalId: 'e' },
        { ...good, customer: [{ kind: 'email', value: 'nobody' }], externalId: 'f' },
        null,
        'text',
        { ...good, externalId: 'last', at: '2026-06-01T10:00:00+03:00' },
      ],
    })
    expect(body.accepted).toBe(2)
    expect(body.rejected.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual([
      [1, 'invalid'],
      [2, 'invalid'],
      [3, 'invalid'],
      [4, 'invalid'],
      [5, 'invalid_identity'],
      [6, 'invalid'],
      [7, 'invalid'],
    ])
    expect(body.rejected[0].message).toMatch(/^amountMinor: /)
    expect((await snapshot('ruta@baltic.lt')).gap.purchases).toBe(2)
  })

  it('of one day count as one for rhythm, and refunds not at all', async () => {
    const { call, snapshot } = await testWorkspace()
    const rows = [
      purchase('ruta@baltic.lt', '2026-03-01'),
      { ...purchase('ruta@baltic.lt', '2026-03-01'), externalId: 'second' },
      { ...purchase('ruta@baltic.lt', '2026-04-01'), amountMinor: -500 },
      { ...purchase('ruta@baltic.lt', '2026-05-01'), amountMinor: 0 },
    ]
    const { body } = await call('/v1/purchases', { purchases: rows })
    expect(body.accepted).toBe(4)
    expect((await snapshot('ruta@baltic.lt')).gap).toMatchObject({
      purchases: 2,
      recent: ['2026-03-01', '2026-05-01'],
    })
  })

  it('that arrive in any order and any parts make the same rhythm', async () => {
    const { buy, snapshot } = await testWorkspace()
    await buy('sorted@shop.lt', dates)
    const expected = (await snapshot('sorted@shop.lt')).gap
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(dates, { minLength: dates.length }),
        fc.integer({ min: 1, max: 4 }),
        async (order, cut) => {
          runs += 1
          const email = `shuffled${runs}@shop.lt`
          await buy(email, order.slice(0, cut))
          await buy(email, order.slice(cut))
          expect((await snapshot(email)).gap).toEqual(expected)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('corrected under the same id move to their new day and customer, and back', async () => {
    const { call, snapshot, buy } = await testWorkspace()
    await buy('ruta@baltic.lt', dates)
    const before = await snapshot('ruta@baltic.lt')
    const original = purchase('ruta@baltic.lt', '2026-03-10')
    const moved = await call('/v1/purchases', { purchases: [{ ...original, at: '2026-03-20T12:00:00Z' }] })
    expect(moved.body).toMatchObject({ accepted: 1, duplicates: 0 })
    expect((await snapshot('ruta@baltic.lt')).gap.recent).toContain('2026-03-20')
    expect((await snapshot('ruta@baltic.lt')).gap.recent).not.toContain('2026-03-10')
    const given = { ...original, customer: [{ kind: 'email', value: 'jonas@baltic.lt' }] }
    await call('/v1/purchases', { purchases: [given] })
    expect((await snapshot('ruta@baltic.lt')).gap.purchases).toBe(4)
    expect((await snapshot('jonas@baltic.lt')).gap.recent).toEqual(['2026-03-10'])
    await call('/v1/purchases', { purchases: [original] })
    expect(await snapshot('ruta@baltic.lt')).toEqual(before)
    expect((await snapshot('jonas@baltic.lt')).status.id).toBe('prospect')
  })

  it('corrected on a day with another purchase keep that day', async () => {
    const { call, snapshot } = await testWorkspace()
    const one = purchase('ruta@baltic.lt', '2026-03-01')
    await call('/v1/purchases', { purchases: [one, { ...one, externalId: 'other' }] })
    await call('/v1/purchases', { purchases: [{ ...one, at: '2026-03-09T12:00:00Z' }] })
    expect((await snapshot('ruta@baltic.lt')).gap.recent).toEqual(['2026-03-01', '2026-03-09'])
  })

  it('turned into a refund are no purchase any more', async () => {
    const { call, snapshot, buy } = await testWorkspace()
    await buy('ruta@baltic.lt', dates)
    await call('/v1/purchases', {
      purchases: [{ ...purchase('ruta@baltic.lt', '2026-05-10'), amountMinor: -1000 }],
    })
    expect((await snapshot('ruta@baltic.lt')).gap.recent).toEqual(dates.slice(0, 4))
  })

  it('of one customer sent at the same time are all counted once', async () => {
    const { buy, snapshot } = await testWorkspace()
    const answers = await Promise.all(dates.map(date => buy('ruta@baltic.lt', [date])))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect((await snapshot('ruta@baltic.lt')).gap.recent).toEqual(dates)
  })

  it('whose identities belong to several customers are refused, the others join one customer', async () => {
    const { call } = await testWorkspace()
    const phone = { kind: 'phone', value: '+37061234567' }
    const family = ['one', 'two'].map(name => ({
      source: 'crm',
      externalId: name,
      name,
      customer: [{ kind: 'email', value: `${name}@family.lt` }, phone],
    }))
    await call('/v1/customers', { customers: family })
    const { body } = await call('/v1/purchases', {
      purchases: [
        { ...purchase('x@y.lt', '2026-01-01'), customer: [phone] },
        { ...purchase('x@y.lt', '2026-01-02'), customer: [phone, { kind: 'email', value: 'one@family.lt' }] },
      ],
    })
    expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: 'ambiguous_customer' }] })
  })

  it("by a second person at a shared phone do not become the first one's", async () => {
    const { call } = await testWorkspace()
    const phone = { kind: 'phone', value: '+37061234567' }
    const buyer = (email: string, date: string) => ({
      ...purchase(email, date),
      customer: [{ kind: 'email', value: email }, phone],
    })
    await call('/v1/purchases', { purchases: [buyer('ona@family.lt', '2026-01-01')] })
    await call('/v1/purchases', { purchases: [buyer('petras@family.lt', '2026-02-01')] })
    const { body } = await call('/v1/lookups', { lookups: [{ identities: [phone] }], view: 'panel' })
    expect(body.answers[0].several).toHaveLength(2)
  })

  it('come 5,000 at a time within the limits of a request', async () => {
    const { call } = await testWorkspace()
    const purchases = Array.from({ length: 5000 }, (_, index) => ({
      ...purchase(`customer${index % 700}@a-shop-with-a-long-name.lt`, '2026-01-01'),
      externalId: `order-${index}`,
      at: new Date(Date.UTC(2025, 0, 1) + index * 5_000_000).toISOString(),
      product: 'A product whose name is neither long nor short',
    }))
    const first = await call('/v1/purchases', { purchases })
    expect(first.body).toEqual({ accepted: 5000, duplicates: 0, rejected: [] })
    const second = await call('/v1/purchases', { purchases })
    expect(second.body).toEqual({ accepted: 0, duplicates: 5000, rejected: [] })
    expect(second.cost.roundTrips).toBe(1)
  })
})
