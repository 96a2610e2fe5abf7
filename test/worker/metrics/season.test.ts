import { describe, expect, it } from 'vitest'
import { season } from '../../../worker/metrics/season.ts'
import { seededRandom } from '../../bench/simulate-customers.ts'
import { dayNumber, historyOf, momentOf } from './history.ts'

const say = (bought: readonly (string | number)[], when: string, locale: 'en' | 'ru' | 'lt' = 'en') =>
  season.fact(historyOf({ bought }), momentOf(when, { locale }))?.text

/** In March and September, on different weekdays. */
const twiceAYear = [2022, 2023, 2024, 2025].flatMap(year => [`${year}-03-04`, `${year}-09-17`])

/** So many Fridays in a row; day 20,014 was one. */
const fridays = (count: number) => Array.from({ length: count }, (_, index) => 20_014 + 7 * index)

describe('season', () => {
  it('names the months that stand out', () => {
    expect(say(twiceAYear, '2025-10-01')).toBe('usually buys in March and September')
    expect(say(twiceAYear, '2025-10-01', 'ru')).toBe('обычно покупает в марте и сентябре')
    expect(say(twiceAYear, '2025-10-01', 'lt')).toBe('paprastai perka kovą ir rugsėjį')
  })

  it('names the weekdays that stand out', () => {
    expect(say(fridays(8), '2025-01-01')).toBe('usually buys on Fridays')
    expect(say(fridays(8), '2025-01-01', 'ru')).toBe('обычно покупает по пятницам')
    expect(say(fridays(8), '2025-01-01', 'lt')).toBe('paprastai perka penktadieniais')
  })

  it('needs eight purchases', () => {
    expect(say(fridays(7), '2025-01-01')).toBe('7 of 8 purchases needed')
    expect(say([], '2025-01-01')).toBe('0 of 8 purchases needed')
  })

  it('knows no month before it could have come back: two years', () => {
    const marches = Array.from({ length: 8 }, (_, index) => dayNumber('2024-03-01') + 3 * index)
    expect(say(marches, '2026-02-28')).toBe('no season: no month or weekday stands out')
    expect(say(marches, '2026-03-01')).toBe('usually buys in March')
  })

  it('sees none in a steady rhythm', () => {
    const monthly = Array.from({ length: 36 }, (_, index) => 18_000 + 30 * index)
    expect(say(monthly, '2023-01-01')).toBe('no season: no month or weekday stands out')
    expect(
      say(
        Array.from({ length: 2000 }, (_, index) => 18_000 + index),
        '2025-01-01',
      ),
    ).toBe('no season: no month or weekday stands out')
  })

  it('sees one in fewer than one of ten customers who buy on any day', () => {
    const random = seededRandom(3)
    const seen = Array.from({ length: 400 }, () => {
      const bought = Array.from({ length: 10 }, () => 18_000 + Math.floor(1460 * random()))
      return say(bought, '2024-01-01')?.startsWith('usually')
    }).filter(Boolean).length
    expect(seen).toBeLessThan(40)
  })
})
