import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../../shared/locale.ts'
import { channels, preferenceKinds } from '../../../shared/snapshot.ts'
import type { Preference } from '../../../worker/history.ts'
import { metrics } from '../../../worker/metrics/index.ts'
import { preferenceLines, preferences } from '../../../worker/metrics/preferences.ts'
import { person, preference } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

const now = momentOf('2026-11-23')
const texts = (...wishes: Preference[]) =>
  preferenceLines(historyOf({ preferences: wishes }), now).map(({ text }) => text)

describe('preferences', () => {
  it('stand before every other metric', () => {
    expect(metrics[0]).toBe(preferences)
  })

  it('begin with what is forbidden and end with what is expected', () => {
    const wishes = [
      preference('expects', 'an answer the same day'),
      preference('language', 'lt'),
      preference('channel_wanted', 'mail'),
      preference('calls_us'),
      preference('not_weekday', '5'),
      preference('hours', '00:00-12:00'),
      preference('channel_avoided', 'chat'),
      preference('channel_only', 'mail'),
      preference('channel_never', 'phone'),
    ]
    expect(texts(...wishes)).toEqual([
      'never call',
      'mail only',
      'rather no chat',
      'before 12:00',
      'not on Fridays',
      'calls us themselves',
      'prefers mail',
      'language: Lithuanian',
      'expects: an answer the same day',
    ])
  })

  it('say hours by the end that matters', () => {
    const hours = (value: string) => texts(preference('hours', value))
    expect(hours('09:00-12:00')).toEqual(['between 09:00 and 12:00'])
    expect(hours('00:00-12:00')).toEqual(['before 12:00'])
    expect(hours('14:00-24:00')).toEqual(['after 14:00'])
    expect(hours('14:00-23:59')).toEqual(['after 14:00'])
    expect(hours('22:00-06:00')).toEqual(['between 22:00 and 06:00'])
    expect(hours('after lunch')).toEqual(['hours: after lunch'])
  })

  it('name every weekday, Monday first', () => {
    expect(texts(preference('not_weekday', '1'))).toEqual(['not on Mondays'])
    expect(texts(preference('not_weekday', '7'))).toEqual(['not on Sundays'])
    expect(texts(preference('not_weekday', 'the 13th'))).toEqual(['not on: the 13th'])
  })

  it('name a language in the language of the reader, and their own word for it as it is', () => {
    const said = (value: string, locale: (typeof locales)[number]) =>
      preferenceLines(
        historyOf({ preferences: [preference('language', value)] }),
        momentOf('2026-11-23', { locale }),
      )[0]?.text
    expect(said('lt', 'ru')).toBe('язык: литовский')
    expect(said('ru', 'lt')).toBe('kalba: rusų')
    expect(said('Samogitian dialect', 'en')).toBe('language: Samogitian dialect')
    expect(said('English', 'ru')).toBe('язык: English')
  })

  it('of one of the people carry the name', () => {
    const history = historyOf({
      people: [person('Jonas')],
      preferences: [
        preference('channel_never', 'phone', { personId: 'Jonas' }),
        preference('channel_only', 'mail'),
      ],
    })
    expect(preferenceLines(history, now)).toMatchObject([
      { text: 'Jonas: never call', person: 'Jonas', tone: 'bad' },
      { text: 'mail only', person: null, tone: 'warn' },
    ])
  })

  it('said twice are one', () => {
    expect(texts(preference('channel_never', 'phone'), preference('channel_never', 'phone'))).toEqual([
      'never call',
    ])
  })

  it('that nobody recorded are said to be so', () => {
    expect(preferences.fact(historyOf({}), now)).toMatchObject({ text: 'no wishes recorded', tone: 'plain' })
  })

  it('have a sentence of their own for each channel, in every language', () => {
    for (const locale of locales) {
      const said = preferenceKinds
        .filter(kind => kind.startsWith('channel_'))
        .flatMap(kind => channels.map(channel => preference(kind, channel)))
      const moment = momentOf('2026-11-23', { locale })
      const lines = preferenceLines(historyOf({ preferences: said }), moment).map(({ text }) => text)
      expect(new Set(lines).size).toBe(said.length)
    }
  })

  it('in words of their own are said as they are', () => {
    const ownWords = fc.string({ minLength: 1 }).filter(value => !/\d/.test(value))
    const kinds = fc.constantFrom(
      'expects' as const,
      'hours' as const,
      'not_weekday' as const,
      'channel_never' as const,
    )
    fc.assert(
      fc.property(kinds, ownWords, fc.constantFrom(...locales), (kind, value, locale) => {
        const history = historyOf({ preferences: [preference(kind, value)] })
        const [line] = preferenceLines(history, momentOf('2026-11-23', { locale }))
        expect(line?.text).toContain(value)
      }),
    )
  })
})
