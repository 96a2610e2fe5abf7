// Ratio: the gap in intervals, 1 = exactly as long as usual.

import { formatNumber, type Locale } from '../../shared/locale.ts'
import type { Unknown } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import { gapDays } from './gap.ts'
import { intervalOf } from './interval.ts'
import type { Metric, Moment } from './metric.ts'

const words: Record<Locale, { label: string; meaning: string; times: (ratio: string) => string }> = {
  en: {
    label: 'Gap against interval',
    meaning:
      'The gap divided by the interval, pauses taken out of both: 1 is exactly as long as usual, 2 is twice as long.',
    times: ratio => `${ratio} × the usual gap`,
  },
  ru: {
    label: 'Перерыв к ритму',
    meaning:
      'Дни без покупок, делённые на обычный перерыв, паузы не в счёт: 1 — ровно как обычно, 2 — вдвое дольше.',
    times: ratio => `${ratio} × обычного перерыва`,
  },
  lt: {
    label: 'Tarpas ir ritmas',
    meaning:
      'Dienos be pirkimų, padalytos iš įprasto tarpo, pauzės neskaičiuojamos: 1 – kaip įprastai, 2 – dvigubai ilgiau.',
    times: ratio => `${ratio} × įprasto tarpo`,
  },
}

/** Gap / interval; the interval is never below a day, so the ratio is finite. */
export function gapRatio(history: History, moment: Moment): number | Unknown {
  const gap = gapDays(history, moment)
  return typeof gap === 'number' ? gap / intervalOf(history, moment).days : gap
}

/** "1.6 × the usual gap" */
export function sayRatio(ratio: number, locale: Locale): string {
  return words[locale].times(formatNumber(locale, roundDown(ratio)))
}

/** To one decimal: 2.96 must not read as the 3 at which a threshold lies. */
function roundDown(ratio: number): number {
  return Math.floor(10 * ratio + 1e-9) / 10
}

export const ratio: Metric = {
  id: 'ratio',
  fact(history, moment) {
    const value = gapRatio(history, moment)
    if (typeof value !== 'number') return null
    const { label, meaning } = words[moment.locale]
    return { id: 'ratio', label, text: sayRatio(value, moment.locale), tone: 'plain', meaning }
  },
}
