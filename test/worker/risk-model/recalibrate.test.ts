import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probabilityOf } from '../../../worker/risk-model/log-odds.ts'
import { type Recalibration, recalibrate, recalibrated } from '../../../worker/risk-model/recalibrate.ts'
import { logLoss, type Outcome } from '../../../worker/risk-model/score-quality.ts'
import { seededRandom } from '../../bench/simulate-customers.ts'
import { dayNumber, isPresent, readCdnowMaster, readUciInvoices } from '../../reference-data.ts'
import { outlooksOn } from './outlooks.ts'

/** Customers whose log-odds of leaving are in truth `intercept + slope` times what the model said. */
function simulateOutcomes(count: number, { intercept, slope }: Recalibration, seed: number): Outcome[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const logOdds = 6 * random() - 3
    const isGone = random() < probabilityOf(intercept + slope * logOdds)
    return { probability: probabilityOf(logOdds), isGone }
  })
}

/** So many customers who left, then so many who came back, all told the same. */
function told(probability: number, gone: number, stayed: number): Outcome[] {
  return Array.from({ length: gone + stayed }, (_, index) => ({ probability, isGone: index < gone }))
}

function after(outcomes: readonly Outcome[], recalibration: Recalibration): Outcome[] {
  return outcomes.map(({ probability, isGone }) => ({
    probability: recalibrated(probability, recalibration),
    isGone,
  }))
}

const timid: Recalibration = { intercept: 0.6, slope: 1.4 }
const honest: Recalibration = { intercept: 0, slope: 1 }

const anyProbability = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1))
const anyRecalibration = fc.record({
  intercept: fc.double({ min: -5, max: 5, noNaN: true }),
  slope: fc.double({ min: 1e-3, max: 5, noNaN: true }),
})

