// Gap: days since the last purchase.

import { count, type Locale, type Plural } from '../../shared/locale.ts'
import type { Unknown } from '../../shared/snapshot.ts'
import type { History, Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  days: Plural
  neverBought: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Gap',
    meaning: 'Days since the last purchase. Refunds do not count as purchases.',
    days: { one: 'no purchase for # day', other: 'no purchase for # days' },
    neverBought: 'has not bought yet',
  },
  ru: {
    label: 'Без покупок',
    meaning: 'Дней с последней покупки. Возврат денег покупкой не считается.',
    days: {
      one: 'без покупок # день',
      few: 'без покупок # дня',
      many: 'без покупок # дней',
      other: 'без покупок # дня',
    },
    neverBought: 'ещё не покупает',
  },
  lt: {
    label: 'Nepirko',
    meaning: 'Dienos nuo paskutinio pirkimo. Grąžinti pinigai pirkimu nelaikomi.',
    days: {
      one: 'nepirko # dieną',
      few: 'nepirko # dienas',
      many: 'nepirko # dienos',
      other: 'nepirko # dienų',
    },
    neverBought: 'dar nepirko',
  },
}

/** Whole days since the last purchase up to today. */
export function gapDays(history: History, moment: Moment): number | Unknown {
  return history.rhythm
    ? moment.today - history.rhythm.lastDay
    : { unknown: words[moment.locale].neverBought }
}

export const gap: Metric = {
  id: 'gap',
  fact(history, moment) {
    const days = gapDays(history, moment)
    const { label, meaning, days: forms } = words[moment.locale]
    const text = typeof days === 'number' ? count(moment.locale, forms, days) : days.unknown
    return { id: 'gap', label, text, tone: 'plain', meaning }
  },
}
