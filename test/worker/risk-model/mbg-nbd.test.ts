import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aliveProbability,
  atLeastPurchases,
  expectedPurchases,
  logLikelihood,
  noPurchaseProbability,
  type Params,
  purchaseAtOwnPaceProbability,
  purchasesQuantile,
  type Recency,
} from '../../../worker/risk-model/mbg-nbd.ts'
import { seededRandom, simulatePurchases } from '../../bench/simulate-customers.ts'

/** Batislam, Denizel & Filiztekin 2007, fitted to CDNOW. */
const published: Params = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }
const customer: Recency = { x: 2, tx: 30.43, T: 38.86 }

const positive = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(logarithm => Math.exp(logarithm))
const anyParams = (least: number, most: number) =>
  fc.record({
    r: positive(least, most),
    alpha: positive(least, most),
    a: positive(least, most),
    b: positive(least, most),
  })
const anyRecency = (mostRepeats: number, mostWeeks: number) =>
  fc
    .tuple(
      fc.nat(mostRepeats),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: mostWeeks, noNaN: true }),
    )
    .map(([x, share, T]): Recency => ({ x, tx: x === 0 ? 0 : share * T, T }))
const extremeParams = anyParams(1e-6, 1e6)
const extremeRecency = anyRecency(1_000_000, 1_000_000)
const weeks = fc.double({ min: 0, max: 1e6, noNaN: true })

describe('the published parameters and one published customer', () => {
  it('give the probability of no purchase to six digits', () => {
    expect(noPurchaseProbability(published, customer, 13)).toBeCloseTo(0.666078, 6)
    expect(noPurchaseProbability(published, customer, 39)).toBeCloseTo(0.440006, 6)
  })

  it('give the probability of still being a customer to six digits', () => {
    expect(aliveProbability(published, customer)).toBeCloseTo(0.706202, 6)
  })

  it('give the expected purchases to six digits', () => {
    expect(expectedPurchases(published, customer, 39)).toBeCloseTo(1.262961, 6)
  })

  it.each([
    [0, 0, -0.41793, 5],
    [200, 38, 100.7869, 4],
  ])('give the log-likelihood of %d repeat purchases, the last at week %d', (x, tx, expected, digits) => {
    const params = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 }
    expect(logLikelihood(params, [{ x, tx, T: 40, n: 1 }])).toBeCloseTo(expected, digits)
  })
})

describe('logLikelihood', () => {
  it('is 0 without customers', () => {
    expect(logLikelihood(published, [])).toBe(0)
  })

  it('counts a cell of n customers like n cells of one', () => {
    fc.assert(
      fc.property(
        anyParams(0.01, 100),
        anyRecency(100, 500),
        fc.integer({ min: 1, max: 9 }),
        (params, recency, n) => {
          const apart = logLikelihood(
            params,
            Array<Recency>(n)
              .fill(recency)
              .map(one => ({ ...one, n: 1 })),
          )
          const together = logLikelihood(params, [{ ...recency, n }])
          expect(Math.abs(together - apart)).toBeLessThan(1e-9 * Math.max(1, Math.abs(apart)))
        },
      ),
    )
  })

  it('loses nothing where thousands of single customers are multiplied up', () => {
    const cells = Array.from({ length: 5_000 }, (_, index) => ({
      x: 1 + (index % 40),
      tx: 1,
      T: 1 + index,
      n: 1,
    }))
    const one = cells.reduce((sum, cell) => sum + logLikelihood(published, [cell]), 0)
    expect(logLikelihood(published, cells)).toBeCloseTo(one, 6)
  })

  it('is finite for parameters and customers far from any shop', () => {
    fc.assert(
      fc.property(extremeParams, extremeRecency, (params, recency) => {
        expect(logLikelihood(params, [{ ...recency, n: 1 }])).toSatisfy(Number.isFinite)
      }),
    )
  })
})

