// POST /v1/corrections: "this page is that customer".

import { beforeEach, describe, expect, it } from 'vitest'
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts'

describe('a correction', () => {
  let workspace: TestWorkspace
  let ruta: string
  let jonas: string
  const ticket = { kind: 'record', value: '4417', host: 'rt.example', type: 'ticket' }
  const address = { kind: 'email', value: 'ruta@baltic.lt' }

  beforeEach(async () => {
    workspace = await testWorkspace()
    await workspace.buy('ruta@baltic.lt', ['2026-10-01'])
    await workspace.buy('jonas@baltic.lt', ['2026-10-02'])
    ruta = (await workspace.snapshot('ruta@baltic.lt')).customer.id
    jonas = (await workspace.snapshot('jonas@baltic.lt')).customer.id
  })

  async function lookUp(identities: object[], token = workspace.tokens.agent) {
    const { body } = await workspace.call(
      '/v1/lookups',
      { lookups: [{ identities }], view: 'panel' },
      { token },
    )
    return body.answers[0]
  }

  function correct(body: object, token = workspace.tokens.agent) {
    return workspace.call('/v1/corrections', body, { token })
  }

  it('makes an id that nobody knew mean a customer, for the member who said so', async () => {
    expect(await lookUp([ticket])).toEqual({ missing: 'unknown_customer' })
    expect((await correct({ identity: ticket, customerId: ruta })).status).toBe(200)
    const { match, snapshot } = await lookUp([ticket])
    expect(snapshot.customer.id).toBe(ruta)
    expect(match).toMatchObject({ by: 'record', evidence: '4417', corrected: 'own', others: [] })
    expect(await lookUp([ticket], workspace.tokens.manager)).toEqual({ missing: 'unknown_customer' })
  })

  it('leads before an address that says otherwise, and offers the other', async () => {
    await correct({ identity: address, customerId: jonas })
    const { match, snapshot } = await lookUp([ticket, address])
    expect(snapshot.customer.id).toBe(jonas)
    expect(match.others).toMatchObject([{ customerId: ruta, evidence: 'ruta@baltic.lt' }])
  })

  it('by an admin can count for everybody, until a member knows better', async () => {
    const shared = { identity: ticket, customerId: ruta, shared: true }
    expect((await correct(shared)).status).toBe(403)
    expect((await correct(shared, workspace.tokens.admin)).status).toBe(200)
    expect((await lookUp([ticket])).match.corrected).toBe('shared')
    await correct({ identity: ticket, customerId: jonas })
    expect((await lookUp([ticket])).snapshot.customer.id).toBe(jonas)
    expect((await lookUp([ticket], workspace.tokens.manager)).snapshot.customer.id).toBe(ruta)
  })

  it('can be changed and taken back, and what was known then stays known', async () => {
    await correct({ identity: ticket, customerId: ruta })
    const knownAt = new Date(workspace.clock.now).toISOString()
    workspace.clock.now += 1000
    await correct({ identity: ticket, customerId: jonas })
    expect((await lookUp([ticket])).snapshot.customer.id).toBe(jonas)
    workspace.clock.now += 1000
    await correct({ identity: ticket, customerId: null })
    expect(await lookUp([ticket])).toEqual({ missing: 'unknown_customer' })
    const { body } = await workspace.call(
      '/v1/lookups',
      { lookups: [{ identities: [ticket] }], view: 'panel', knownAt },
      { token: workspace.tokens.agent },
    )
    expect(body.answers[0].snapshot.customer.id).toBe(ruta)
  })

  it('of another workspace’s customer finds nobody, and leads nobody there', async () => {
    const other = await testWorkspace()
    const answer = await other.call('/v1/corrections', { identity: ticket, customerId: ruta })
    expect(answer.status).toBe(404)
    expect(
      (await correct({ identity: { kind: 'email', value: 'no address' }, customerId: ruta })).status,
    ).toBe(422)
  })
})
