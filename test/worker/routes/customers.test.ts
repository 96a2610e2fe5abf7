import { describe, expect, it } from 'vitest'
import { testWorkspace } from '../test-workspace.ts'

const ruta = {
  source: 'crm',
  externalId: 'C-1',
  name: 'Rūta Jankauskienė',
  company: 'Baltic Print',
  owner: 'Tomas',
  customer: [{ kind: 'email', value: 'ruta@baltic.lt' }],
}

describe('customers', () => {
  it('have name, company and owner, and sent twice change nothing', async () => {
    const { call, snapshot } = await testWorkspace()
    const first = await call('/v1/customers', { customers: [ruta] })
    const second = await call('/v1/customers', { customers: [ruta] })
    expect([first.body.accepted, second.body]).toEqual([1, { accepted: 0, duplicates: 1, rejected: [] }])
    expect(await snapshot('ruta@baltic.lt')).toMatchObject({
      customer: { name: 'Rūta Jankauskienė', company: 'Baltic Print' },
      owner: { name: 'Tomas' },
      status: { id: 'prospect' },
      risk: { score: { unknown: expect.any(String) } },
    })
  })

  it('take new words and further identities', async () => {
    const { call, snapshot } = await testWorkspace()
    await call('/v1/customers', { customers: [ruta] })
    const changed = { ...ruta, owner: 'Aistė', customer: [{ kind: 'phone', value: '+37061234567' }] }
    expect((await call('/v1/customers', { customers: [changed] })).body.accepted).toBe(1)
    expect((await snapshot('ruta@baltic.lt')).owner.name).toBe('Aistė')
    const { body } = await call('/v1/lookups', { lookups: [{ identities: changed.customer }], view: 'badge' })
    expect(body.answers[0].snapshot.customer.name).toBe('Rūta Jankauskienė')
  })

  it('known by purchases before keep their history', async () => {
    const { call, snapshot, buy } = await testWorkspace()
    await buy('ruta@baltic.lt', ['2026-10-01', '2026-11-01'])
    await call('/v1/customers', { customers: [ruta] })
    expect(await snapshot('ruta@baltic.lt')).toMatchObject({
      customer: { name: 'Rūta Jankauskienė' },
      gap: { purchases: 2 },
    })
  })
})
