// Interval: the customer's own usual number of days between purchases; the workspace's typical one until there
// are two gaps, and the words say so. A sentence about a customer never mixes the workspace in.

import { count, formatNumber, type Locale, type Plural } from '../../shared/locale.ts'
import type { Unknown } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  every: Plural
  between: (low: string, high: string) => string
  needed: (purchases: number, days: number) => string
  moreGaps: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Interval',
    meaning:
      "The middle one of this customer's own gaps between purchases, without the days of a pause; the range is the middle half of them.",
    every: { one: 'usually buys every # day', other: 'usually buys every # days' },
    between: (low, high) => `usually buys every ${low}–${high} days`,
    needed: (purchases, days) =>
      `${purchases} of 3 purchases needed; your customers usually come back after ${count('en', { one: '# day', other: '# days' }, days)}`,
    moreGaps: 'known from 5 purchases on',
  },
  ru: {
    label: 'Ритм покупок',
    meaning:
      'Средний по порядку из собственных перерывов клиента, без дней паузы; диапазон — их средняя половина.',
    every: {
      one: 'обычно покупает раз в # день',
      few: 'обычно покупает раз в # дня',
      many: 'обычно покупает раз в # дней',
      other: 'обычно покупает раз в # дня',
    },
    between: (low, high) => `обычно покупает раз в ${low}–${high} дн.`,
    needed: (purchases, days) =>
      `${purchases} из 3 нужных покупок; ваши клиенты обычно возвращаются через ${formatNumber('ru', days)} дн.`,
    moreGaps: 'будет известно с 5-й покупки',
  },
  lt: {
    label: 'Pirkimų ritmas',
    meaning:
      'Vidurinis iš paties kliento tarpų tarp pirkimų, be pauzės dienų; intervalas – vidurinė jų pusė.',
    every: {
      one: 'paprastai perka kas # dieną',
      few: 'paprastai perka kas # dienas',
      many: 'paprastai perka kas # dienos',
      other: 'paprastai perka kas # dienų',
    },
    between: (low, high) => `paprastai perka kas ${low}–${high} d.`,
    needed: (purchases, days) =>
      `${purchases} iš 3 reikalingų pirkimų; jūsų klientai paprastai grįžta po ${formatNumber('lt', days)} d.`,
    moreGaps: 'bus žinoma nuo 5-o pirkimo',
  },
}

export interface Interval {
  days: number
  basis: 'own' | 'workspace'
  low: number | Unknown
  high: number | Unknown
  text: string
}

/** The workspace's typical interval: fixed with each fit, before the first one a setting. */
export function typicalInterval(moment: Moment): number {
  return moment.fit?.typicalIntervalDays ?? moment.settings.usualIntervalDays
}

/** The interval in days with its spread and how to say it. */
export function intervalOf({ rhythm }: History, moment: Moment): Interval {
  const { every, between, needed, moreGaps } = words[moment.locale]
  const own = rhythm?.interval ?? null
  if (!rhythm || own === null) {
    const days = typicalInterval(moment)
    const text = needed(rhythm ? rhythm.gapCount + 1 : 0, days)
    return { days, basis: 'workspace', low: { unknown: text }, high: { unknown: text }, text }
  }
  const { low, high } = rhythm
  if (low === null || high === null) {
    const text = count(moment.locale, every, own)
    return { days: own, basis: 'own', low: { unknown: moreGaps }, high: { unknown: moreGaps }, text }
  }
  const [from = '', to = ''] = [low, high].map(day => formatNumber(moment.locale, Math.round(day)))
  const text = from === to ? count(moment.locale, every, own) : between(from, to)
  return { days: own, basis: 'own', low, high, text }
}

export const interval: Metric = {
  id: 'interval',
  fact(history, moment) {
    const { label, meaning } = words[moment.locale]
    return { id: 'interval', label, text: intervalOf(history, moment).text, tone: 'plain', meaning }
  },
}
