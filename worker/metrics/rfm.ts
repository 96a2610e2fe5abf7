// RFM: how recently, how often and for how much the customer bought, each as a fifth of all customers, 5 = best.

import type { Locale } from '../../shared/locale.ts'
import type { Unknown } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  score: (score: number, recency: number, frequency: number, money: number) => string
  neverBought: string
  notAsked: string
  noRanks: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'RFM',
    meaning:
      'Recency, frequency and money against all customers, in fifths: 1 worst, 5 best. 555 bought lately, often and for much; 111 long ago, seldom and for little.',
    score: (score, recency, frequency, money) =>
      `${score}: recency ${recency}, frequency ${frequency}, money ${money} of 5`,
    neverBought: 'has not bought yet',
    notAsked: 'money was not asked for',
    noRanks: 'no ranks before the next fit',
  },
  ru: {
    label: 'RFM',
    meaning:
      'Давность, частота и деньги против всех клиентов, по пятым долям: 1 — хуже всего, 5 — лучше всего. 555 покупает недавно, часто и на много; 111 — давно, редко и на мало.',
    score: (score, recency, frequency, money) =>
      `${score}: давность ${recency}, частота ${frequency}, деньги ${money} из 5`,
    neverBought: 'ещё не покупает',
    notAsked: 'деньги не запрошены',
    noRanks: 'без места в ряду до следующего расчёта',
  },
  lt: {
    label: 'RFM',
    meaning:
      'Pirkimo naujumas, dažnumas ir pinigai, palyginti su visais klientais, penktadaliais: 1 – blogiausia, 5 – geriausia. 555 pirko neseniai, dažnai ir už daug; 111 – seniai, retai ir už mažai.',
    score: (score, recency, frequency, money) =>
      `${score}: naujumas ${recency}, dažnumas ${frequency}, pinigai ${money} iš 5`,
    neverBought: 'dar nepirko',
    notAsked: 'pinigų neklausta',
    noRanks: 'be vietos eilėje iki kito skaičiavimo',
  },
}

export interface Rfm {
  /** 1 to 5 each. */
  recency: number
  frequency: number
  money: number
}

/** Recency is reversed: the longer ago, the lower. */
export function rfmOf({ rhythm, money }: History, { fit, today, locale }: Moment): Rfm | Unknown {
  const { neverBought, notAsked, noRanks } = words[locale]
  const bounds = fit?.rollup?.rfm
  if (!rhythm) return { unknown: neverBought }
  if (!money) return { unknown: notAsked }
  if (!bounds) return { unknown: noRanks }
  return {
    recency: 6 - fifthOf(today - rhythm.lastDay, bounds.recency),
    frequency: fifthOf(rhythm.gapCount + 1, bounds.frequency),
    money: fifthOf(money.totalMinor, bounds.money),
  }
}

/** 1 below all bounds, 5 from the last one on. */
function fifthOf(value: number, bounds: readonly number[]): number {
  return 1 + bounds.filter(bound => value >= bound).length
}

export const rfm: Metric = {
  id: 'rfm',
  fact(history, moment) {
    const { label, meaning, score } = words[moment.locale]
    const found = rfmOf(history, moment)
    const text =
      'unknown' in found
        ? found.unknown
        : score(
            100 * found.recency + 10 * found.frequency + found.money,
            found.recency,
            found.frequency,
            found.money,
          )
    return { id: 'rfm', label, text, tone: 'plain', meaning }
  },
}
