import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayMs,
  dayOf,
  endOfDay,
  formatLocalDate,
  parseInstant,
  parseLocalDate,
  parseMoment,
  parseOccurrence,
  startOfDay,
} from '../../shared/time.ts'

const zones = [
  'UTC',
  'Europe/Vilnius',
  'Pacific/Auckland',
  'America/St_Johns',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
]

describe('local days', () => {
  it('hold every moment from their start to their end, in any zone, over every change of the clock', () => {
    const moments = fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2040, 0, 1) })
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (at, zone) => {
        const day = dayOf(at, zone)
        expect(startOfDay(day, zone)).toBeLessThanOrEqual(at)
        expect(endOfDay(day, zone)).toBeGreaterThanOrEqual(at)
        expect(dayOf(startOfDay(day, zone), zone)).toBe(day)
        expect(dayOf(startOfDay(day, zone) - 1, zone)).toBe(day - 1)
      }),
      { numRuns: 400 },
    )
  })

  it('are 23 and 25 hours long when clocks change', () => {
    const hours = (date: string) => {
      const day = parseLocalDate(date) ?? 0
      return (endOfDay(day, 'Europe/Vilnius') + 1 - startOfDay(day, 'Europe/Vilnius')) / 3_600_000
    }
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-23')]).toEqual([23, 25, 24])
  })

  it('are written and read alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), day => {
        expect(parseLocalDate(formatLocalDate(day))).toBe(day)
      }),
    )
  })

  it.each(['2026-02-31', '2026-2-3', '26-02-03', '2026-02-03 ', 'today', ''])('%j is none', text => {
    expect(parseLocalDate(text)).toBeNull()
  })
})

describe('moments', () => {
  it.each([
    '2026-11-23T09:30:00+02:00',
    '2026-11-23T07:30:00Z',
    '2026-11-23T07:30Z',
    '2026-11-23T07:30:00.000Z',
  ])('%s is one', text => {
    expect(parseInstant(text)).toBe(Date.UTC(2026, 10, 23, 7, 30))
  })

  it.each([
    '2026-11-23T09:30:00',
    '2026-02-31T09:30:00Z',
    '2026-11-23T24:30:00Z',
    '23.11.2026',
    '1764000000',
    '',
  ])('%j is none', text => {
    expect(parseInstant(text)).toBeNull()
  })

  it('of a local date are its end for a question and its start for a fact', () => {
    expect(parseMoment('1970-01-02', 'UTC')).toBe(2 * dayMs - 1)
    expect(parseOccurrence('1970-01-02', 'UTC')).toBe(dayMs)
  })
})
