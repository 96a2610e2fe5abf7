import { describe, expect, it } from 'vitest'
import { type CustomerWorkspace, customerWorkspace } from './customer-workspace.ts'
import { type Answer, testWorkspace } from './test-workspace.ts'

function patch({ call, customerId, tokens }: CustomerWorkspace) {
  return (body: unknown, headers: Record<string, string> = {}, token = tokens.manager): Promise<Answer> =>
    call(`/v1/customers/${customerId}`, body, { method: 'PATCH', token, headers })
}

async function memberOf({ rows }: CustomerWorkspace, role: string): Promise<{ id: string; name: string }> {
  const [member] = await rows(`SELECT id, name FROM member WHERE workspace_id = ?1 AND role = '${role}'`)
  return member as { id: string; name: string }
}

describe('correcting a customer', () => {
  it('gives them another name, company and owner, by id or by name', async () => {
    const workspace = await customerWorkspace()
    const correct = patch(workspace)
    const agent = await memberOf(workspace, 'agent')
    const admin = await memberOf(workspace, 'admin')
    const { body } = await correct({ name: ' Rūta Jankauskienė ', company: 'Baltic Print', owner: agent.id })
    const customer = { id: workspace.customerId, name: 'Rūta Jankauskienė', company: 'Baltic Print' }
    expect(body).toEqual({ customer: { ...customer, owner: agent } })
    expect(await workspace.panel()).toMatchObject({ customer, owner: agent })
    expect((await correct({ owner: admin.name })).body.customer.owner).toEqual(admin)
    expect((await correct({ company: null, owner: null })).body.customer).toMatchObject({
      company: null,
      owner: null,
    })
    expect(await workspace.panel()).toMatchObject({ customer: { company: null }, owner: null })
  })

  it('is known from the moment it was said, and was not before', async () => {
    const workspace = await customerWorkspace()
    const { clock, panel } = workspace
    const before = new Date(clock.now).toISOString()
    clock.now += 60_000
    const agent = await memberOf(workspace, 'agent')
    await patch(workspace)({ name: 'Rūta J.', owner: agent.name })
    expect(await panel({ knownAt: before })).toMatchObject({
      customer: { name: 'ruta@baltic.lt' },
      owner: null,
    })
    expect(await panel()).toMatchObject({ customer: { name: 'Rūta J.' }, owner: agent })
  })

  // As one who bought once, and as one who bought again: a beginning in either series.
  it('takes the movements along to the new owner', async () => {
    const workspace = await customerWorkspace()
    const { rows } = workspace
    const started = `SELECT owner_id, sum(started) AS started FROM daily_movement
      WHERE workspace_id = ?1 GROUP BY owner_id HAVING sum(started) <> 0`
    expect(await rows(started)).toEqual([{ owner_id: '', started: 2 }])
    const agent = await memberOf(workspace, 'agent')
    await patch(workspace)({ owner: agent.id })
    expect(await rows(started)).toEqual([{ owner_id: agent.id, started: 2 }])
  })

  it('is done once a key, audited once, and changes nothing where it says nothing new', async () => {
    const workspace = await customerWorkspace()
    const { rows, customerId } = workspace
    const correct = patch(workspace)
    const key = { 'idempotency-key': 'one' }
    const answers = await Promise.all(Array.from({ length: 4 }, () => correct({ name: 'Rūta' }, key)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    await correct({ name: 'Rūta' })
    await correct({})
    const audit = await rows('SELECT action, kind, customer_id, fact_id FROM audit WHERE workspace_id = ?1')
    expect(audit).toEqual([{ action: 'correct', kind: 'customer', customer_id: customerId, fact_id: null }])
  })

  it('by two members at once holds what both said', async () => {
    const workspace = await customerWorkspace()
    const correct = patch(workspace)
    const answers = await Promise.all([correct({ name: 'Rūta' }), correct({ company: 'Baltic Print' })])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await workspace.panel()).customer).toMatchObject({ name: 'Rūta', company: 'Baltic Print' })
  })

  it('is refused with the field where the owner is nobody here, or could be two', async () => {
    const workspace = await customerWorkspace()
    const { rows } = workspace
    const correct = patch(workspace)
    const stranger = await memberOf(await customerWorkspace(), 'agent')
    await rows(`INSERT INTO member (workspace_id, id, name, role, recorded_at)
      VALUES (?1, 'one', 'Tomas', 'agent', 0), (?1, 'two', 'Tomas', 'agent', 0)`)
    const wrong = [{ owner: stranger.id }, { owner: 'Tomas' }, { owner: '' }, { name: ' ' }]
    const answers = await Promise.all(wrong.map(body => correct(body)))
    expect(answers.map(({ status, body }) => [status, body.error.details[0].path])).toEqual([
      [422, 'owner'],
      [422, 'owner'],
      [422, 'owner'],
      [422, 'name'],
    ])
    expect((await correct({ owner: 'two' })).body.customer.owner).toEqual({ id: 'two', name: 'Tomas' })
  })

  it('of another workspace or of nobody is not found, in the same words', async () => {
    const { customerId, call } = await customerWorkspace()
    const other = await testWorkspace()
    const options = { method: 'PATCH' }
    const foreign = await other.call(`/v1/customers/${customerId}`, { name: 'Mine' }, options)
    const nobody = await call('/v1/customers/nobody', { name: 'Mine' }, options)
    const words = ({ status, body }: Answer) => [status, body.error.code, body.error.message]
    expect(words(foreign)).toEqual(words(nobody))
    expect(foreign.status).toBe(404)
  })
})
