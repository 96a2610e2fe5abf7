import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile } from '../../../worker/rhythm.ts'
import { CellTally } from '../../../worker/risk-model/cell-tally.ts'
import {
  aliveProbability,
  fit as fitModel,
  purchaseAtOwnPaceProbability,
  type Recency,
} from '../../../worker/risk-model/mbg-nbd.ts'
import {
  type Explanation,
  explain,
  type PurchaseOdds,
  type RiskPath,
} from '../../../worker/risk-model/reasons.ts'
import { type Random, seededRandom } from '../../bench/simulate-customers.ts'
import {
  dayCountsOn,
  dayNumber,
  isPresent,
  type PurchaseLog,
  purchasesUntil,
  readCdnowSample,
  readRfmOrders,
  readUciInvoices,
} from '../../reference-data.ts'

const usual: PurchaseOdds = { alive: 0.8, pace: 0.75 }

function pointsOf({ points }: Explanation): Record<string, number> {
  return Object.fromEntries(points.map(({ id, points }) => [id, points]))
}

function expectToAddUp({ start, score, points }: Explanation): void {
  for (const shown of [start, score]) {
    expect(Number.isInteger(shown)).toBe(true)
    expect(shown).toBeGreaterThanOrEqual(1)
    expect(shown).toBeLessThanOrEqual(99)
  }
  expect(points.every(reason => Number.isInteger(reason.points) && Number.isFinite(reason.logOdds))).toBe(
    true,
  )
  expect(points.reduce((sum, reason) => sum + reason.points, start)).toBe(score)
}

describe('explain', () => {
  it('starts at the usual customer and ends at this one', () => {
    const { start, score } = explain({ start: usual, customer: { alive: 0.5, pace: 0.5 }, voice: [] })
    expect({ start, score }).toEqual({ start: 40, score: 75 })
  })

  it('says nothing moved for the usual customer', () => {
    const { start, score, points } = explain({ start: usual, customer: usual, voice: [] })
    expect(score).toBe(start)
    expect(points).toEqual([
      { id: 'alive', points: 0, logOdds: 0 },
      { id: 'pace', points: 0, logOdds: 0 },
    ])
  })

  it('tells silence and pace apart, in this order, then what people told us in theirs', () => {
    const { points } = explain({
      start: usual,
      customer: { alive: 0.5, pace: 0.9 },
      voice: [
        { id: 'detractor', logOdds: 0.8 },
        { id: 'irritant', logOdds: 0.3 },
      ],
    })
    expect(points.map(({ id }) => id)).toEqual(['alive', 'pace', 'detractor', 'irritant'])
    expect(points.map(({ logOdds }) => Math.sign(logOdds))).toEqual([1, -1, 1, 1])
    expect(points[2]?.logOdds).toBeCloseTo(0.8, 12)
  })

  it('gives the same points for the same change in log-odds, the odd one to the earlier', () => {
    const facts = ['first', 'second', 'third'].map(id => ({ id, logOdds: 0.5 }))
    const { start, score, ...explanation } = explain({ start: usual, customer: usual, voice: facts })
    expect({ start, score }).toEqual({ start: 40, score: 75 })
    expect(pointsOf({ start, score, ...explanation })).toEqual({
      alive: 0,
      pace: 0,
      first: 12,
      second: 12,
      third: 11,
    })
  })

  it('gives opposite reasons of the same size opposite points', () => {
    const voice = [
      { id: 'detractor', logOdds: 0.8 },
      { id: 'praise', logOdds: -0.8 },
    ]
    const explanation = explain({ start: usual, customer: usual, voice })
    expect(explanation.score).toBe(explanation.start)
    // 100 p (1 - p) dz with p = .4: 19.2, rounded so that they cancel.
    expect(pointsOf(explanation)).toEqual({ alive: 0, pace: 0, detractor: 19, praise: -19 })
  })

  it('keeps a reason that rounds to no points, with the change it made', () => {
    const sure = { alive: 0.02, pace: 0.5 }
    const { points } = explain({ start: sure, customer: sure, voice: [{ id: 'irritant', logOdds: 0.3 }] })
    expect(points.at(-1)).toEqual({ id: 'irritant', points: 0, logOdds: expect.closeTo(0.3, 9) })
  })

  it('shows recalibration and an override as reasons of their own, the override last and final', () => {
    const { score, points } = explain({
      start: usual,
      customer: { alive: 0.9, pace: 0.9 },
      recalibrated: 0.3,
      voice: [{ id: 'promoter', logOdds: -0.4 }],
      override: { probability: 0.75 },
    })
    expect(points.map(({ id }) => id)).toEqual(['alive', 'pace', 'recalibration', 'promoter', 'override'])
    expect(score).toBe(75)
  })

  it('never calls a risk impossible or certain', () => {
    const gone = { alive: 0, pace: 0 }
    const sure = { alive: 1, pace: 1 }
    expect(explain({ start: gone, customer: sure, voice: [] })).toMatchObject({ start: 99, score: 1 })
    expect(explain({ start: sure, customer: gone, voice: [] })).toMatchObject({ start: 1, score: 99 })
  })

  it('adds up for whatever is put in', () => {
    const probability = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0, 1, 1e-300, 0.01, 0.5, 0.99, 1 - 2 ** -53),
      fc.integer({ min: 0, max: 200 }).map(half => half / 200),
    )
    const odds = fc.record({ alive: probability, pace: probability })
    const logOdds = fc.oneof(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ noNaN: true }),
      fc.constantFrom(0, 1e-9, -1e-9, 0.8, -0.8),
    )
    const path: fc.Arbitrary<RiskPath> = fc.record(
      {
        start: odds,
        customer: odds,
        recalibrated: probability,
        voice: fc.array(fc.record({ id: fc.string(), logOdds }), { maxLength: 12 }),
        override: fc.record({ probability }),
      },
      { requiredKeys: ['start', 'customer', 'voice'] },
    )
    fc.assert(
      fc.property(path, given => expectToAddUp(explain(given))),
      { numRuns: 5_000 },
    )
  })

  it('never gives a reason more than a quarter of its log-odds in points, give or take the rounding', () => {
    const logOdds = fc.double({ min: -9, max: 9, noNaN: true })
    fc.assert(
      fc.property(fc.array(logOdds, { maxLength: 8 }), changes => {
        const voice = changes.map((logOdds, index) => ({ id: String(index), logOdds }))
        for (const { points, logOdds } of explain({ start: usual, customer: usual, voice }).points) {
          expect(Math.abs(points)).toBeLessThanOrEqual(25 * Math.abs(logOdds) + 1)
        }
      }),
    )
  })
})

