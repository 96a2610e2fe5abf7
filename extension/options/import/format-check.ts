// Amounts, periods and sizes of an import as the member's language writes them.

import { decimalsOf } from '../../../shared/currency.ts'
import { count, type Locale, type Plural } from '../../../shared/locale.ts'

/** `formatMoney('en', 123456, 'EUR')` -> `€1,234.56`. */
export function formatMoney(locale: Locale, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(minor / 10 ** decimalsOf(currency))
}

/** Two local dates, `2004-12-20` and `2006-12-31` -> `20 Dec 2004 – 31 Dec 2006`. */
export function formatPeriod(locale: Locale, from: string, to: string): string {
  const tag = locale === 'en' ? 'en-GB' : locale
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: locale === 'lt' ? 'long' : 'short',
    year: 'numeric',
  })
  return format.formatRange(Date.parse(from), Date.parse(to))
}

const sizeUnits = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** `421834` -> `421.8 kB`. */
export function formatSize(locale: Locale, bytes: number): string {
  const power = Math.min(sizeUnits.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: sizeUnits[power - 1] ?? 'kilobyte',
    maximumFractionDigits: 1,
  })
  return format.format(bytes / 1000 ** power)
}

export function formatPercent(locale: Locale, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
}

/** In the largest unit of which there are two: 119 seconds, 2 minutes. */
export function formatLeft(
  locale: Locale,
  left: { seconds: Plural; minutes: Plural; hours: Plural },
  seconds: number,
): string {
  if (seconds < 120) return count(locale, left.seconds, seconds)
  const minutes = Math.round(seconds / 60)
  return minutes < 120
    ? count(locale, left.minutes, minutes)
    : count(locale, left.hours, Math.round(minutes / 60))
}
