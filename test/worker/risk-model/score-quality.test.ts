import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaUnderCurve,
  brierScore,
  calibrationByBand,
  calibrationError,
  logLoss,
  type Outcome,
} from '../../../worker/risk-model/score-quality.ts'
import {
  dayNumber,
  isPresent,
  readCdnowMaster,
  readCdnowSample,
  readUciInvoices,
} from '../../reference-data.ts'
import { outlooksOn } from './outlooks.ts'

const probabilityOf = ({ probability }: Outcome) => probability
const outcomes = (...pairs: readonly [number, boolean][]): Outcome[] =>
  pairs.map(([probability, isGone]) => ({ probability, isGone }))

const anyProbability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 0.2, 0.5, 0.75, 1),
)
const anyOutcomes = fc.array(fc.record({ probability: anyProbability, isGone: fc.boolean() }), {
  maxLength: 60,
})

/** As the definition reads: every pair of one who left and one who came back. */
function shareOfPairs(all: readonly Outcome[]): number | null {
  const gone = all.filter(({ isGone }) => isGone)
  const stayed = all.filter(({ isGone }) => !isGone)
  const wins = gone.flatMap(left =>
    stayed.map(came => (Math.sign(left.probability - came.probability) + 1) / 2),
  )
  return wins.length === 0 ? null : wins.reduce((sum, win) => sum + win, 0) / wins.length
}

describe('the area under the curve', () => {
  it('is 1 where all who left had the higher score, 0 the other way round, and a half where all tie', () => {
    expect(areaUnderCurve(outcomes([0.9, true], [0.8, true], [0.7, false]), probabilityOf)).toBe(1)
    expect(areaUnderCurve(outcomes([0.1, true], [0.8, false]), probabilityOf)).toBe(0)
    expect(areaUnderCurve(outcomes([0.4, true], [0.4, false], [0.4, false]), probabilityOf)).toBe(0.5)
  })

  it('is no answer where nobody left or nobody came back', () => {
    for (const all of [[], outcomes([0.5, true]), outcomes([0.5, false], [0.6, false])]) {
      expect(areaUnderCurve(all, probabilityOf)).toBeNull()
    }
  })

  it('is the share of pairs in which the one who left had the higher score, ties counting half', () => {
    fc.assert(
      fc.property(anyOutcomes, all => {
        const expected = shareOfPairs(all)
        const actual = areaUnderCurve(all, probabilityOf)
        if (expected === null) expect(actual).toBeNull()
        else expect(actual).toBeCloseTo(expected, 12)
      }),
    )
  })
})

describe('Brier score and log loss', () => {
  it('are what their definitions come to by hand', () => {
    const all = outcomes([0.9, true], [0.4, false])
    expect(brierScore(all)).toBeCloseTo((0.01 + 0.16) / 2, 12)
    expect(logLoss(all)).toBeCloseTo(-(Math.log(0.9) + Math.log(0.6)) / 2, 12)
  })

  it('are no answer without customers', () => {
    expect([brierScore([]), logLoss([]), calibrationError([])]).toEqual([null, null, null])
  })

  it('punish certainty that was wrong, but never without end', () => {
    expect(brierScore(outcomes([0, true], [1, false]))).toBe(1)
    expect(logLoss(outcomes([0, true], [1, false]))).toBeCloseTo(9.2001, 4)
    expect(logLoss(outcomes([1, true], [0, false]))).toBeCloseTo(0.0001, 4)
  })
})

