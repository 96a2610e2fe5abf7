import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

const invoice = { what: 'A corrected invoice', due: '2026-11-18', at: '2026-11-16T10:00:00Z' }

describe('a promise', () => {
  it('past its date is broken until it is apologised for or kept, and stays with who gave it', async () => {
    const { log, correct, panel, tokens } = await customerWorkspace()
    const { body } = await log('promises', invoice)
    expect((await panel()).promises).toMatchObject([{ what: 'A corrected invoice', state: 'broken' }])
    expect((await panel({ asOf: '2026-11-17' })).promises).toMatchObject([{ state: 'open' }])
    const kept = await correct('promises', body.fact.id, { keptAt: '2026-11-23' }, { token: tokens.manager })
    expect(kept.body.fact).toMatchObject({
      keptAt: '2026-11-23T00:00:00.000Z',
      authorId: body.fact.authorId,
    })
    expect((await panel({ asOf: '2026-11-22' })).promises).toMatchObject([{ state: 'broken', keptAt: null }])
  })

  it('with a new date keeps the first one', async () => {
    const { log, correct, panel } = await customerWorkspace()
    const { body } = await log('promises', invoice)
    await correct('promises', body.fact.id, { due: '2026-11-27T12:00:00Z' })
    const { body: moved } = await correct('promises', body.fact.id, {
      due: '2026-11-30',
      firstDue: '2026-11-30',
    })
    expect(moved.fact).toMatchObject({ due: '2026-11-30', firstDue: '2026-11-18' })
    expect((await panel()).promises).toMatchObject([
      { due: '2026-11-30', firstDue: '2026-11-18', state: 'open' },
    ])
  })

  it('is not known before it was logged, whatever has been said since', async () => {
    const { log, correct, panel, clock } = await customerWorkspace()
    clock.now += 60_000
    const { body } = await log('promises', invoice)
    clock.now += 60_000
    await correct('promises', body.fact.id, { what: 'A credit note' })
    const at = (minutes: number) =>
      new Date(Date.parse('2026-11-23T12:00:00Z') + minutes * 60_000).toISOString()
    expect((await panel({ knownAt: at(0) })).promises).toEqual([])
    expect((await panel({ knownAt: at(1) })).promises).toMatchObject([{ what: 'A corrected invoice' }])
    expect((await panel({ knownAt: at(2) })).promises).toMatchObject([{ what: 'A credit note' }])
  })
})