describe('the probabilities', () => {
  it('stay within 0 and 1, far from any shop too', () => {
    fc.assert(
      fc.property(extremeParams, extremeRecency, weeks, (params, recency, h) => {
        for (const probability of [
          aliveProbability(params, recency),
          noPurchaseProbability(params, recency, h),
          purchaseAtOwnPaceProbability(params, recency, h),
        ]) {
          expect(probability).toBeGreaterThanOrEqual(0)
          expect(probability).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('of no purchase fall as the horizon grows, from certainty at no horizon', () => {
    fc.assert(
      fc.property(extremeParams, extremeRecency, weeks, weeks, (params, recency, one, other) => {
        const [near, far] = [Math.min(one, other), Math.max(one, other)]
        const later = noPurchaseProbability(params, recency, far)
        expect(later).toBeLessThanOrEqual(noPurchaseProbability(params, recency, near) + 1e-15)
        expect(noPurchaseProbability(params, recency, 0)).toBeCloseTo(1, 15)
      }),
    )
  })

  it('of still being a customer fall with the silence', () => {
    fc.assert(
      fc.property(extremeParams, extremeRecency, weeks, (params, { x, tx, T }, longer) => {
        const later = aliveProbability(params, { x, tx, T: T + longer })
        expect(later).toBeLessThanOrEqual(aliveProbability(params, { x, tx, T }) + 1e-15)
      }),
    )
  })

  it('fit together: no purchase means having left, or staying and being silent', () => {
    fc.assert(
      fc.property(extremeParams, extremeRecency, weeks, (params, recency, h) => {
        const bought = aliveProbability(params, recency) * purchaseAtOwnPaceProbability(params, recency, h)
        expect(noPurchaseProbability(params, recency, h)).toBeCloseTo(1 - bought, 12)
      }),
    )
  })

  it('keep their digits where a purchase is all but certain', () => {
    const steady = { x: 5000, tx: 1000, T: 1000 }
    const p0 = noPurchaseProbability({ ...published, a: 1e-12 }, steady, 52)
    expect(p0 / 1.99935460832433e-16).toBeCloseTo(1, 9)
  })
})

describe('expectedPurchases', () => {
  // The published formula computed with 50 digits; at a = 1 its limit.
  it.each([
    ['on the pole of the formula', { ...published, a: 1 }, customer, 39, 1.19531332084878],
    [
      'for hardly anyone leaving',
      { r: 0.748, alpha: 8.747, a: 0.0061, b: 1.099 },
      { x: 40, tx: 70, T: 80 },
      52,
      23.3868408999567,
    ],
    ['for 500 repeat purchases', published, { x: 500, tx: 300, T: 301 }, 13, 20.6075005554961],
    ['for 5,000 repeat purchases', published, { x: 5000, tx: 1000, T: 1001 }, 52, 246.125125575124],
    [
      'for everyone leaving at once',
      { r: 2, alpha: 1, a: 200, b: 1 },
      { x: 2, tx: 3, T: 4 },
      520,
      0.00622922507274268,
    ],
    [
      'for a horizon 10,000 times the past',
      { r: 0.5, alpha: 0.001, a: 0.5, b: 0.5 },
      { x: 0, tx: 0, T: 0 },
      10,
      62.6826400016259,
    ],
  ])('agrees with a calculation of 50 digits %s', (_, params, recency, t, expected) => {
    expect(expectedPurchases(params, recency, t) / expected).toBeCloseTo(1, 9)
  })

  it('does not jump next to the pole', () => {
    const on = expectedPurchases({ ...published, a: 1 }, customer, 39)
    for (const a of [1 - 1e-9, 1 - 1e-15, 1 + 1e-15, 1 + 1e-9]) {
      expect(expectedPurchases({ ...published, a }, customer, 39)).toBeCloseTo(on, 8)
    }
  })

  it('is 0 for no time, grows with time, and is no less than the probability of one purchase', () => {
    const most = fc.double({ min: 0, max: 520, noNaN: true })
    fc.assert(
      fc.property(anyParams(0.05, 20), anyRecency(300, 500), most, most, (params, recency, one, other) => {
        const [near, far] = [Math.min(one, other), Math.max(one, other)]
        const later = expectedPurchases(params, recency, far)
        const slack = 1e-6 * later
        expect(expectedPurchases(params, recency, 0)).toBe(0)
        expect(later + slack).toBeGreaterThanOrEqual(expectedPurchases(params, recency, near))
        expect(later + slack).toBeGreaterThanOrEqual(1 - noPurchaseProbability(params, recency, far) - 1e-12)
      }),
    )
  })

  it('is finite far from any shop', () => {
    fc.assert(
      fc.property(anyParams(1e-3, 1e3), anyRecency(10_000, 10_000), weeks, (params, recency, t) => {
        expect(expectedPurchases(params, recency, t)).toSatisfy(Number.isFinite)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the number of purchases to come', () => {
  const ahead = fc.double({ min: 0, max: 100, noNaN: true })
  const params = anyParams(0.1, 10)
  const recency = anyRecency(100, 300)

  it('begins with at least one, falls, and adds up to the expected purchases', () => {
    fc.assert(
      fc.property(params, recency, ahead, (params, recency, t) => {
        const probabilities: number[] = []
        for (const probability of atLeastPurchases(params, recency, t)) {
          probabilities.push(probability)
          if (probability < 1e-9) break
        }
        expect(probabilities[0]).toBeCloseTo(1 - noPurchaseProbability(params, recency, t), 9)
        expect(probabilities).toEqual(probabilities.toSorted((one, other) => other - one))
        const sum = probabilities.reduce((sum, probability) => sum + probability, 0)
        const expected = expectedPurchases(params, recency, t)
        expect(Math.abs(sum - expected)).toBeLessThan(1e-4 * (1 + expected))
      }),
    )
  })

  it('exceeds its quantile no more often than said, and one purchase fewer more often', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(params, recency, ahead, share, (params, recency, t, q) => {
        const n = purchasesQuantile(params, recency, t, q)
        const probabilities = atLeastPurchases(params, recency, t)
        const firsts = Array.from({ length: n + 1 }, () => probabilities.next().value)
        expect(firsts[n]).toBeLessThanOrEqual(1 - q)
        if (n > 0) expect(firsts[n - 1]).toBeGreaterThan(1 - q)
      }),
    )
  })

  it('is known for those whose pace is below any double at first', () => {
    const daily = { x: 9000, tx: 50, T: 50 }
    expect(purchasesQuantile({ ...published, a: 1e-9 }, daily, 52, 0.5)).toBe(8330)
  })
})

describe('40,000 customers who buy as the model says', () => {
  const pastWeeks = 40
  const aheadWeeks = 13
  const random = seededRandom(7)
  const customers = Array.from({ length: 40_000 }, () => {
    const purchases = simulatePurchases(published, pastWeeks + aheadWeeks, random)
    const past = purchases.filter(at => at <= pastWeeks)
    const recency = { x: past.length, tx: past.at(-1) ?? 0, T: pastWeeks }
    return { recency, ahead: purchases.length - past.length }
  })

  it.each([
    [0, 0],
    [1, 1],
    [2, 3],
    [4, 8],
    [9, 1000],
  ])('after %d to %d repeat purchases stay away and buy as often as predicted', (least, most) => {
    const group = customers.filter(({ recency }) => recency.x >= least && recency.x <= most)
    const silent = group.map(({ recency, ahead }) => ({
      predicted: noPurchaseProbability(published, recency, aheadWeeks),
      actual: ahead === 0 ? 1 : 0,
    }))
    const above = [0.5, 0.9].map(q =>
      group.map(({ recency, ahead }) => {
        const edge = purchasesQuantile(published, recency, aheadWeeks, q)
        const probabilities = atLeastPurchases(published, recency, aheadWeeks)
        const tail = Array.from({ length: edge + 1 }, () => probabilities.next().value as number)
        return { predicted: tail[edge] ?? 0, actual: ahead > edge ? 1 : 0 }
      }),
    )
    const bought = group.map(({ recency, ahead }) => ({
      predicted: expectedPurchases(published, recency, aheadWeeks),
      actual: ahead,
    }))
    expect(group.length).toBeGreaterThan(500)
    expect(Math.abs(meanError(silent))).toBeLessThan(3 * standardError(silent))
    expect(Math.abs(meanError(bought))).toBeLessThan(3 * standardError(bought))
    for (const over of above) expect(Math.abs(meanError(over))).toBeLessThan(3 * standardError(over))
  })
})

interface Prediction {
  predicted: number
  actual: number
}

function meanError(predictions: readonly Prediction[]): number {
  return predictions.reduce((sum, { predicted, actual }) => sum + actual - predicted, 0) / predictions.length
}

function standardError(predictions: readonly Prediction[]): number {
  const squares = predictions.reduce((sum, { predicted, actual }) => sum + (actual - predicted) ** 2, 0)
  return Math.sqrt(squares) / predictions.length
}
