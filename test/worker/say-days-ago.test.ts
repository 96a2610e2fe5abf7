import { expect, it } from 'vitest'
import { locales } from '../../shared/locale.ts'
import { sayDaysAgo } from '../../worker/say-days-ago.ts'

it('days ago are today and yesterday before they are counted', () => {
  expect(locales.map(locale => sayDaysAgo(locale, 0))).toEqual(['today', 'сегодня', 'šiandien'])
  expect(locales.map(locale => sayDaysAgo(locale, 1))).toEqual(['yesterday', 'вчера', 'vakar'])
  expect(locales.map(locale => sayDaysAgo(locale, 21))).toEqual([
    '21 days ago',
    '21 день назад',
    'prieš 21 dieną',
  ])
})
