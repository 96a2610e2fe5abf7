// Money in words: an amount in a currency's smallest unit as the reader's language writes it.

import { decimalsOf } from '../shared/currency.ts'
import type { Locale } from '../shared/locale.ts'

/** From this many whole units on cents say nothing. */
const leastWithoutDecimals = 100

const formats = new Map<string, Intl.NumberFormat>()

/** `formatMoney('en', 123456, 'EUR')` -> `€1,235`; below 100 with its decimals, unless there are none. */
export function formatMoney(locale: Locale, minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const amount = minor / 10 ** decimals
  const isWhole = Math.abs(amount) >= leastWithoutDecimals || Number.isInteger(amount)
  const shown = isWhole ? 0 : decimals
  const key = `${locale} ${currency} ${shown}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    })
  formats.set(key, format)
  return format.format(amount)
}
