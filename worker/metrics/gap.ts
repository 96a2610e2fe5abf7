// Gap: days since the last purchase, pauses taken out.

import { count, type Locale, type Plural } from '../../shared/locale.ts'
import type { Unknown } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import type { Metric, Moment } from './metric.ts'
import { sayRunningPause, silenceSince } from './pause.ts'

interface Words {
  label: string
  meaning: string
  today: string
  days: Plural
  withoutPauses: Plural
  neverBought: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Gap',
    meaning: 'Days since the last purchase, without the days of a pause. Refunds do not count as purchases.',
    today: 'bought today',
    days: { one: 'no purchase for # day', other: 'no purchase for # days' },
    withoutPauses: { one: '# paused day not counted', other: '# paused days not counted' },
    neverBought: 'has not bought yet',
  },
  ru: {
    label: 'Без покупок',
    meaning: 'Дней с последней покупки, без дней паузы. Возврат денег покупкой не считается.',
    today: 'последняя покупка сегодня',
    days: {
      one: 'без покупок # день',
      few: 'без покупок # дня',
      many: 'без покупок # дней',
      other: 'без покупок # дня',
    },
    withoutPauses: {
      one: 'не считая # дня паузы',
      few: 'не считая # дней паузы',
      many: 'не считая # дней паузы',
      other: 'не считая # дня паузы',
    },
    neverBought: 'ещё не покупает',
  },
  lt: {
    label: 'Nepirko',
    meaning: 'Dienos nuo paskutinio pirkimo, be pauzės dienų. Grąžinti pinigai pirkimu nelaikomi.',
    today: 'pirko šiandien',
    days: {
      one: 'nepirko # dieną',
      few: 'nepirko # dienas',
      many: 'nepirko # dienos',
      other: 'nepirko # dienų',
    },
    withoutPauses: {
      one: 'neskaičiuojant # pauzės dienos',
      few: 'neskaičiuojant # pauzės dienų',
      many: 'neskaičiuojant # pauzės dienos',
      other: 'neskaičiuojant # pauzės dienų',
    },
    neverBought: 'dar nepirko',
  },
}

/** Whole days of silence up to today, those of a pause left out. */
export function gapDays(history: History, moment: Moment): number | Unknown {
  return history.rhythm
    ? silenceSince(history.rhythm.lastDay, history, moment.today)
    : { unknown: words[moment.locale].neverBought }
}

function sayGap(history: History, moment: Moment): string {
  const { locale, today } = moment
  const say = words[locale]
  const { rhythm } = history
  if (!rhythm) return say.neverBought
  if (rhythm.lastDay >= today) return say.today
  const days = silenceSince(rhythm.lastDay, history, today)
  const paused = today - rhythm.lastDay - days
  const silence = count(locale, say.days, days)
  const without = paused > 0 ? count(locale, say.withoutPauses, paused) : null
  return [silence, without, sayRunningPause(history, moment)].filter(part => part !== null).join('; ')
}

export const gap: Metric = {
  id: 'gap',
  fact(history, moment) {
    const { label, meaning } = words[moment.locale]
    return { id: 'gap', label, text: sayGap(history, moment), tone: 'plain', meaning }
  },
}
