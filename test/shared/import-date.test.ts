import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrders, guessDateOrder, readDate } from '../../shared/import-date.ts'
import { formatLocalDate } from '../../shared/time.ts'

const days = fc.integer({ min: -20_000, max: 50_000 }).map(formatLocalDate)

/** The same day as files write it. */
const written = {
  ymd: (year: string, month: string, date: string) => [
    `${year}-${month}-${date}`,
    `${year}/${month}/${date}`,
  ],
  dmy: (year: string, month: string, date: string) => [
    `${date}.${month}.${year}`,
    `${date}/${month}/${year}`,
  ],
  mdy: (year: string, month: string, date: string) => [
    `${month}/${date}/${year}`,
    `${month}-${date}-${year}`,
  ],
}

describe('a date', () => {
  it('is read in the order the file is written in', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...dateOrders), (day, order) => {
        const [year = '', month = '', date = ''] = day.split('-')
        for (const text of written[order](year, month, date)) expect(readDate(text, order)).toBe(day)
      }),
    )
  })

  it.each([
    ['20261123', 'dmy'],
    ['2026.11.23', 'mdy'],
    ['2026 11 23', 'ymd'],
    ['23.11.2026 г.', 'dmy'],
    ['23 Nov 2026', 'ymd'],
    ['23-Nov-2026', 'ymd'],
    ['November 23rd, 2026', 'dmy'],
    ['Mon, 23 Nov 2026', 'dmy'],
    ['23 нояб. 2026', 'dmy'],
    ['23 ноября 2026 г.', 'dmy'],
    ['2026 m. lapkričio 23 d.', 'dmy'],
    ['2026-11-23 ', 'ymd'],
  ] as const)('%j is 23 November 2026', (text, order) => {
    expect(readDate(text, order)).toBe('2026-11-23')
  })

  it.each([
    '31.02.2026',
    '29.02.2025',
    '00.01.2026',
    '12.13.2026',
    '23.11.26',
    '1.2.3',
    '99999999',
    '0001-01-01',
    '2026',
    '45253',
    'yesterday',
    '',
    '2026-11-23 and more',
    '2026-11-23T25:00',
    '9'.repeat(100_000),
    ' '.repeat(100_000),
  ])('%.20j is none', text => {
    expect(readDate(text, 'dmy')).toBeNull()
  })

  it('keeps its time of day, and its offset where it has one', () => {
    expect(readDate('2010-12-01 08:26:00', 'ymd')).toBe('2010-12-01T08:26:00')
    expect(readDate('01.12.2010 8:26', 'dmy')).toBe('2010-12-01T08:26:00')
    expect(readDate('12/1/2010, 8:26 PM', 'mdy')).toBe('2010-12-01T20:26:00')
    expect(readDate('12/1/2010 12:05 am', 'mdy')).toBe('2010-12-01T00:05:00')
    expect(readDate('2010-12-01T08:26:00.123Z', 'ymd')).toBe('2010-12-01T08:26:00Z')
    expect(readDate('2010-12-01 08:26:00 +0200', 'ymd')).toBe('2010-12-01T08:26:00+02:00')
    expect(readDate('2010-12-01 08:26:00 UTC', 'ymd')).toBe('2010-12-01T08:26:00Z')
    expect(readDate('Mon, 01 Dec 2010 08:26:00 GMT', 'dmy')).toBe('2010-12-01T08:26:00Z')
  })

  it('is read at once, however strange the cell is', () => {
    const strange = fc.stringMatching(/^[0-9 :.,/TZ+apm-]{0,60}$/)
    fc.assert(
      fc.property(fc.oneof(strange, fc.string()), fc.constantFrom(...dateOrders), (text, order) => {
        expect(readDate(text, order) ?? '2026-11-23').toMatch(
          /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?$/,
        )
      }),
    )
  })
})

describe('the order of a file’s dates', () => {
  it('is the one in which most of them exist', () => {
    expect(guessDateOrder(['01/02/2026', '01/23/2026', '01/03/2026'])).toBe('mdy')
    expect(guessDateOrder(['01.02.2026', '23.01.2026'])).toBe('dmy')
    expect(guessDateOrder(['2026-01-02'])).toBe('ymd')
    expect(guessDateOrder(['01/02/2026'])).toBe('dmy')
    expect(guessDateOrder([])).toBe('ymd')
  })

  it('is found again from any days of which one is past the twelfth', () => {
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('dmy', 'mdy'),
        (some, order) => {
          const samples = [...some, '2026-11-23'].map(day => {
            const [year = '', month = '', date = ''] = day.split('-')
            return written[order as 'dmy'](year, month, date)[0] ?? ''
          })
          expect(guessDateOrder(samples)).toBe(order)
        },
      ),
    )
  })
})
