import { describe, expect, it } from 'vitest'
import type { Rollup } from '../../../worker/metrics/metric.ts'
import { winBackClass, winBackClassOf } from '../../../worker/metrics/win-back-class.ts'
import { departure } from './facts.ts'
import { cdnowFit, historyOf, momentOf } from './history.ts'

const rollup: Rollup = {
  classes: { a: 300, b: 200 },
  rfm: { recency: [1, 2, 3, 4], frequency: [1, 2, 3, 4], money: [1, 2, 3, 4] },
  meanPurchaseMinor: 100,
  customers: 10,
}
const fit = { ...cdnowFit, rollup }

/** Purchase days with variations of 0, .77 and 1.12. */
const rhythms = {
  x: [19_000, 19_020, 19_040, 19_060],
  y: [19_000, 19_005, 19_010, 19_035],
  z: [19_000, 19_001, 19_002, 19_003, 19_004, 19_014],
}

function lost(minor: number, rhythm: keyof typeof rhythms) {
  const bought = rhythms[rhythm]
  const last = bought.at(-1) ?? 0
  return historyOf({ bought, money: { totalMinor: minor, purchases: 4, byDay: [[last, minor]] } })
}

describe('win-back class', () => {
  it.each([
    [300, 'x', 'first'],
    [300, 'y', 'first'],
    [300, 'z', 'must'],
    [200, 'x', 'must'],
    [200, 'y', 'must'],
    [200, 'z', 'if_possible'],
    [100, 'x', 'if_possible'],
    [100, 'y', 'let_go'],
    [100, 'z', 'let_go'],
  ] as const)('of a lost customer with revenue %d and rhythm %s is %s', (minor, rhythm, expected) => {
    expect(winBackClassOf(lost(minor, rhythm), momentOf('2026-03-10', { fit }))).toMatchObject({
      class: expected,
    })
  })

  it('says which classes made it', () => {
    const texts = (['en', 'ru', 'lt'] as const).map(
      locale => winBackClass.fact(lost(300, 'z'), momentOf('2026-03-10', { fit, locale }))?.text,
    )
    expect(texts).toEqual([
      'must win back (class AZ)',
      'вернуть обязательно (класс AZ)',
      'susigrąžinti būtinai (klasė AZ)',
    ])
  })

  it('is for the departed as well, and for nobody else', () => {
    const bought = ['2026-01-01', '2026-01-31', '2026-03-02']
    const money = { totalMinor: 500, purchases: 3, byDay: [[20_514, 500]] as [number, number][] }
    const now = momentOf('2026-03-10', { fit })
    const staying = historyOf({ bought, money })
    expect(winBackClassOf(staying, now)).toEqual({ unknown: 'only lost and departed customers have one' })
    expect(winBackClass.fact(staying, now)).toBeNull()
    const left = historyOf({ bought, money, departures: [departure('2026-03-05')] })
    expect(winBackClassOf(left, now)).toMatchObject({ class: 'must' })
  })

  it('has no answer before ranks are known, and says so', () => {
    expect(winBackClass.fact(lost(300, 'x'), momentOf('2026-03-10'))?.text).toBe(
      'no ranks before the next fit',
    )
  })
})
