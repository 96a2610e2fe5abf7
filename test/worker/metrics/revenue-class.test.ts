import { describe, expect, it } from 'vitest'
import type { Moment, Rollup } from '../../../worker/metrics/metric.ts'
import { revenueClass, revenueClassOf } from '../../../worker/metrics/revenue-class.ts'
import { departure, money } from './facts.ts'
import { cdnowFit, historyOf, momentOf } from './history.ts'

const rollup: Rollup = {
  classes: { a: 100_000, b: 20_000 },
  rfm: { recency: [30, 60, 90, 120], frequency: [2, 3, 4, 5], money: [1, 2, 3, 4] },
  meanPurchaseMinor: 5000,
  customers: 100,
}
const on = (when: string, stated: Partial<Moment> = {}) =>
  momentOf(when, { fit: { ...cdnowFit, rollup }, ...stated })

const spent = (byDay: Record<string, number>) =>
  historyOf({ bought: Object.keys(byDay), money: money(byDay) })

describe('class by revenue', () => {
  it.each([
    [100_000, 'a'],
    [99_999, 'b'],
    [20_000, 'b'],
    [19_999, 'c'],
    [0, 'c'],
  ])('of %d in a year is %s: a bound that is reached is past', (minor, expected) => {
    expect(revenueClassOf(spent({ '2026-03-01': minor }), on('2026-03-10'))).toBe(expected)
  })

  it('looks back 365 days, today included', () => {
    const history = spent({ '2025-03-11': 100_000, '2026-03-01': 1 })
    expect(revenueClassOf(history, on('2026-03-10'))).toBe('a')
    expect(revenueClassOf(history, on('2026-03-11'))).toBe('c')
  })

  it('counts refunds against it', () => {
    const history = spent({ '2026-03-01': 100_000 })
    const refunded = {
      ...history,
      money: money({ '2026-03-01': 100_000, '2026-03-05': -1 }),
    }
    expect(revenueClassOf(refunded, on('2026-03-10'))).toBe('b')
  })

  it('of the lost is frozen at the 12 months before their last purchase', () => {
    const history = spent({ '2024-01-01': 60_000, '2024-01-31': 30_000, '2024-03-01': 10_000 })
    expect(revenueClass.fact(history, on('2026-03-10'))?.text).toBe(
      'A: €1,000 in the 12 months before the last purchase',
    )
  })

  it('of the departed is frozen as well', () => {
    const history = historyOf({
      bought: ['2025-03-01', '2025-12-01'],
      money: money({ '2025-03-01': 90_000, '2025-12-01': 10_000 }),
      departures: [departure('2026-03-05')],
    })
    expect(revenueClassOf(history, on('2026-03-10'))).toBe('a')
    expect(revenueClassOf({ ...history, standing: historyOf({}).standing }, on('2026-03-10'))).toBe('c')
  })

  it('has no answer without purchases, without money, in another currency alone and before ranks are known', () => {
    const bought = ['2026-03-01']
    const answers = [
      revenueClassOf(historyOf({ money: money({}) }), on('2026-03-10')),
      revenueClassOf(historyOf({ bought }), on('2026-03-10')),
      revenueClassOf(historyOf({ bought, money: money({}) }), on('2026-03-10')),
      revenueClassOf(spent({ '2026-03-01': 1 }), on('2026-03-10', { fit: null })),
    ]
    expect(answers).toEqual([
      { unknown: 'has not bought yet' },
      { unknown: 'money was not asked for' },
      { unknown: 'no purchases in EUR' },
      { unknown: 'no ranks before the next fit' },
    ])
  })

  it('tells the shares of the settings', () => {
    expect(revenueClass.fact(historyOf({}), on('2026-03-10'))?.meaning).toContain(
      'A brings the first 80%, B the next 15%, C the last 5%',
    )
  })
})
