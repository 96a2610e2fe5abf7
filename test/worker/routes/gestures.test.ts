import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

describe('a gesture', () => {
  it('runs up to its last day, and costs in the currency of the workspace', async () => {
    const { log, panel } = await customerWorkspace()
    await log('gestures', {
      kind: 'amends',
      what: 'Free express',
      costMinor: 1500,
      validUntil: '2026-11-23',
      at: '2026-11-01',
    })
    const { gestures } = await panel()
    expect(gestures).toMatchObject([
      { what: 'Free express', costMinor: 1500, currency: 'EUR', validUntil: '2026-11-23', runs: true },
    ])
  })

  it('without a cost has no currency, and another one stays as it was said', async () => {
    const { log, correct } = await customerWorkspace()
    const { body } = await log('gestures', { kind: 'thanks', what: 'Cake', currency: 'USD' })
    expect(body.fact).toMatchObject({ costMinor: null, currency: null })
    const costly = await correct('gestures', body.fact.id, { costMinor: 900, currency: 'USD' })
    expect(costly.body.fact).toMatchObject({ costMinor: 900, currency: 'USD' })
  })
})
