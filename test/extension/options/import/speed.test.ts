import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMark, type Mark, rowsPerSecond, secondsLeft } from '../../../../extension/options/import/speed.ts'

const marksOf = (...marks: [at: number, rows: number][]) =>
  marks.reduce<Mark[]>((before, [at, rows]) => addMark(before, { at, rows }), [])

describe('the speed of an import', () => {
  it('is not known before there are two marks', () => {
    expect(rowsPerSecond([])).toBeNull()
    expect(rowsPerSecond(marksOf([0, 0]))).toBeNull()
    expect(secondsLeft(marksOf([0, 0]), 100)).toBeNull()
    expect(rowsPerSecond(marksOf([0, 5], [1000, 5]))).toBeNull()
  })

  it('is that of the last seconds', () => {
    const marks = marksOf([0, 0], [10_000, 100], [20_000, 10_100], [30_000, 20_100])
    expect(rowsPerSecond(marks)).toBe(1000)
    expect(secondsLeft(marks, 25_100)).toBe(5)
  })

  it('is exact for a steady import, however long it runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 2, max: 60 }), (speed, steps) => {
        const marks = marksOf(
          ...Array.from({ length: steps }, (_, step) => [step * 2000, step * 2 * speed] as [number, number]),
        )
        expect(rowsPerSecond(marks)).toBeCloseTo(speed, 6)
        expect(secondsLeft(marks, (steps - 1) * 2 * speed)).toBe(0)
        expect(marks.length).toBeLessThan(12)
      }),
    )
  })
})
