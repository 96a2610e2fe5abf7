import { describe, expect, it } from 'vitest'
import type { Rollup } from '../../../worker/metrics/metric.ts'
import { rfm, rfmOf } from '../../../worker/metrics/rfm.ts'
import { cdnowFit, historyOf, momentOf } from './history.ts'

const rollup: Rollup = {
  classes: null,
  rfm: { recency: [30, 60, 90, 120.5], frequency: [2, 3, 4, 5], money: [100, 200, 300, 400] },
  meanPurchaseMinor: 100,
  customers: 10,
}
const fit = { ...cdnowFit, rollup }

const bought = ['2026-01-01', '2026-01-05', '2026-01-09']
const paid = (totalMinor: number) => ({ totalMinor, purchases: 3, byDay: [] })

describe('RFM', () => {
  it('counts a bound that is reached as past, the longer ago the worse', () => {
    const recency = ['2026-01-09', '2026-02-07', '2026-02-08', '2026-05-09', '2026-05-10'].map(when => {
      const found = rfmOf(historyOf({ bought, money: paid(0) }), momentOf(when, { fit }))
      return 'unknown' in found ? found : found.recency
    })
    expect(recency).toEqual([5, 5, 4, 2, 1])
    const money = [99, 100, 399, 400].map(minor => {
      const found = rfmOf(historyOf({ bought, money: paid(minor) }), momentOf('2026-01-09', { fit }))
      return 'unknown' in found ? found : found.money
    })
    expect(money).toEqual([1, 2, 4, 5])
  })

  it('is one number of three digits, with each in words', () => {
    const fact = rfm.fact(historyOf({ bought, money: paid(250) }), momentOf('2026-02-08', { fit }))
    expect(fact?.text).toBe('433: recency 4, frequency 3, money 3 of 5')
  })

  it('has no answer without purchases and before ranks are known', () => {
    expect(rfmOf(historyOf({ money: paid(0) }), momentOf('2026-02-08', { fit }))).toEqual({
      unknown: 'has not bought yet',
    })
    expect(rfmOf(historyOf({ bought, money: paid(0) }), momentOf('2026-02-08'))).toEqual({
      unknown: 'no ranks before the next fit',
    })
  })
})
