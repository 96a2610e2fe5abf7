import { expect, it } from 'vitest'
import {
  formatLeft,
  formatMoney,
  formatPeriod,
  formatSize,
} from '../../../../extension/options/import/format-check.ts'
import { words } from '../../../../shared/words/words.ts'

/** Every kind of space as a plain one. */
const plain = (text: string) => text.replace(/\s/g, ' ')

it('amounts have the decimals of their currency', () => {
  expect(formatMoney('en', 123_456, 'EUR')).toBe('€1,234.56')
  expect(formatMoney('en', 1234, 'JPY')).toBe('¥1,234')
  expect(plain(formatMoney('en', -1234, 'KWD'))).toBe('-KWD 1.234')
  expect(plain(formatMoney('lt', 123_456, 'EUR'))).toBe('1 234,56 €')
})

it('a period says what both days share once', () => {
  expect(plain(formatPeriod('en', '2004-12-20', '2006-12-31'))).toBe('20 Dec 2004 – 31 Dec 2006')
  expect(plain(formatPeriod('ru', '2026-11-23', '2026-11-27'))).toMatch(/^23 ?– ?27 нояб\. 2026 г\.$/)
})

it('sizes are in kilobytes and above', () => {
  expect([433, 378_000, 7_560_070, 21e9].map(bytes => formatSize('en', bytes))).toEqual([
    '0.4 kB',
    '378 kB',
    '7.6 MB',
    '21 GB',
  ])
})

it('the time left is said in the largest unit of which there are two', () => {
  const left = words.en.options.import.left
  expect([1, 119, 120, 7199, 7200, 86_400].map(seconds => formatLeft('en', left, seconds))).toEqual([
    'about 1 second left',
    'about 119 seconds left',
    'about 2 minutes left',
    'about 2 hours left',
    'about 2 hours left',
    'about 24 hours left',
  ])
})
