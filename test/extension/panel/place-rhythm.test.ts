import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeRhythm, type RhythmDays } from '../../../extension/panel/place-rhythm.ts'

const day = fc.integer({ min: 15_000, max: 25_000 })
const rhythms: fc.Arbitrary<RhythmDays> = fc
  .record({
    first: day,
    gaps: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 11 }),
    silent: fc.integer({ min: 0, max: 3_000 }),
    low: fc.integer({ min: 0, max: 400 }),
    spread: fc.integer({ min: 0, max: 200 }),
    isKnown: fc.boolean(),
  })
  .map(({ first, gaps, silent, low, spread, isKnown }) => {
    const purchases: [number, ...number[]] = [first]
    for (const gap of gaps) purchases.push((purchases.at(-1) ?? first) + gap)
    const last = purchases.at(-1) ?? first
    return {
      purchases,
      today: last + silent,
      usual: isKnown ? { from: last + low, to: last + low + spread } : null,
    }
  })

test('nothing stands outside the picture', () => {
  fc.assert(
    fc.property(rhythms, rhythm => {
      const { purchases, today, usual } = placeRhythm(rhythm)
      for (const place of [...purchases, today, usual?.from ?? 0, usual?.to ?? 0]) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(100)
      }
    }),
  )
})

test('purchases stand in their order, and today is never before the last of them', () => {
  fc.assert(
    fc.property(rhythms, rhythm => {
      const { purchases, today } = placeRhythm(rhythm)
      expect(purchases).toEqual(purchases.toSorted((one, other) => one - other))
      expect(today).toBeGreaterThanOrEqual(purchases.at(-1) ?? 0)
    }),
  )
})

test('the usual days are wide enough to be seen', () => {
  fc.assert(
    fc.property(rhythms, rhythm => {
      const { usual } = placeRhythm(rhythm)
      if (usual) expect(usual.to - usual.from).toBeGreaterThanOrEqual(3 - 1e-9)
    }),
  )
})
