// Season: the months and weekdays in which this customer buys, where they stand out by more than chance.

import type { Locale } from '../../shared/locale.ts'
import type { History } from '../history.ts'
import type { Rhythm } from '../rhythm.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  /** January first, in the form that `inMonths` takes. */
  months: readonly string[]
  inMonths: (months: string) => string
  /** Monday first. */
  weekdays: readonly string[]
  onWeekdays: (weekdays: string) => string
  usually: (when: string) => string
  none: string
  needed: (purchases: number) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Season',
    meaning:
      'Months (from two years of history on) and weekdays that stand out by more than chance: twice their even share at least, and together half of all purchases.',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    inMonths: months => `in ${months}`,
    weekdays: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
    onWeekdays: weekdays => `on ${weekdays}`,
    usually: when => `usually buys ${when}`,
    none: 'no season: no month or weekday stands out',
    needed: purchases => `${purchases} of 8 purchases needed`,
  },
  ru: {
    label: 'Сезон',
    meaning:
      'Месяцы (от двух лет истории) и дни недели, заметные сильнее случайного: хотя бы вдвое чаще ровной доли, а вместе — половина всех покупок.',
    months: [
      'январе',
      'феврале',
      'марте',
      'апреле',
      'мае',
      'июне',
      'июле',
      'августе',
      'сентябре',
      'октябре',
      'ноябре',
      'декабре',
    ],
    inMonths: months => `в ${months}`,
    weekdays: ['понедельникам', 'вторникам', 'средам', 'четвергам', 'пятницам', 'субботам', 'воскресеньям'],
    onWeekdays: weekdays => `по ${weekdays}`,
    usually: when => `обычно покупает ${when}`,
    none: 'сезона нет: ни месяц, ни день недели не выделяется',
    needed: purchases => `${purchases} из 8 нужных покупок`,
  },
  lt: {
    label: 'Sezonas',
    meaning:
      'Mėnesiai (nuo dvejų metų istorijos) ir savaitės dienos, išsiskiriantys labiau nei atsitiktinai: bent dvigubai dažniau nei lygi dalis, o kartu – pusė visų pirkimų.',
    months: [
      'sausį',
      'vasarį',
      'kovą',
      'balandį',
      'gegužę',
      'birželį',
      'liepą',
      'rugpjūtį',
      'rugsėjį',
      'spalį',
      'lapkritį',
      'gruodį',
    ],
    inMonths: months => months,
    weekdays: [
      'pirmadieniais',
      'antradieniais',
      'trečiadieniais',
      'ketvirtadieniais',
      'penktadieniais',
      'šeštadieniais',
      'sekmadieniais',
    ],
    onWeekdays: weekdays => weekdays,
    usually: when => `paprastai perka ${when}`,
    none: 'sezono nėra: nė vienas mėnuo ar savaitės diena neišsiskiria',
    needed: purchases => `${purchases} iš 8 reikalingų pirkimų`,
  },
}

/** Within less than two years no month has come back. */
const leastDaysForMonths = 730
const leastTimesEven = 2
const leastShareTogether = 0.5
/** In at most one of 20 customers without a season does any month, or any weekday, stand out so much. */
const mostByChance = 0.05

export interface Season {
  /** 0 is January. */
  months: number[]
  /** 0 is Monday. */
  weekdays: number[]
}

/** What stands out; null below eight purchases. */
export function seasonOf({ season, firstDay }: Rhythm, today: number): Season | null {
  if (!season) return null
  return {
    months: today - firstDay < leastDaysForMonths ? [] : standingOut(season.months),
    weekdays: standingOut(season.weekdays),
  }
}

function standingOut(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const even = 1 / counts.length
  const found = [...counts.keys()].filter(index => {
    const count = counts[index] ?? 0
    return (
      count >= leastTimesEven * even * total &&
      chanceOfAtLeast(count, total, even) * counts.length <= mostByChance
    )
  })
  const together = found.reduce((sum, index) => sum + (counts[index] ?? 0), 0)
  return together >= leastShareTogether * total ? found : []
}

/** The binomial probability of `least` or more of `total`, each with the chance `p`. */
function chanceOfAtLeast(least: number, total: number, p: number): number {
  let logTerm = total * Math.log1p(-p)
  let below = 0
  for (let hits = 0; hits < least; hits += 1) {
    below += Math.exp(logTerm)
    logTerm += Math.log((total - hits) / (hits + 1)) + Math.log(p) - Math.log1p(-p)
  }
  return Math.max(0, 1 - below)
}

function saySeason({ rhythm }: History, { locale, today }: Moment): string {
  const { months, inMonths, weekdays, onWeekdays, usually, none, needed } = words[locale]
  const found = rhythm && seasonOf(rhythm, today)
  if (!found) return needed(rhythm ? rhythm.gapCount + 1 : 0)
  const list = (names: readonly string[], indexes: readonly number[]) =>
    new Intl.ListFormat(locale).format(indexes.flatMap(index => names[index] ?? []))
  const when = [
    ...(found.months.length > 0 ? [inMonths(list(months, found.months))] : []),
    ...(found.weekdays.length > 0 ? [onWeekdays(list(weekdays, found.weekdays))] : []),
  ]
  return when.length === 0 ? none : usually(when.join(', '))
}

export const season: Metric = {
  id: 'season',
  fact(history, moment) {
    const { label, meaning } = words[moment.locale]
    return { id: 'season', label, text: saySeason(history, moment), tone: 'plain', meaning }
  },
}
