// What the value of a preference is, by its kind.

import { channels, type PreferenceKind } from './snapshot.ts'

/** `09:00-12:00`; `24:00` ends a day. */
const hoursPattern = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/
const weekdayPattern = /^[1-7]$/

/** What is wrong with the value, in words that go on "value: ..."; null where nothing is. */
export function preferenceProblem(kind: PreferenceKind, value: string): string | null {
  switch (kind) {
    case 'channel_only':
    case 'channel_wanted':
    case 'channel_avoided':
    case 'channel_never':
      return channels.some(channel => channel === value) ? null : `one of ${channels.join(', ')} is needed`
    case 'hours':
      return areHours(value) ? null : 'hours like 09:00-12:00 are needed'
    case 'not_weekday':
      return weekdayPattern.test(value) ? null : 'a weekday from 1 (Monday) to 7 is needed'
    case 'language':
      return value === '' ? 'a language like lt is needed' : null
    case 'expects':
      return value === '' ? 'their own words are needed' : null
    case 'calls_us':
      return null
  }
}

function areHours(value: string): boolean {
  const [, from = '', until = ''] = hoursPattern.exec(value) ?? []
  return from < until
}
