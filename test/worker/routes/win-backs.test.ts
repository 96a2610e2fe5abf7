import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

describe('a win-back', () => {
  it('is open until its outcome, and opens again when either end of it is taken out', async () => {
    const { log, correct } = await customerWorkspace()
    const { body } = await log('win-back', { note: 'Offer express shipping', at: '2026-11-20' })
    const id = body.fact.id
    expect(body.fact.closedAt).toBeUndefined()
    const closed = await correct('win-back', id, { outcome: 'returned' })
    expect(closed.body.fact).toMatchObject({ outcome: 'returned', closedAt: '2026-11-23T12:00:00.000Z' })
    for (const taken of [{ closedAt: null }, { outcome: null }]) {
      const open = await correct('win-back', id, taken)
      expect(open.body.fact.outcome).toBeUndefined()
      const again = await correct('win-back', id, { outcome: 'gave_up', closedAt: '2026-11-22' })
      expect(again.body.fact).toMatchObject({ outcome: 'gave_up', closedAt: '2026-11-22T00:00:00.000Z' })
    }
  })

  it('shows in the panel of a customer who left, with its steps and what they cost', async () => {
    const { log, panel } = await customerWorkspace()
    await log('departure', { reasonClass: 'us', stated: 'slow-answers', at: '2026-11-01T12:00:00Z' })
    const { body } = await log('win-back', { at: '2026-11-20' })
    const steps = `win-back/${body.fact.id}/steps`
    await log(steps, { channel: 'phone', what: 'Called the director', at: '2026-11-21' })
    await log(steps, {
      channel: 'visit',
      what: 'Visited with cake',
      costMinor: 2500,
      outcome: 'Thinks about it',
    })
    const { winBack } = await panel()
    expect(winBack).toMatchObject({ id: body.fact.id, outcome: null, costMinor: 2500 })
    expect(winBack.steps).toMatchObject([
      { channel: 'phone', what: 'Called the director', costMinor: null },
      { channel: 'visit', what: 'Visited with cake', outcome: 'Thinks about it' },
    ])
  })
})
