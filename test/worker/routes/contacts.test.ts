import { describe, expect, it } from 'vitest'
import { type CustomerWorkspace, customerWorkspace, ruta } from '../customer-workspace.ts'

const call = { channel: 'phone', direction: 'out', purpose: 'care' }
const never = { kind: 'channel_never', value: 'phone', at: '2026-10-01' }

async function annoyances({ panel }: CustomerWorkspace): Promise<[category: string, count: number][]> {
  const { irritants } = await panel()
  return irritants.map(({ category, count }: { category: string; count: number }) => [category, count])
}

describe('a contact', () => {
  it('shows in the panel with who made it, and who is on it', async () => {
    const { log, panel } = await customerWorkspace()
    const { body } = await log('contacts', { ...call, note: 'Asked how it went', onItUntil: '2026-11-24' })
    const { contacts } = await panel()
    expect(contacts.latest).toMatchObject([{ id: body.fact.id, note: 'Asked how it went', channel: 'phone' }])
    expect(contacts.onIt).toMatchObject({ until: '2026-11-24', who: contacts.latest[0].author })
  })

  it('of one message is logged once, whoever does and whenever', async () => {
    const { log, correct, tokens, rows } = await customerWorkspace()
    const mail = { channel: 'mail', direction: 'in', reference: 'message-17@baltic.lt' }
    const first = await log('contacts', mail)
    const second = await log('contacts', { ...mail, note: 'Also me' }, { token: tokens.manager })
    expect(second.body.fact).toEqual(first.body.fact)
    expect(await rows('SELECT * FROM contact WHERE workspace_id = ?1')).toHaveLength(1)
    expect(await rows('SELECT * FROM audit WHERE workspace_id = ?1')).toHaveLength(1)
    await correct('contacts', first.body.fact.id, { undone: true })
    const third = await log('contacts', { ...mail, note: 'Now rightly' })
    expect(third.body.fact).toMatchObject({ id: first.body.fact.id, note: 'Now rightly', undone: false })
    expect(await rows('SELECT * FROM contact WHERE workspace_id = ?1')).toHaveLength(2)
  })

  it('through a channel they never want is an irritant by itself, and goes with it', async () => {
    const workspace = await customerWorkspace()
    const { log, correct, clock } = workspace
    await log('preferences', never)
    const { body } = await log('contacts', call)
    expect(await annoyances(workspace)).toEqual([['unwanted-channel', 1]])
    clock.now += 1000
    await correct('contacts', body.fact.id, { undone: true })
    expect(await annoyances(workspace)).toEqual([])
    clock.now += 1000
    await correct('contacts', body.fact.id, { undone: false })
    expect(await annoyances(workspace)).toEqual([['unwanted-channel', 1]])
    clock.now += 1000
    await correct('contacts', body.fact.id, { channel: 'mail' })
    expect(await annoyances(workspace)).toEqual([])
    clock.now += 1000
    await correct('contacts', body.fact.id, { channel: 'phone' })
    expect(await annoyances(workspace)).toEqual([['unwanted-channel', 1]])
  })

  it('through another channel than the only ones they want is an irritant as well', async () => {
    const workspace = await customerWorkspace()
    const { log } = workspace
    await log('preferences', { kind: 'channel_only', value: 'mail', at: '2026-10-01' })
    await log('preferences', { kind: 'channel_only', value: 'chat', at: '2026-10-01' })
    for (const channel of ['mail', 'chat']) await log('contacts', { ...call, channel })
    expect(await annoyances(workspace)).toEqual([])
    await log('contacts', { ...call, channel: 'visit' })
    expect(await annoyances(workspace)).toEqual([['unwanted-channel', 1]])
  })

  it.each([
    ['from them to us', { ...call, direction: 'in' }],
    ['from before they asked', { ...call, at: '2026-09-30' }],
    ['through a channel they only avoid', { ...call, channel: 'post' }],
  ])('%s is none', async (_, contact) => {
    const workspace = await customerWorkspace()
    await workspace.log('preferences', never)
    await workspace.log('preferences', { kind: 'channel_avoided', value: 'post', at: '2026-10-01' })
    await workspace.log('contacts', contact)
    expect(await annoyances(workspace)).toEqual([])
  })

  it('is none against a wish that was taken back, or that another of their people has', async () => {
    const workspace = await customerWorkspace()
    const { log, correct } = workspace
    const { body: jonas } = await log('people', { name: 'Jonas', role: 'orders' })
    const { body: asta } = await log('people', { name: 'Asta', role: 'decides' })
    await log('preferences', { ...never, personId: jonas.fact.id })
    const { body: wish } = await log('preferences', never)
    await correct('preferences', wish.fact.id, { undone: true })
    await log('contacts', { ...call, personId: asta.fact.id })
    await log('contacts', call)
    expect(await annoyances(workspace)).toEqual([])
    await log('contacts', { ...call, personId: jonas.fact.id })
    expect(await annoyances(workspace)).toEqual([['unwanted-channel', 1]])
  })

  it('whose irritant a member solved or took back leaves it so when its note is mended', async () => {
    const workspace = await customerWorkspace()
    const { log, correct, clock, panel } = workspace
    await log('preferences', never)
    const { body } = await log('contacts', call)
    const [irritant] = (await panel()).irritants
    clock.now += 1000
    await correct('irritants', irritant.id, { solvedAt: '2026-11-23' })
    clock.now += 1000
    await correct('contacts', body.fact.id, { note: 'Apologised' })
    expect((await panel()).irritants).toMatchObject([{ count: 1, solvedAt: expect.any(String) }])
    clock.now += 1000
    await correct('irritants', irritant.id, { undone: true })
    clock.now += 1000
    await correct('contacts', body.fact.id, { note: 'Apologised twice' })
    expect(await annoyances(workspace)).toEqual([])
  })
})

