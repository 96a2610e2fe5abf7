import { expect, test } from 'vitest'
import { asSentence, formatAgo, formatMoment, isolate } from '../../shared/locale.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('an age is told in its largest whole unit', () => {
  expect([0, 59_999, minute, 59 * minute, 3 * hour, day, 40 * day].map(ms => formatAgo('en', ms))).toEqual([
    'now',
    'now',
    '1 min ago',
    '59 min ago',
    '3 hr ago',
    'yesterday',
    '40 days ago',
  ])
  expect(formatAgo('ru', 3 * hour)).toBe('3 ч назад')
  expect(formatAgo('lt', 3 * hour)).toBe('prieš 3 val.')
})

test("a moment is told in the reader's time zone", () => {
  const at = Date.parse('2026-11-23T22:30:00Z')
  expect(formatMoment('en', at, 'UTC')).toBe('23 Nov, 22:30')
  expect(formatMoment('en', at, 'Europe/Vilnius')).toBe('24 Nov, 00:30')
})

test('a phrase becomes the beginning of a sentence in every script', () => {
  expect(asSentence('en', 'usually buys')).toBe('Usually buys')
  expect(asSentence('ru', 'обычно покупает')).toBe('Обычно покупает')
  expect(asSentence('lt', 'įprastai')).toBe('Įprastai')
  expect(asSentence('en', '')).toBe('')
})

test('text of the outside keeps its direction to itself', () => {
  expect(isolate('שלום')).toBe('\u2068שלום\u2069')
})
