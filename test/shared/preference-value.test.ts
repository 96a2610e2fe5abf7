import { describe, expect, it } from 'vitest'
import { preferenceProblem } from '../../shared/preference-value.ts'
import type { PreferenceKind } from '../../shared/snapshot.ts'

const good: [PreferenceKind, string][] = [
  ['channel_never', 'phone'],
  ['channel_only', 'mail'],
  ['hours', '00:00-12:00'],
  ['hours', '09:30-24:00'],
  ['not_weekday', '7'],
  ['language', 'lt'],
  ['language', 'plain English'],
  ['expects', 'a call before every delivery'],
  ['calls_us', ''],
]

const bad: [PreferenceKind, string][] = [
  ['channel_wanted', 'pigeon'],
  ['channel_avoided', ''],
  ['hours', '12:00-12:00'],
  ['hours', '12:00-09:00'],
  ['hours', '24:00-24:00'],
  ['hours', '9-12'],
  ['not_weekday', '0'],
  ['not_weekday', '8'],
  ['language', ''],
  ['expects', ''],
]

describe('the value of a preference', () => {
  it.each(good)('of the kind %s can be "%s"', (kind, value) => {
    expect(preferenceProblem(kind, value)).toBeNull()
  })

  it.each(bad)('of the kind %s cannot be "%s", and says what is needed', (kind, value) => {
    expect(preferenceProblem(kind, value)).toMatch(/needed$/)
  })
})
