import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../../shared/locale.ts'
import { defaultSettings, type Settings } from '../../../shared/settings.ts'
import { bandIds, type Risk } from '../../../shared/snapshot.ts'
import type { Fit, Moment } from '../../../worker/metrics/metric.ts'
import { bandOf, horizonDays, riskOf } from '../../../worker/metrics/risk.ts'
import { noPurchaseProbability } from '../../../worker/risk-model/mbg-nbd.ts'
import { recalibrated } from '../../../worker/risk-model/recalibrate.ts'
import { departure, irritant, override, pause, response } from './facts.ts'
import { cdnowFit, historyOf, momentOf, type Stated } from './history.ts'

const monthly = ['2026-01-01', '2026-01-31', '2026-03-02']

const riskOn = (when: string, stated: Stated, more: Partial<Moment> = {}) =>
  riskOf(historyOf(stated), momentOf(when, { fit: cdnowFit, ...more }))

const sumOf = ({ start, reasons }: Risk) => reasons.reduce((sum, { points }) => sum + points, Number(start))

const overrideReason = ({ reasons }: Risk) => reasons.find(({ id }) => id === 'override')

describe('the horizon of the risk', () => {
  it('is two own intervals, from 28 to 364 days', () => {
    expect([13, 14, 30, 182, 183].map(interval => horizonDays(interval, defaultSettings))).toEqual([
      28, 28, 60, 364, 364,
    ])
  })

  it('is a fixed number of days where the workspace says so', () => {
    const settings = { ...defaultSettings, horizon: { ...defaultSettings.horizon, fixedDays: 91 } }
    expect([1, 30, 400].map(interval => horizonDays(interval, settings))).toEqual([91, 91, 91])
    expect(riskOn('2026-03-10', { bought: monthly }, { settings }).horizonDays).toBe(91)
  })
})

describe('the bands of the risk', () => {
  it('begin with their score', () => {
    const bands = [39, 40, 74, 75, 89, 90].map(score => bandOf(score, defaultSettings))
    expect(bands).toEqual(['low', 'watch', 'watch', 'high', 'high', 'very-high'])
  })
})

describe('risk', () => {
  it('is the probability of no purchase within the horizon', () => {
    const { score, purchase } = riskOn('2026-03-22', { bought: monthly })
    const recency = { x: 2, tx: 60 / 7, T: 80 / 7 }
    const probability = noPurchaseProbability(cdnowFit.params, recency, 60 / 7)
    expect(score).toBe(Math.round(100 * probability))
    expect(purchase).toMatchObject({ probability: expect.closeTo(1 - probability, 12), basis: 'own' })
  })

  it('stands still in a pause, and knows nothing of pauses that are over', () => {
    const bought = monthly
    const pauses = [pause('2026-03-13', '2026-05-31')]
    const before = riskOn('2026-03-12', { bought })
    expect(riskOn('2026-03-13', { bought, pauses })).toEqual(before)
    expect(riskOn('2026-05-31', { bought, pauses })).toEqual(before)
    expect(riskOn('2026-06-10', { bought, pauses }).score).toBe(riskOn('2026-03-22', { bought }).score)
    expect(Number(riskOn('2026-05-31', { bought }).score)).toBeGreaterThan(Number(before.score))
  })

  it('leaves a pause between two purchases out as well', () => {
    const paused = riskOn('2026-06-20', {
      bought: ['2026-01-01', '2026-01-31', '2026-05-31'],
      pauses: [pause('2026-02-15', '2026-05-15')],
    })
    expect(paused.score).toBe(riskOn('2026-03-22', { bought: monthly }).score)
  })

  it('is none of the departed, who have a win-back class instead', () => {
    const left = { bought: monthly, departures: [departure('2026-03-05')] }
    const why = 'they left: no risk, a win-back class instead'
    expect(riskOn('2026-03-10', left)).toMatchObject({
      score: { unknown: why },
      start: { unknown: why },
      band: { unknown: why },
      text: why,
      reasons: [],
    })
    expect(riskOn('2026-03-04', left).score).toBeTypeOf('number')
  })

  it('is none before the first purchase', () => {
    expect(riskOn('2026-03-10', {}).score).toEqual({ unknown: 'no purchase yet, so no risk of losing one' })
  })

  it('is mended by the outcomes of the workspace, as a reason of its own', () => {
    const recalibration = { intercept: 0.9, slope: 1.1 }
    const mended = riskOn('2026-03-22', { bought: monthly }, { fit: { ...cdnowFit, recalibration } })
    const plain = riskOn('2026-03-22', { bought: monthly })
    if ('unknown' in plain.purchase) throw new Error('A probability is known.')
    const probability = recalibrated(1 - plain.purchase.probability, recalibration)
    expect(mended.score).toBe(Math.round(100 * probability))
    expect(mended.purchase).toEqual(plain.purchase)
    expect(mended.reasons.find(({ id }) => id === 'recalibration')?.text).toBe(
      'Customers like this came back less often than the model says',
    )
    expect(sumOf(mended)).toBe(mended.score)
  })
})

