import { describe, expect, it } from 'vitest'
import { ltv, ltvOf } from '../../../worker/metrics/ltv.ts'
import type { Rollup } from '../../../worker/metrics/metric.ts'
import { expectedPurchases, purchasesQuantile } from '../../../worker/risk-model/mbg-nbd.ts'
import { departure, money, pause } from './facts.ts'
import { cdnowFit, historyOf, momentOf, type Stated } from './history.ts'

const rollup: Rollup = {
  classes: null,
  rfm: { recency: [1, 2, 3, 4], frequency: [1, 2, 3, 4], money: [1, 2, 3, 4] },
  meanPurchaseMinor: 4000,
  customers: 100,
}
const fit = { ...cdnowFit, rollup }
const year = 365 / 7

const byDay = { '2026-01-01': 10_000, '2026-04-11': 10_000, '2026-08-02': 10_000 }
const bought = Object.keys(byDay)
const now = momentOf('2026-09-30', { fit })
/** As the model sees them on that day. */
const recency = { x: 2, tx: 213 / 7, T: 272 / 7 }

const ltvWith = (stated: Stated, moment = now) =>
  ltvOf(historyOf({ bought, money: money(byDay), ...stated }), moment)

describe('LTV', () => {
  it('is what they brought and the purchases expected in 12 months times their mean, drawn to the workspace', () => {
    // Three purchases of 100 and one of the workspace's 40.
    const value = 8500
    const expected = expectedPurchases(fit.params, recency, year)
    expect(ltvWith({})).toEqual({
      pastMinor: 30_000,
      ahead: {
        expectedMinor: expect.closeTo(value * expected, 6),
        lowMinor: value * purchasesQuantile(fit.params, recency, year, 0.1),
        highMinor: value * purchasesQuantile(fit.params, recency, year, 0.9),
      },
    })
  })

  it('is told as a band, in every language', () => {
    const history = historyOf({ bought, money: money(byDay) })
    const texts = (['en', 'ru', 'lt'] as const).map(locale =>
      ltv.fact(history, { ...now, locale })?.text.replace(/\s/g, ' '),
    )
    expect(texts).toEqual([
      '€300 to €640: €300 so far, about €140 expected within 12 months',
      'от 300 € до 640 €: уже 300 €, за 12 месяцев ожидается около 140 €',
      'nuo 300 € iki 640 €: iki šiol 300 €, per 12 mėnesių laukiama apie 140 €',
    ])
  })

  it('holds what is expected within the band, however unlikely another purchase is', () => {
    const longAgo = ltvWith({}, momentOf('2032-09-30', { fit }))
    expect(longAgo).toMatchObject({ ahead: { lowMinor: 0 } })
    if ('unknown' in longAgo || 'unknown' in longAgo.ahead) throw new Error('An answer is known.')
    expect(longAgo.ahead.highMinor).toBe(longAgo.ahead.expectedMinor)
    expect(longAgo.ahead.expectedMinor).toBeGreaterThan(0)
  })

  it('does not fall in a pause', () => {
    const pauses = [pause('2026-10-01', '2027-03-31')]
    const later = momentOf('2027-03-31', { fit })
    expect(ltvWith({ pauses }, later)).toEqual(ltvWith({}))
    expect(ltvWith({}, later)).not.toEqual(ltvWith({}))
  })

  it('goes by their own mean alone where the workspace’s is not known', () => {
    const alone = ltvWith({}, { ...now, fit: { ...fit, rollup: null } })
    const expected = expectedPurchases(fit.params, recency, year)
    expect(alone).toMatchObject({ ahead: { expectedMinor: expect.closeTo(10_000 * expected, 6) } })
  })

  it('expects nothing below 0 of whoever sent more back than they bought', () => {
    const refunded = ltvWith({ money: money({ '2026-01-01': 10_000, '2026-08-02': -90_000 }) })
    expect(refunded).toEqual({
      pastMinor: -80_000,
      ahead: { expectedMinor: 0, lowMinor: 0, highMinor: 0 },
    })
  })

  it('expects nothing more of those who left, and says so', () => {
    const history = historyOf({ bought, money: money(byDay), departures: [departure('2026-09-01')] })
    expect(ltv.fact(history, now)?.text).toBe('€300 so far; they left: nothing more expected')
  })

  it('says what they brought where there are too few customers for the model', () => {
    const history = historyOf({ bought, money: money(byDay) })
    for (const small of [null, { ...fit, customers: 29 }, { ...fit, repeatPurchases: 9 }]) {
      expect(ltv.fact(history, { ...now, fit: small })?.text).toBe(
        '€300 so far; too few customers to say what is to come',
      )
    }
  })

  it('has no answer without purchases, and none in another currency', () => {
    expect(ltvWith({ bought: [], money: money({}) })).toEqual({ unknown: 'has not bought yet' })
    expect(ltvWith({ money: money({}) })).toEqual({ unknown: 'no purchases in EUR' })
  })
})
