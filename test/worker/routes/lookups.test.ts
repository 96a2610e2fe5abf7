import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { badgeAnswers, panelAnswers } from '../../../shared/api.ts'
import { testWorkspace } from '../test-workspace.ts'

const quarterly = ['2026-01-01', '2026-04-02', '2026-07-02', '2026-10-01']

const byEmail = (value: string) => ({ identities: [{ kind: 'email', value }] })

describe('a look-up', () => {
  it('answers with the shape of the contract in one round trip of one statement, proof of the session included', async () => {
    const { call, buy } = await testWorkspace()
    await buy('ruta@baltic.lt', quarterly)
    const request = { lookups: [byEmail('ruta@baltic.lt'), byEmail('nobody@baltic.lt')], view: 'panel' }
    const { status, body, cost } = await call('/v1/lookups', request)
    expect(status).toBe(200)
    expect(z.parse(panelAnswers, body)).toEqual(body)
    expect(cost).toMatchObject({ roundTrips: 1, statements: 1 })
  })

  it('reads 100 badges in one round trip as well', async () => {
    const { call, buy } = await testWorkspace()
    const emails = Array.from({ length: 100 }, (_, index) => `customer${index}@shop.lt`)
    for (const email of emails.slice(0, 10)) await buy(email, quarterly)
    const { body, cost } = await call('/v1/lookups', { lookups: emails.map(byEmail), view: 'badge' })
    expect(z.parse(badgeAnswers, body)).toEqual(body)
    expect(body.answers).toHaveLength(100)
    expect(body.answers[10]).toEqual({ missing: 'unknown_customer' })
    expect(cost).toMatchObject({ roundTrips: 1, statements: 1 })
  })

  it('says 91 days for three gaps of 91 days, whatever the other customers do', async () => {
    const { buy, snapshot, call } = await testWorkspace()
    for (let other = 0; other < 40; other += 1) {
      await buy(`weekly${other}@shop.lt`, ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22'])
    }
    await buy('quarterly@shop.lt', quarterly)
    await call('/v1/model-fits', {})
    const { gap } = await snapshot('quarterly@shop.lt')
    expect(gap).toMatchObject({ days: 53, intervalDays: 91, basis: 'own', purchases: 4 })
    expect(gap.ratio).toBeCloseTo(53 / 91, 10)
    expect(gap.low).toEqual({ unknown: expect.any(String) })
    expect(gap.text).toBe('usually buys every 91 days')
  })

  it('offers a chooser where identities name several customers', async () => {
    const { call } = await testWorkspace()
    const customers = ['one', 'two'].map(name => ({
      source: 'crm',
      externalId: name,
      name,
      customer: [
        { kind: 'email', value: `${name}@family.lt` },
        { kind: 'phone', value: '+37061234567' },
      ],
    }))
    await call('/v1/customers', { customers })
    const { body } = await call('/v1/lookups', {
      lookups: [
        { identities: [{ kind: 'phone', value: '+370 612 34567' }] },
        {
          identities: [
            { kind: 'email', value: 'one@family.lt' },
            { kind: 'email', value: 'two@family.lt' },
          ],
        },
      ],
      view: 'panel',
    })
    for (const { several } of body.answers) {
      expect(several.map(({ name }: { name: string }) => name).sort()).toEqual(['one', 'two'])
    }
  })

  it('finds a chosen candidate by the id it was offered with', async () => {
    const { call, buy } = await testWorkspace()
    await buy('ruta@baltic.lt', quarterly)
    const first = await call('/v1/lookups', { lookups: [byEmail('ruta@baltic.lt')], view: 'panel' })
    const { id } = first.body.answers[0].snapshot.customer
    const again = await call('/v1/lookups', {
      lookups: [{ identities: [{ kind: 'record', host: 'holdfast', value: id }] }],
      view: 'panel',
    })
    expect(again.body.answers[0].snapshot.customer.id).toBe(id)
  })

  it('only suggests where an address differs by its +tag, and matches it for Google', async () => {
    const { call, buy } = await testWorkspace()
    await buy('ruta@baltic.lt', quarterly)
    await buy('ruta.jank@gmail.com', quarterly)
    const lookups = [byEmail('ruta+invoices@baltic.lt'), byEmail('RutaJank+shop@googlemail.com')]
    const { body } = await call('/v1/lookups', { lookups, view: 'panel' })
    expect(body.answers[0]).toEqual({
      several: [{ customerId: expect.any(String), name: 'ruta@baltic.lt', evidence: 'ruta@baltic.lt' }],
    })
    expect(body.answers[1].match).toMatchObject({ by: 'email', evidence: 'RutaJank+shop@googlemail.com' })
  })

  it('finds addresses and phones however they are written', async () => {
    const { call } = await testWorkspace('2026-11-23', { region: 'LT' })
    const customer = [
      { kind: 'email', value: 'Jonas@ŠIAULIAI.lt' },
      { kind: 'phone', value: '8 612 34567' },
    ]
    await call('/v1/customers', { customers: [{ source: 'crm', externalId: '7', customer, name: 'Jonas' }] })
    const written = [
      { kind: 'email', value: 'jonas@xn--iauliai-pqb.lt' },
      { kind: 'phone', value: '+370 (612) 34-567' },
      { kind: 'phone', value: '(8-612) 34567' },
      { kind: 'record', host: 'CRM', value: ' 7 ' },
    ]
    const { body } = await call('/v1/lookups', {
      lookups: written.map(one => ({ identities: [one] })),
      view: 'badge',
    })
    expect(
      body.answers.map(
        (answer: { snapshot?: { customer: { name: string } } }) => answer.snapshot?.customer.name,
      ),
    ).toEqual(Array(4).fill('Jonas'))
  })

  it('says so when nothing asked can be an identity', async () => {
    const { call } = await testWorkspace()
    const identities = [
      { kind: 'email', value: 'no address' },
      { kind: 'phone', value: 'call me' },
      { kind: 'email', value: 'a'.repeat(1000) },
    ]
    const { body } = await call('/v1/lookups', { lookups: [{ identities }], view: 'panel' })
    expect(body.answers).toEqual([{ missing: 'no_usable_identity' }])
  })

  it('finds nobody of another workspace, by address or by id', async () => {
    const mine = await testWorkspace()
    const theirs = await testWorkspace()
    await theirs.buy('ruta@baltic.lt', quarterly)
    const { id } = (await theirs.snapshot('ruta@baltic.lt')).customer
    const lookups = [
      byEmail('ruta@baltic.lt'),
      { identities: [{ kind: 'record', host: 'holdfast', value: id }] },
    ]
    const { body } = await mine.call('/v1/lookups', { lookups, view: 'panel' })
    expect(body.answers).toEqual([{ missing: 'unknown_customer' }, { missing: 'unknown_customer' }])
  })

  it('shows the past as it was on a day, that day included', async () => {
    const { buy, snapshot } = await testWorkspace()
    await buy('ruta@baltic.lt', quarterly)
    const then = await snapshot('ruta@baltic.lt', '2026-07-02')
    expect(then.gap).toMatchObject({ days: 0, intervalDays: 91, purchases: 3, recent: quarterly.slice(0, 3) })
    const before = await snapshot('ruta@baltic.lt', '2026-07-01')
    expect(before.gap).toMatchObject({ days: 90, purchases: 2, basis: 'workspace' })
    const earliest = await snapshot('ruta@baltic.lt', '2025-01-01')
    expect(earliest.status.id).toBe('prospect')
  })

  it('leaves out what lies in the future, also later today', async () => {
    const { buy, snapshot, call, clock } = await testWorkspace('2026-11-23')
    clock.now = Date.parse('2026-11-23T09:00:00Z')
    await buy('ruta@baltic.lt', ['2026-11-01', '2026-11-23', '2026-12-24'])
    expect((await snapshot('ruta@baltic.lt')).gap).toMatchObject({ days: 22, purchases: 1 })
    clock.now = Date.parse('2026-11-23T13:00:00Z')
    expect((await snapshot('ruta@baltic.lt')).gap).toMatchObject({ days: 0, purchases: 2 })
    const { cost } = await call('/v1/lookups', { lookups: [byEmail('ruta@baltic.lt')], view: 'panel' })
    expect(cost.roundTrips).toBe(1)
  })

  it("counts days in the workspace's own time zone", async () => {
    const { buy, snapshot, clock } = await testWorkspace('2026-11-23', { timeZone: 'Pacific/Auckland' })
    await buy('kiwi@shop.nz', ['2026-11-22'])
    clock.now = Date.parse('2026-11-23T10:59:00Z')
    expect((await snapshot('kiwi@shop.nz')).gap.days).toBe(0)
    clock.now = Date.parse('2026-11-23T11:00:00Z')
    expect((await snapshot('kiwi@shop.nz')).gap.days).toBe(1)
  })

  it('costs the same however long a history is', async () => {
    const { buy, call } = await testWorkspace()
    const days = Array.from({ length: 1200 }, (_, index) =>
      new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
    )
    await buy('short@shop.lt', days.slice(0, 12))
    await buy('long@shop.lt', days)
    const short = await call('/v1/lookups', { lookups: [byEmail('short@shop.lt')], view: 'panel' })
    const long = await call('/v1/lookups', { lookups: [byEmail('long@shop.lt')], view: 'panel' })
    expect(long.cost.rowsRead).toBe(short.cost.rowsRead)
  })

  it('speaks English, Russian and Lithuanian', async () => {
    const { buy, call } = await testWorkspace()
    await buy('ruta@baltic.lt', quarterly)
    const say = async (locale: string) =>
      (await call('/v1/lookups', { lookups: [byEmail('ruta@baltic.lt')], view: 'panel', locale })).body
        .answers[0].snapshot.gap.text
    expect([await say('en'), await say('ru'), await say('lt')]).toEqual([
      'usually buys every 91 days',
      'обычно покупает раз в 91 день',
      'paprastai perka kas 91 dieną',
    ])
  })
})