describe('a band set by hand', () => {
  const onDay = '2026-03-22'
  const plain = riskOn(onDay, { bought: monthly })

  it('takes the score to its nearest edge, with who, until when and why', () => {
    expect(plain.band).toBe('watch')
    const author = { id: 'm', name: 'Tomas' }
    const [low, high, veryHigh] = (['low', 'high', 'very-high'] as const).map(band =>
      riskOn(onDay, { bought: monthly, overrides: [override(band, '2026-04-01', { author })] }),
    )
    expect([low?.score, high?.score, veryHigh?.score]).toEqual([39, 75, 90])
    expect([low?.band, high?.band, veryHigh?.band]).toEqual(['low', 'high', 'very-high'])
    for (const risk of [low, high, veryHigh]) expect(risk && sumOf(risk)).toBe(risk?.score)
    expect(high && overrideReason(high)?.text).toBe('Set to high by hand until 1 Apr (Tomas): a rumour')
  })

  it('moves nothing where the score is in it already, and still shows', () => {
    const same = riskOn(onDay, { bought: monthly, overrides: [override('watch', '2026-04-01')] })
    expect(same.score).toBe(plain.score)
    expect(overrideReason(same)).toEqual({
      id: 'override',
      points: 0,
      text: 'Set to watch by hand until 1 Apr: a rumour',
    })
  })

  it('holds on its last day and does nothing after', () => {
    const stated = { bought: monthly, overrides: [override('very-high', '2026-03-22')] }
    expect(riskOn('2026-03-22', stated).score).toBe(90)
    expect(riskOn('2026-03-23', stated)).toEqual(riskOn('2026-03-23', { bought: monthly }))
  })

  it('gives way to a later one', () => {
    const overrides = [override('very-high', '2026-05-01'), override('low', '2026-04-01')]
    expect(riskOn(onDay, { bought: monthly, overrides }).band).toBe('low')
  })

  it('has the last word over what people told us', () => {
    const stated = {
      bought: monthly,
      responses: [response('2026-03-20', 2)],
      overrides: [override('low', '2026-04-01')],
    }
    expect(riskOn(onDay, stated).score).toBe(39)
  })

  it('holds where no percentage can be said', () => {
    const overrides = [override('high', '2026-04-01')]
    const risk = riskOn(onDay, { bought: monthly, overrides }, { fit: null })
    expect(risk.band).toBe('high')
    expect(risk.text).toBe('high, set by hand; no percentage before the first fit')
    expect(overrideReason(risk)?.text).toBe('Set to high by hand until 1 Apr: a rumour')
  })
})

