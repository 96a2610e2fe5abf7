import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysUntil, listDays, purchaseDaysOf, withDays } from '../../worker/purchase-days.ts'
import { rhythmOf } from '../../worker/rhythm.ts'

const someDays = fc.array(fc.integer({ min: -400, max: 30_000 }), { minLength: 1, maxLength: 60 })
const ascending = (days: readonly number[]) => [...new Set(days)].sort((one, other) => one - other)

describe('purchase days', () => {
  it('give back every day once and in order', () => {
    fc.assert(
      fc.property(someDays, days => {
        const bought = purchaseDaysOf(days)
        expect(bought && listDays(bought)).toEqual(ascending(days))
      }),
    )
  })

  it('are the same whatever part arrived first', () => {
    fc.assert(
      fc.property(someDays, fc.nat(60), (days, cut) => {
        const inParts = withDays(purchaseDaysOf(days.slice(0, cut)), days.slice(cut))
        expect(inParts).toEqual(purchaseDaysOf(days))
      }),
    )
  })

  it('as known on a day leave out the later ones', () => {
    fc.assert(
      fc.property(someDays, fc.integer({ min: -500, max: 31_000 }), (days, day) => {
        const bought = purchaseDaysOf(days)
        const known = bought && daysUntil(bought, day)
        expect(known ? listDays(known) : []).toEqual(ascending(days).filter(one => one <= day))
      }),
    )
  })
})

describe('a rhythm', () => {
  const ofGaps = (...gaps: number[]) => rhythmOf({ firstDay: 100, gaps })

  it('has no interval below two gaps and no middle half below four', () => {
    expect(ofGaps(30)).toMatchObject({ interval: null, low: null, high: null })
    expect(ofGaps(30, 40)).toMatchObject({ interval: 35, low: null })
    expect(ofGaps(10, 20, 30, 40)).toMatchObject({ interval: 25, low: 17.5, high: 32.5 })
  })

  it('has no variation below three gaps, and none where all are equal', () => {
    expect(ofGaps(10, 20).variation).toBeNull()
    expect(ofGaps(30, 30, 30).variation).toBe(0)
    expect(ofGaps(10, 20, 30).variation).toBeCloseTo(Math.sqrt(200 / 3) / 20, 12)
  })

  it('has no season below eight purchases, and counts months and weekdays from then on', () => {
    expect(ofGaps(1, 1, 1, 1, 1, 1).season).toBeNull()
    // Day 100 was Saturday, 11 April 1970.
    expect(ofGaps(7, 7, 7, 7, 7, 7, 7).season).toEqual({
      months: [0, 0, 0, 3, 5, 0, 0, 0, 0, 0, 0, 0],
      weekdays: [0, 0, 0, 0, 0, 8, 0],
    })
  })

  it('leaves paused days between purchases out', () => {
    const paused = rhythmOf({ firstDay: 100, gaps: [30, 30] }, [[110, 119]])
    expect(paused).toMatchObject({ activeDays: 50, interval: 25 })
  })

  it('is of one size however long the history is', () => {
    const long = rhythmOf({ firstDay: 0, gaps: Array(5000).fill(1) })
    expect(JSON.stringify(long).length).toBeLessThan(600)
  })
})