describe('a recalibrated probability', () => {
  it('with intercept 0 and slope 1 is what it was', () => {
    for (const probability of [0.001, 0.2, 0.5, 0.9, 0.999]) {
      expect(recalibrated(probability, honest)).toBeCloseTo(probability, 12)
    }
  })

  it('is never 0 or 1, and never turns the order of two customers round', () => {
    fc.assert(
      fc.property(anyProbability, anyProbability, anyRecalibration, (one, other, recalibration) => {
        const low = recalibrated(Math.min(one, other), recalibration)
        const high = recalibrated(Math.max(one, other), recalibration)
        expect(low).toBeGreaterThan(0)
        expect(high).toBeLessThan(1)
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })
})

describe('a recalibration', () => {
  it('finds how far a model is off, and lowers the log loss of a window it never saw', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.double({ min: 1.2, max: 1.8, noNaN: true }),
        (seed, intercept, slope) => {
          const truth = { intercept, slope }
          const later = simulateOutcomes(5_000, truth, seed + 1)
          const found = recalibrate(simulateOutcomes(20_000, truth, seed), later)
          expect(found).not.toBeNull()
          if (!found) return
          expect(Math.abs(found.intercept - intercept)).toBeLessThan(0.15)
          expect(Math.abs(found.slope - slope)).toBeLessThan(0.15)
          expect(logLoss(after(later, found))).toBeLessThan(logLoss(later) ?? 0)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('hardly moves a model that is right', () => {
    const found = recalibrate(simulateOutcomes(20_000, honest, 1), simulateOutcomes(20_000, honest, 2))
    const { intercept, slope } = found ?? honest
    expect(Math.abs(intercept)).toBeLessThan(0.05)
    expect(Math.abs(slope - 1)).toBeLessThan(0.05)
  })

  it('of few customers is drawn nearer to the model than of many', () => {
    const later = simulateOutcomes(10_000, timid, 4)
    const few = recalibrate(simulateOutcomes(1_000, timid, 3), later)
    const many = recalibrate(simulateOutcomes(50_000, timid, 3), later)
    expect(few?.intercept).toBeGreaterThan(0)
    expect(few?.intercept).toBeLessThan(many?.intercept ?? 0)
  })

  it('is left out below 1,000 customers, or below 100 who left or who came back', () => {
    const later = simulateOutcomes(5_000, timid, 5)
    expect(recalibrate(told(0.5, 700, 299), later)).toBeNull()
    expect(recalibrate(told(0.5, 99, 2_000), later)).toBeNull()
    expect(recalibrate(told(0.5, 2_000, 99), later)).toBeNull()
    expect(recalibrate(told(0.5, 700, 300), later)).not.toBeNull()
  })

  it('is left out where it does not lower the log loss of the later window, or there is none', () => {
    const past = simulateOutcomes(5_000, timid, 6)
    const contrary = { intercept: -timid.intercept, slope: 1 / timid.slope }
    expect(recalibrate(past, simulateOutcomes(5_000, contrary, 7))).toBeNull()
    expect(recalibrate(past, [])).toBeNull()
  })

  it('is left out where it would turn the order of the model round', () => {
    const reversed = { intercept: 0, slope: -2 }
    expect(recalibrate(simulateOutcomes(5_000, reversed, 8), simulateOutcomes(5_000, reversed, 9))).toBeNull()
  })

  it('stays finite where the model tells all apart or none', () => {
    for (const window of [
      [...told(0.9, 1_000, 0), ...told(0.1, 0, 1_000)],
      told(0.3, 900, 300),
      told(0.5, 900, 300),
    ]) {
      const found = recalibrate(window, window)
      expect([found?.intercept, found?.slope]).toSatisfy((pair: unknown[]) => pair.every(Number.isFinite))
    }
  })

  it('leaves certainty alone that was right, takes it back where it was often wrong', () => {
    const right = [...told(1, 800, 0), ...told(0, 0, 800)]
    expect(recalibrate(right, right)).toBeNull()
    const wrong = [...told(1, 700, 300), ...told(0, 300, 700)]
    const found = recalibrate(wrong, wrong)
    expect(found && recalibrated(1, found)).toBeCloseTo(0.7, 1)
    expect(found && recalibrated(0, found)).toBeCloseTo(0.3, 1)
  })

  it('moves a model that says the same of all towards what happened', () => {
    const window = told(0.3, 900, 300)
    const found = recalibrate(window, window)
    const mended = found ? recalibrated(0.3, found) : 0.3
    expect(mended).toBeGreaterThan(0.65)
    expect(mended).toBeLessThan(0.75)
  })
})

describe.skipIf(!isPresent)('a recalibration on real purchases', () => {
  const cdnow = { name: 'CDNOW', read: readCdnowMaster, start: '1997-01-01', end: '1998-06-30' }
  const wholesaler = { name: 'UCI', read: readUciInvoices, start: '2010-12-01', end: '2011-12-09' }

  it.each([
    { ...cdnow, past: 182, later: 363, helps: true },
    { ...cdnow, past: 272, later: 400, helps: true },
    { ...cdnow, past: 120, later: 272, helps: false },
    { ...wholesaler, past: 120, later: 250, helps: true },
    { ...wholesaler, past: 90, later: 190, helps: false },
  ])('of $name on day $past is kept for day $later: $helps', expected => {
    const log = expected.read()
    const first = dayNumber(expected.start)
    const knownBy = (day: number, lastDay: number) =>
      outlooksOn(log, day).filter(({ untilDay }) => untilDay <= lastDay)
    const past = knownBy(first + expected.past, first + expected.later)
    const later = knownBy(first + expected.later, dayNumber(expected.end))
    const found = recalibrate(past, later)
    const before = logLoss(later) ?? 0
    const mended = found ? (logLoss(after(later, found)) ?? 0) : null
    process.stdout.write(
      `${expected.name}, days ${expected.past} and ${expected.later}: log loss ${before.toFixed(5)}, ` +
        `${mended === null ? 'left as it is' : `recalibrated ${mended.toFixed(5)}`}\n`,
    )
    expect(mended !== null && mended < before).toBe(expected.helps)
  })
})