describe('risk where there are too few customers for a percentage', () => {
  const small: Fit = { ...cdnowFit, customers: 29 }

  it('follows the ratio: watch from 1.5, high from 3', () => {
    const bands = ['2026-03-02', '2026-04-15', '2026-04-16', '2026-05-30', '2026-05-31'].map(
      when => riskOn(when, { bought: monthly }, { fit: small }).band,
    )
    expect(bands).toEqual(['low', 'low', 'watch', 'watch', 'high'])
  })

  it('says why, with the ratio', () => {
    const why = 'no percentage yet: 29 customers and 2457 repeat purchases are too few'
    expect(riskOn('2026-04-16', { bought: monthly }, { fit: small })).toMatchObject({
      score: { unknown: why },
      text: `watch, judged by the gap alone: 1.5 × the usual gap; ${why}`,
      reasons: [],
    })
  })

  it('begins with 30 customers and 10 repeat purchases', () => {
    const enough = (customers: number, repeatPurchases: number) =>
      typeof riskOn('2026-04-16', { bought: monthly }, { fit: { ...cdnowFit, customers, repeatPurchases } })
        .score === 'number'
    expect([enough(30, 10), enough(29, 10), enough(30, 9)]).toEqual([true, false, false])
  })
})

describe('the reasons of a risk', () => {
  const day = 20_454
  const settings: Settings[] = [
    defaultSettings,
    { ...defaultSettings, bands: { watch: 1, high: 2, veryHigh: 99 } },
    { ...defaultSettings, horizon: { ...defaultSettings.horizon, fixedDays: 7 } },
  ]
  const drawn = fc.record({
    bought: fc.array(fc.integer({ min: day - 900, max: day }), { minLength: 1, maxLength: 30 }),
    pauses: fc.array(
      fc.tuple(fc.integer({ min: day - 900, max: day + 30 }), fc.option(fc.integer({ min: -2, max: 200 }))),
      { maxLength: 3 },
    ),
    scores: fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean()), { maxLength: 3 }),
    irritants: fc.array(fc.tuple(fc.constantFrom('small-mistakes', 'slow-answers'), fc.boolean()), {
      maxLength: 6,
    }),
    overrides: fc.array(fc.tuple(fc.constantFrom(...bandIds), fc.integer({ min: day - 5, max: day + 5 })), {
      maxLength: 2,
    }),
    recalibration: fc.option(
      fc.record({
        intercept: fc.double({ min: -3, max: 3, noNaN: true }),
        slope: fc.double({ min: 0.01, max: 3, noNaN: true }),
      }),
    ),
    settings: fc.constantFrom(...settings),
    locale: fc.constantFrom(...locales),
  })

  it('add up to the score with every combination of override, recalibration, voice and pauses', () => {
    fc.assert(
      fc.property(drawn, ({ bought, pauses, scores, irritants, overrides, recalibration, ...rest }) => {
        const history = historyOf({
          bought,
          pauses: pauses.map(([fromDay, length], index) => ({
            id: String(index),
            fromDay,
            untilDay: length === null ? null : fromDay + length,
            reason: '',
          })),
          responses: scores.map(([score, isAnswered]) =>
            response('2025-12-01', score, { followedUpAt: isAnswered ? Date.parse('2025-12-05') : null }),
          ),
          irritants: irritants.map(([category, isSolved]) =>
            irritant('2025-12-01', { category, solvedAt: isSolved ? Date.parse('2025-12-05') : null }),
          ),
          overrides: overrides.map(([band, untilDay]) => ({
            id: band,
            at: 0,
            band,
            reason: 'a rumour',
            untilDay,
            author: null,
          })),
        })
        const moment = momentOf('2026-01-01', { fit: { ...cdnowFit, recalibration }, ...rest })
        const risk = riskOf(history, moment)
        expect(risk.score).toBe(sumOf(risk))
        expect(risk.score).toBeGreaterThanOrEqual(1)
        expect(risk.score).toBeLessThanOrEqual(99)
        expect(risk.band).toBe(bandOf(Number(risk.score), moment.settings))
        for (const { points, text } of risk.reasons) {
          expect(Number.isInteger(points)).toBe(true)
          expect(text).toMatch(/\S/)
        }
        const running = overrides.findLast(([, untilDay]) => untilDay >= moment.today)
        expect(overrideReason(risk) !== undefined).toBe(running !== undefined)
        if (running && rest.settings === defaultSettings) expect(risk.band).toBe(running[0])
      }),
      { numRuns: 1000 },
    )
  })
})
