import { describe, expect, it } from 'vitest'
import { customerWorkspace, ruta } from '../customer-workspace.ts'

const left = { reasonClass: 'us', stated: 'slow-delivery', at: '2026-11-20' }

describe('a departure', () => {
  it('ends being a customer on its day, with what they said and what it really was', async () => {
    const { log, correct, panel } = await customerWorkspace()
    const { body } = await log('departure', left)
    expect((await panel()).status).toMatchObject({ id: 'departed', since: '2026-11-20' })
    expect((await panel({ asOf: '2026-11-19' })).status.id).toBe('active')
    await correct('departure', body.fact.id, {
      confirmed: 'Waited nine days for shipping',
      fixedAt: '2026-11-22',
    })
    expect((await panel()).departure).toMatchObject({
      id: body.fact.id,
      day: '2026-11-20',
      confirmed: 'Waited nine days for shipping',
      fixedAt: '2026-11-22T00:00:00.000Z',
    })
    await correct('departure', body.fact.id, { undone: true })
    expect((await panel()).status.id).toBe('active')
    expect((await panel()).departure).toBeNull()
  })

  it('told after a later purchase makes that purchase a return', async () => {
    const { log, buy, panel } = await customerWorkspace()
    await buy(ruta, ['2026-11-22'])
    await log('departure', left)
    expect((await panel()).status).toMatchObject({ id: 'returned', since: '2026-11-22' })
  })

  it('moves to the day of its correction', async () => {
    const { log, correct, panel, rows } = await customerWorkspace()
    const { body } = await log('departure', left)
    await correct('departure', body.fact.id, { at: '2026-11-15T10:00:00Z' })
    expect((await panel()).status).toMatchObject({ id: 'departed', since: '2026-11-15' })
    const movements = await rows(
      'SELECT day, departed FROM daily_movement WHERE workspace_id = ?1 AND departed > 0',
    )
    expect(movements).toEqual([{ day: Date.parse('2026-11-15') / 86_400_000, departed: 1 }])
  })

  it('of somebody who never bought is known too', async () => {
    const { call } = await customerWorkspace()
    const customer = [{ kind: 'email', value: 'new@shop.lt' }]
    await call('/v1/customers', { customers: [{ source: 'crm', externalId: '1', customer, name: 'New' }] })
    const { body } = await call('/v1/lookups', { lookups: [{ identities: customer }], view: 'badge' })
    const { id } = body.answers[0].snapshot.customer
    const answer = await call(`/v1/customers/${id}/departure`, left)
    expect(answer.status).toBe(200)
    const known = await call('/v1/lookups', { lookups: [{ identities: customer }], view: 'badge' })
    expect(known.body.answers[0].snapshot.status.id).toBe('departed')
  })
})