describe('contacts in bulk', () => {
  const row = (externalId: string, more: object = {}) => ({
    source: 'desk',
    externalId,
    customer: [{ kind: 'email', value: ruta }],
    at: '2026-11-20T10:00:00+02:00',
    ...call,
    ...more,
  })

  it('are recorded once, the bad ones reported, and unwanted ones are irritants', async () => {
    const workspace = await customerWorkspace()
    const { call: ask, log } = workspace
    await log('preferences', never)
    const contacts = [row('1'), row('2', { channel: 'mail' }), row('3', { channel: 'pigeon' })]
    const { body } = await ask('/v1/contacts', { contacts })
    expect(body).toMatchObject({ accepted: 2, duplicates: 0, rejected: [{ index: 2, code: 'invalid' }] })
    expect(body.rejected[0].message).toContain('channel')
    expect((await ask('/v1/contacts', { contacts })).body).toMatchObject({ accepted: 0, duplicates: 2 })
    expect(await annoyances(workspace)).toEqual([['unwanted-channel', 1]])
    const { body: changed } = await ask('/v1/contacts', { contacts: [row('1', { channel: 'mail' })] })
    expect(changed).toMatchObject({ accepted: 1, duplicates: 0 })
    expect(await annoyances(workspace)).toEqual([])
  })

  it('keep what a member added to them when they come again', async () => {
    const { call: ask, correct, panel } = await customerWorkspace()
    await ask('/v1/contacts', { contacts: [row('1')] })
    const { latest } = (await panel()).contacts
    expect(latest[0].id).toBe('desk:1')
    await correct('contacts', 'desk:1', { onItUntil: '2026-11-30' })
    expect((await ask('/v1/contacts', { contacts: [row('1')] })).body).toMatchObject({ duplicates: 1 })
    await ask('/v1/contacts', { contacts: [row('1', { note: 'Called about the invoice' })] })
    const { body } = await correct('contacts', 'desk:1', {})
    expect(body.fact).toMatchObject({
      note: 'Called about the invoice',
      onItUntil: '2026-11-30',
      authorId: null,
    })
  })

  it('up to 5,000 cost a request no more than 50 statements', async () => {
    const { call: ask } = await customerWorkspace()
    const contacts = Array.from({ length: 5000 }, (_, index) => row(`${index}`, { note: 'x'.repeat(300) }))
    const { body, cost } = await ask('/v1/contacts', { contacts })
    expect(body).toMatchObject({ accepted: 5000 })
    expect(cost.statements).toBeLessThanOrEqual(50)
  })
})
