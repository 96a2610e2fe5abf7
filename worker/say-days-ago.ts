// How many local days ago something was, in words: "today", "yesterday", "12 days ago".

import type { Locale } from '../shared/locale.ts'

const formats = new Map<Locale, Intl.RelativeTimeFormat>()

/** By the calendar, whatever the time of day. @param days whole, 0 is today. */
export function sayDaysAgo(locale: Locale, days: number): string {
  const format = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  formats.set(locale, format)
  return format.format(-days, 'day')
}
