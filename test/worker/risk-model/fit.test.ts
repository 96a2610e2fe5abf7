import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CellTally, type DayCounts } from '../../../worker/risk-model/cell-tally.ts'
import { type Cell, fit as fitModel, logLikelihood, type Params } from '../../../worker/risk-model/mbg-nbd.ts'
import { seededRandom, simulateCustomers } from '../../bench/simulate-customers.ts'
import {
  dayCountsOn,
  dayNumber,
  isPresent,
  purchasesUntil,
  readCdnowSample,
  readUciCells,
  readUciInvoices,
} from '../../reference-data.ts'

function cellsOf(customers: readonly DayCounts[]): Cell[] {
  const tally = new CellTally()
  for (const customer of customers) tally.add(customer)
  return tally.toCells()
}

function expectWithinOnePercent(actual: Params, expected: Params): void {
  for (const name of ['r', 'alpha', 'a', 'b'] as const) {
    expect(Math.abs(actual[name] / expected[name] - 1), name).toBeLessThan(0.01)
  }
}

describe.skipIf(!isPresent)('fit of real purchases', () => {
  it('of the CDNOW sample gives the known parameters and log-likelihood', () => {
    const day = dayNumber('1997-09-30')
    const customers = purchasesUntil(readCdnowSample(), day)
    const { params, logLikelihood, converged } = fitModel(
      cellsOf(customers.map(days => dayCountsOn(day, days))),
    )
    expect(customers).toHaveLength(2357)
    expect(converged).toBe(true)
    expectWithinOnePercent(params, { r: 0.518, alpha: 6.154, a: 0.905, b: 1.67 })
    expect(Math.abs(logLikelihood + 9582.14)).toBeLessThan(0.01)
  })

  it('of the UCI invoices gives the known parameters and log-likelihood', () => {
    const day = dayNumber('2011-09-09')
    const customers = purchasesUntil(readUciInvoices(), day)
    const { params, logLikelihood, converged } = fitModel(
      cellsOf(customers.map(days => dayCountsOn(day, days))),
    )
    expect(customers).toHaveLength(3370)
    expect(converged).toBe(true)
    expectWithinOnePercent(params, { r: 0.729, alpha: 9.352, a: 0.0082, b: 1.477 })
    expect(Math.abs(logLikelihood + 22888.74)).toBeLessThan(0.01)
  })

  it('stays finite where maximum likelihood alone runs off to infinity', () => {
    const { params, logLikelihood, converged } = fitModel(readUciCells())
    expect(converged).toBe(true)
    expectWithinOnePercent(params, { r: 0.748, alpha: 8.747, a: 0.0061, b: 1.099 })
    expect(Math.abs(logLikelihood + 13257.47)).toBeLessThan(0.01)
  })
})

describe('fit of simulated customers', () => {
  const truth: Params = { r: 0.8, alpha: 5, a: 0.7, b: 2.5 }
  const cells = cellsOf(simulateCustomers(truth, 50_000, seededRandom(3)))

  it('finds the parameters they were drawn from', () => {
    const { params, converged } = fitModel(cells)
    expect(converged).toBe(true)
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      expect(Math.abs(params[name] / truth[name] - 1), name).toBeLessThan(0.05)
    }
  })

  it('explains them no worse than the truth does', () => {
    const found = fitModel(cells)
    expect(found.logLikelihood).toBeGreaterThan(logLikelihood(truth, cells))
    expect(found.logLikelihood).toBeCloseTo(logLikelihood(found.params, cells), 9)
  })

  it('says that it has not converged when its steps run out, and stays finite', () => {
    const { params, converged, iterations } = fitModel(cells, { maxIterations: 3 })
    expect({ converged, iterations }).toEqual({ converged: false, iterations: 3 })
    expect(Object.values(params).every(Number.isFinite)).toBe(true)
  })
})

describe('fit of too little to learn from', () => {
  it('gives the middle of the priors without customers', () => {
    const { params, logLikelihood, converged } = fitModel([])
    expect(converged).toBe(true)
    expect(logLikelihood).toBe(0)
    expect(params.r).toBeCloseTo(0.7, 3)
    expect(params.a / (params.a + params.b)).toBeCloseTo(1 / (1 + Math.E), 3)
    expect(params.a + params.b).toBeCloseTo(4, 2)
  })

  it('gives finite parameters when nobody bought twice, or only today', () => {
    const strangers = [
      { x: 0, tx: 0, T: 5, n: 40 },
      { x: 0, tx: 0, T: 50, n: 40 },
    ]
    for (const cells of [strangers, [{ x: 0, tx: 0, T: 0, n: 3 }]]) {
      const { params, logLikelihood, converged } = fitModel(cells)
      expect(converged).toBe(true)
      expect([...Object.values(params), logLikelihood].every(Number.isFinite)).toBe(true)
      expect(Math.min(...Object.values(params))).toBeGreaterThan(0)
    }
  })

  it('is finite and positive for whatever customers there are', () => {
    const cell = fc
      .record({
        x: fc.oneof(fc.nat(5), fc.nat(100_000)),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        T: fc.double({ min: 0, max: 100_000, noNaN: true }),
        n: fc.integer({ min: 1, max: 1_000_000 }),
      })
      .map(({ x, share, T, n }): Cell => ({ x, tx: x === 0 ? 0 : share * T, T, n }))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), cells => {
        const { params, logLikelihood } = fitModel(cells)
        expect(Number.isFinite(logLikelihood)).toBe(true)
        expect(Object.values(params).every(value => value > 0 && Number.isFinite(value))).toBe(true)
      }),
    )
  })
})