describe('the calibration error', () => {
  it('is the mean distance over ten groups of equal count', () => {
    const all = Array.from({ length: 100 }, (_, index) => ({
      probability: index / 100,
      isGone: index % 10 < 5,
    }))
    const distances = Array.from({ length: 10 }, (_, group) => Math.abs(group / 10 + 0.045 - 0.5))
    expect(calibrationError(all)).toBeCloseTo(distances.reduce((sum, one) => sum + one, 0) / 10, 12)
  })

  it('of fewer than ten customers takes each by themselves', () => {
    expect(calibrationError(outcomes([0.9, true], [0.2, false]))).toBeCloseTo(0.15, 12)
  })

  it('is the same in whatever order the customers come, also where a tie is cut in two', () => {
    const tied = Array.from({ length: 25 }, (_, index) => ({
      probability: index < 18 ? 0.5 : 0.9,
      isGone: index % 3 === 0,
    }))
    const expected = calibrationError(tied)
    fc.assert(
      fc.property(fc.shuffledSubarray(tied, { minLength: tied.length }), shuffled => {
        expect(calibrationError(shuffled)).toBe(expected)
      }),
    )
  })

  it('stays within 0 and 1', () => {
    fc.assert(
      fc.property(
        anyOutcomes.filter(({ length }) => length > 0),
        all => {
          expect(calibrationError(all)).toBeGreaterThanOrEqual(0)
          expect(calibrationError(all)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('calibration by band', () => {
  it('puts a probability that equals an edge past it, and says nothing of an empty band', () => {
    expect(calibrationByBand(outcomes([0.4, true], [0.39, false], [0.5, false]), [0.4, 0.75])).toEqual([
      { predicted: 0.39, actual: 0, count: 1 },
      { predicted: 0.45, actual: 0.5, count: 2 },
      { predicted: null, actual: null, count: 0 },
    ])
  })

  it('loses no customer', () => {
    fc.assert(
      fc.property(anyOutcomes, all => {
        const bands = calibrationByBand(all, [0.4, 0.75, 0.9])
        expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      }),
    )
  })
})

describe.skipIf(!isPresent)('real purchases', () => {
  /** Batislam, Denizel & Filiztekin 2007, fitted to CDNOW. */
  const published = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }

  it('of CDNOW, 39 weeks ahead, give the known areas for the model, recency and gap over median gap', () => {
    const all = outlooksOn(readCdnowSample(), dayNumber('1997-09-30'), {
      params: published,
      horizonDays: 39 * 7,
    })
    expect(all).toHaveLength(2357)
    expect(areaUnderCurve(all, probabilityOf)?.toFixed(3)).toBe('0.760')
    expect(areaUnderCurve(all, ({ gapDays }) => gapDays)?.toFixed(3)).toBe('0.771')
    expect(areaUnderCurve(all, ({ gapOverMedian }) => gapOverMedian)?.toFixed(3)).toBe('0.735')
  })

  it.each([
    {
      name: 'CDNOW in full after 272 days',
      read: readCdnowMaster,
      day: dayNumber('1997-01-01') + 272,
      lastDay: dayNumber('1998-06-30'),
      customers: 23_570,
      area: '0.783',
      error: '0.026',
      shares: ['0.31', '0.53', '0.78', '0.93'],
    },
    {
      name: 'CDNOW in full after 363 days',
      read: readCdnowMaster,
      day: dayNumber('1997-01-01') + 363,
      lastDay: dayNumber('1998-06-30'),
      customers: 22_245,
      area: '0.789',
      error: '0.014',
      shares: ['0.36', '0.60', '0.80', '0.94'],
    },
    {
      name: 'the UCI wholesaler after 190 days',
      read: readUciInvoices,
      day: dayNumber('2010-12-01') + 190,
      lastDay: dayNumber('2011-12-09'),
      customers: 2_799,
      area: '0.753',
      error: '0.045',
      shares: ['0.20', '0.66', '0.77', undefined],
    },
  ])('of $name, two own intervals ahead, give the known area, error and shares by band', expected => {
    const { read, day, lastDay } = expected
    const all = outlooksOn(read(), day).filter(({ untilDay }) => untilDay <= lastDay)
    expect(all).toHaveLength(expected.customers)
    expect(areaUnderCurve(all, probabilityOf)?.toFixed(3)).toBe(expected.area)
    expect(calibrationError(all)?.toFixed(3)).toBe(expected.error)
    const bands = calibrationByBand(all, [0.4, 0.75, 0.9])
    expect(bands.map(({ actual }) => actual?.toFixed(2))).toEqual(expected.shares)
  })
})
