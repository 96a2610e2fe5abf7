import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

const eye = { band: 'very-high', reason: 'Their new director comes from a competitor', until: '2026-11-30' }

describe('an override', () => {
  it('holds up to its last day, and ends when it is taken back', async () => {
    const { call, buy, log, correct, panel, clock } = await customerWorkspace()
    for (let other = 0; other < 40; other += 1) {
      await buy(
        `customer${other}@shop.lt`,
        ['2026-06-01', '2026-07-03', '2026-08-02'].slice(0, 1 + (other % 3)),
      )
    }
    await call('/v1/model-fits', {})
    const before = (await panel()).risk.band
    expect(before).not.toBe('very-high')
    const { body } = await log('overrides', eye)
    expect((await panel()).risk.band).toBe('very-high')
    clock.now = Date.parse('2026-12-01T12:00:00Z')
    expect((await panel()).risk.band).not.toBe('very-high')
    clock.now = Date.parse('2026-11-24T12:00:00Z')
    await correct('overrides', body.fact.id, { undone: true })
    expect((await panel()).risk.band).toBe(before)
  })
})
