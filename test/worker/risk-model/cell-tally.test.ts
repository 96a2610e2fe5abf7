import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CellTally, type DayCounts } from '../../../worker/risk-model/cell-tally.ts'

function tallied(customers: readonly DayCounts[]) {
  const tally = new CellTally()
  for (const customer of customers) tally.add(customer)
  return tally.toCells()
}

describe('CellTally', () => {
  it('counts customers of the same recency as one cell, in weeks', () => {
    const regular = { x: 2, lastDay: 182, days: 272 }
    expect(tallied([regular, { x: 0, lastDay: 0, days: 10 }, regular])).toEqual([
      { x: 2, tx: 26, T: 272 / 7, n: 2 },
      { x: 0, tx: 0, T: 10 / 7, n: 1 },
    ])
  })

  it('gives no cells for no customers', () => {
    expect(tallied([])).toEqual([])
  })

  it('takes several customers at once', () => {
    const tally = new CellTally()
    tally.add({ x: 1, lastDay: 7, days: 14 }, 5)
    tally.add({ x: 1, lastDay: 7, days: 14 })
    expect(tally.toCells()).toEqual([{ x: 1, tx: 1, T: 2, n: 6 }])
  })

  it('keeps every customer apart whose numbers differ', () => {
    const day = fc.integer({ min: 0, max: 2 ** 20 - 1 })
    const customers = fc.uniqueArray(fc.record({ x: fc.nat(), lastDay: day, days: day }), {
      selector: ({ x, lastDay, days }) => `${x} ${lastDay} ${days}`,
    })
    fc.assert(
      fc.property(customers, all => {
        const expected = all.map(({ x, lastDay, days }) => ({ x, tx: lastDay / 7, T: days / 7, n: 1 }))
        const cells = tallied(all)
        expect(cells).toHaveLength(expected.length)
        expect(cells).toEqual(expect.arrayContaining(expected))
      }),
    )
  })

  it('rounds to whole weeks above 300,000 cells and loses nobody', () => {
    const days = 800
    const customers = Array.from({ length: 300_001 }, (_, index) => ({
      x: 1 + Math.floor(index / days),
      lastDay: index % days,
      days,
    }))
    expect(tallied(customers.slice(1))).toHaveLength(300_000)
    const cells = tallied(customers)
    expect(cells.length).toBeLessThan(300_000 / 6)
    expect(cells.every(({ tx, T }) => Number.isInteger(tx) && Number.isInteger(T) && tx <= T)).toBe(true)
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(300_001)
  })
})
