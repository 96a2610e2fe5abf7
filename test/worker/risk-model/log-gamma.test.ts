import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logGamma } from '../../../worker/risk-model/log-gamma.ts'

describe('logGamma', () => {
  // Computed with 50 digits.
  it.each([
    [1e-11, 25.32843602292873],
    [0.0061, 5.095976005670159],
    [0.5, 0.5723649429247001],
    [3.5, 1.2009736023470743],
    [9.9, 12.577179904219879],
    [10, 12.80182748008147],
    [1234.5, 7550.550901077895],
    [160_000, 1757263.5825490612],
  ])('of %d agrees with a calculation of 50 digits', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(5e-15 * Math.max(1, expected))
  })

  it('is the logarithm of a factorial at whole numbers', () => {
    let factorial = 1
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12)
      factorial *= n
    }
  })

  it('grows by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e5, noNaN: true }), x => {
        const difference = logGamma(x + 1) - logGamma(x)
        expect(Math.abs(difference - Math.log(x))).toBeLessThan(1e-14 * Math.max(1, logGamma(x + 1)))
      }),
    )
  })
})
