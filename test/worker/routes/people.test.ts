import { describe, expect, it } from 'vitest'
import { type CustomerWorkspace, customerWorkspace, ruta } from '../customer-workspace.ts'

const jonas = { name: 'Jonas', role: 'orders', identities: [{ kind: 'email', value: 'Jonas@Baltic.lt' }] }

/** Who is found under an address, and as which of their people. */
async function found({ call }: CustomerWorkspace, kind: string, value: string): Promise<string> {
  const lookups = [{ identities: [{ kind, value }] }]
  const { body } = await call('/v1/lookups', { lookups, view: 'panel' })
  const [{ snapshot, missing, several }] = body.answers
  return missing ?? (several ? 'several' : (snapshot.person?.name ?? 'the customer'))
}

describe('one of the people', () => {
  it('is recognised by an address or phone of their own, as a person of the customer', async () => {
    const workspace = await customerWorkspace()
    const phone = { kind: 'phone', value: '8 612 34567' }
    await workspace.log('people', { ...jonas, identities: [...jonas.identities, phone] })
    expect(await found(workspace, 'email', 'jonas@baltic.lt')).toBe('Jonas')
    expect(await found(workspace, 'phone', '+370 612 34567')).toBe('Jonas')
    expect(await found(workspace, 'email', ruta)).toBe('the customer')
    expect((await workspace.panel()).people).toMatchObject([{ name: 'Jonas', role: 'orders' }])
  })

  it('gone takes along the addresses that came with them, and brings them back', async () => {
    const workspace = await customerWorkspace()
    const { log, correct } = workspace
    const { body } = await log('people', {
      ...jonas,
      identities: [...jonas.identities, { kind: 'email', value: ruta }],
    })
    expect(await found(workspace, 'email', ruta)).toBe('Jonas')
    await correct('people', body.fact.id, { undone: true })
    expect(await found(workspace, 'email', 'jonas@baltic.lt')).toBe('unknown_customer')
    expect(await found(workspace, 'email', ruta)).toBe('the customer')
    await correct('people', body.fact.id, { undone: false })
    expect(await found(workspace, 'email', 'jonas@baltic.lt')).toBe('Jonas')
    expect(await found(workspace, 'email', ruta)).toBe('Jonas')
  })

  it('is known by the addresses of the last correction alone', async () => {
    const workspace = await customerWorkspace()
    const { log, correct } = workspace
    const { body } = await log('people', jonas)
    await correct('people', body.fact.id, { role: 'decides' })
    expect(await found(workspace, 'email', 'jonas@baltic.lt')).toBe('Jonas')
    const other = { kind: 'email', value: 'j.jonaitis@baltic.lt' }
    const { body: corrected } = await correct('people', body.fact.id, { identities: [other] })
    expect(corrected.fact).toMatchObject({ name: 'Jonas', role: 'decides', identities: [other] })
    expect(await found(workspace, 'email', 'jonas@baltic.lt')).toBe('unknown_customer')
    expect(await found(workspace, 'email', 'j.jonaitis@baltic.lt')).toBe('Jonas')
  })

  it('cannot be told from another by the same address', async () => {
    const workspace = await customerWorkspace()
    const { log, correct } = workspace
    const { body } = await log('people', jonas)
    const asta = { ...jonas, name: 'Asta' }
    const refused = await log('people', asta)
    expect([refused.status, refused.body.error.details]).toEqual([
      422,
      [{ path: 'identities[0]', message: 'belongs to another of their people' }],
    ])
    await correct('people', body.fact.id, { identities: [] })
    expect((await log('people', asta)).status).toBe(200)
    expect(await found(workspace, 'email', 'jonas@baltic.lt')).toBe('Asta')
  })
})
