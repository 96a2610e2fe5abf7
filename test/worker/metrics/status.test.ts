import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../shared/settings.ts'
import type { History, Moment } from '../../../worker/metrics/metric.ts'
import { standingOf } from '../../../worker/metrics/status.ts'
import { purchaseDaysOf } from '../../../worker/purchase-days.ts'
import { rhythmOf } from '../../../worker/rhythm.ts'

const moment = (today: number, rule = defaultSettings.rule): Moment => ({
  at: today * 86_400_000,
  today,
  timeZone: 'UTC',
  locale: 'en',
  settings: { ...defaultSettings, rule },
  fit: null,
})

function statusAfter(days: readonly number[]): (today: number, rule?: typeof defaultSettings.rule) => string {
  const bought = purchaseDaysOf(days)
  const history: History = { rhythm: bought && rhythmOf(bought), responses: [], irritants: [] }
  return (today, rule) => standingOf(history, moment(today, rule)).id
}

const contract = { preset: 'contract' as const, late: 1, lost: 4 / 3, provisional: false }

describe('status', () => {
  it('crosses each threshold of the retail rule on the day it is reached', () => {
    const status = statusAfter([0, 30, 60])
    expect([104, 105, 149, 150].map(today => status(today))).toEqual(['active', 'late', 'late', 'lost'])
  })

  it('calls a customer of three gaps of 91 days lost on day 122 under the contract rhythm', () => {
    const status = statusAfter([0, 91, 182, 273])
    expect([90, 91, 121, 122].map(gap => status(273 + gap, contract))).toEqual([
      'active',
      'late',
      'late',
      'lost',
    ])
  })

  it('uses the typical interval until there are two gaps', () => {
    const status = statusAfter([0, 10])
    expect([10 + 134, 10 + 135, 10 + 270].map(today => status(today))).toEqual(['active', 'late', 'lost'])
  })

  it('is new within the typical interval after the only purchase, then once, and never late', () => {
    const status = statusAfter([0])
    expect([0, 89, 90, 1000].map(today => status(today))).toEqual(['new', 'new', 'once', 'once'])
  })

  it('is prospect without a purchase', () => {
    expect(statusAfter([])(100)).toBe('prospect')
  })

  it('is returned after a purchase that came when lost, until late or for two intervals', () => {
    const status = statusAfter([0, 30, 60, 200])
    expect([200, 244, 245].map(today => status(today))).toEqual(['returned', 'returned', 'late'])
    const patient = { preset: 'own' as const, late: 2.5, lost: 4, provisional: false }
    expect([259, 260, 275].map(today => status(today, patient))).toEqual(['returned', 'active', 'late'])
  })

  it('is returned until the second later purchase', () => {
    expect(statusAfter([0, 30, 60, 200, 210])(215)).toBe('returned')
    expect(statusAfter([0, 30, 60, 200, 210, 220])(221)).toBe('active')
  })

  it('is not returned where the silence was only late', () => {
    expect(statusAfter([0, 30, 60, 149])(150)).toBe('active')
    expect(statusAfter([0, 30, 60, 150])(151)).toBe('returned')
  })
})