describe.skipIf(!isPresent)('reasons of real customers', () => {
  it.each([
    ['CDNOW', readCdnowSample, '1997-09-30', 2357],
    ['UCI', readUciInvoices, '2011-09-09', 3370],
    ['the orders with names', readRfmOrders, '2006-12-31', 995],
  ])('add up for every customer of %s, with and without what people told us', (_, read, date, count) => {
    const customers = purchaseOddsOf(read(), dayNumber(date))
    const repeating = customers.filter(({ x }) => x >= 1)
    const start = {
      alive: mean(repeating.map(({ alive }) => alive)),
      pace: mean(repeating.map(({ pace }) => pace)),
    }
    const random = seededRandom(11)
    expect(customers).toHaveLength(count)
    for (const customer of customers) {
      const silent = explain({ start, customer, voice: [] })
      expectToAddUp(silent)
      expect(Math.abs(silent.score - 100 * (1 - customer.alive * customer.pace))).toBeLessThanOrEqual(1)
      expectToAddUp(explain({ start, customer, voice: randomVoice(random) }))
    }
  })
})

/**
 * Everyone who bought by a day, over two of their own intervals (28 to 364 days), under the fit of that day.
 */
function purchaseOddsOf(log: PurchaseLog, day: number): (PurchaseOdds & { x: number })[] {
  const customers = purchasesUntil(log, day)
  const tally = new CellTally()
  for (const days of customers) tally.add(dayCountsOn(day, days))
  const { params } = fitModel(tally.toCells())
  const typical = median(customers.flatMap(days => ownInterval(days) ?? []))
  return customers.map(days => {
    const { x, lastDay, days: observed } = dayCountsOn(day, days)
    const recency: Recency = { x, tx: lastDay / 7, T: observed / 7 }
    const horizon = Math.min(364, Math.max(28, 2 * (ownInterval(days) ?? typical)))
    return {
      x,
      alive: aliveProbability(params, recency),
      pace: purchaseAtOwnPaceProbability(params, recency, horizon / 7),
    }
  })
}

function ownInterval(days: readonly number[]): number | null {
  return days.length < 3 ? null : median(days.slice(1).map((day, index) => day - (days[index] ?? day)))
}

function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function randomVoice(random: Random): { id: string; logOdds: number }[] {
  const weights = [0.8, 0.3, -0.4, 0.3, 0.1, 0.5, 0.6]
  return weights
    .filter(() => random() < 0.4)
    .map((weight, index) => ({ id: String(index), logOdds: weight * random() }))
}
