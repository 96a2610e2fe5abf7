import { expect, it } from 'vitest'
import { formatMoney } from '../../worker/format-money.ts'

/** Spaces of any width as plain ones. */
const plain = (text: string) => text.replace(/\s/g, ' ')

it('money is told in the smallest unit only below 100', () => {
  expect(formatMoney('en', 123_456, 'EUR')).toBe('€1,235')
  expect(formatMoney('en', 9_999, 'EUR')).toBe('€99.99')
  expect(formatMoney('en', 10_000, 'EUR')).toBe('€100')
  expect(formatMoney('en', 5_000, 'EUR')).toBe('€50')
  expect(formatMoney('en', -250, 'EUR')).toBe('-€2.50')
})

it('money follows the decimals of its currency and the habits of the language', () => {
  expect(formatMoney('en', 1234, 'JPY')).toBe('¥1,234')
  expect(plain(formatMoney('en', 1234, 'KWD'))).toBe('KWD 1.234')
  expect(plain(formatMoney('ru', 123_456_00, 'RUB'))).toBe('123 456 ₽')
  expect(plain(formatMoney('lt', 1_250, 'EUR'))).toBe('12,50 €')
})
