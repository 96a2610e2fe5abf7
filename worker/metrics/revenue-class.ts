// Class by revenue (ABC): how much of the workspace's revenue of 12 months comes from customers of this size.

import type { Locale } from '../../shared/locale.ts'
import type { Unknown } from '../../shared/snapshot.ts'
import { formatMoney } from '../format-money.ts'
import type { History, Money } from '../history.ts'
import { daysOfYear } from '../rollup.ts'
import { statusAt } from '../standing.ts'
import type { Metric, Moment } from './metric.ts'

export type RevenueClass = 'a' | 'b' | 'c'

interface Words {
  label: string
  meaning: (a: string, b: string, c: string) => string
  now: (name: string, money: string) => string
  frozen: (name: string, money: string) => string
  neverBought: string
  otherCurrency: (currency: string) => string
  notAsked: string
  noRanks: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Class by revenue',
    meaning: (a, b, c) =>
      `By revenue of 12 months, largest first: A brings the first ${a}%, B the next ${b}%, C the last ${c}%. Who crosses a share still belongs. Lost or departed customers keep the class of the 12 months before their last purchase.`,
    now: (name, money) => `${name}: ${money} in 12 months`,
    frozen: (name, money) => `${name}: ${money} in the 12 months before the last purchase`,
    neverBought: 'has not bought yet',
    otherCurrency: currency => `no purchases in ${currency}`,
    notAsked: 'money was not asked for',
    noRanks: 'no ranks before the next fit',
  },
  ru: {
    label: 'Класс по выручке',
    meaning: (a, b, c) =>
      `По выручке за 12 месяцев, начиная с крупнейших: A приносят первые ${a} %, B — следующие ${b} %, C — последние ${c} %. Перешедший долю ещё входит в неё. У потерянных и ушедших класс за 12 месяцев до последней покупки.`,
    now: (name, money) => `${name}: ${money} за 12 месяцев`,
    frozen: (name, money) => `${name}: ${money} за 12 месяцев до последней покупки`,
    neverBought: 'ещё не покупает',
    otherCurrency: currency => `нет покупок в ${currency}`,
    notAsked: 'деньги не запрошены',
    noRanks: 'без места в ряду до следующего расчёта',
  },
  lt: {
    label: 'Klasė pagal pajamas',
    meaning: (a, b, c) =>
      `Pagal 12 mėnesių pajamas, pradedant didžiausiais: A atneša pirmus ${a} %, B – kitus ${b} %, C – paskutinius ${c} %. Peržengęs dalį dar jai priklauso. Prarasti ir išėję lieka tos klasės, kurios buvo per 12 mėnesių iki paskutinio pirkimo.`,
    now: (name, money) => `${name}: ${money} per 12 mėnesių`,
    frozen: (name, money) => `${name}: ${money} per 12 mėnesių iki paskutinio pirkimo`,
    neverBought: 'dar nepirko',
    otherCurrency: currency => `nėra pirkimų ${currency} valiuta`,
    notAsked: 'pinigų neklausta',
    noRanks: 'be vietos eilėje iki kito skaičiavimo',
  },
}

interface Ranked {
  class: RevenueClass
  yearMinor: number
  isFrozen: boolean
}

/** The class alone. */
export function revenueClassOf(history: History, moment: Moment): RevenueClass | Unknown {
  const ranked = rankOf(history, moment)
  return 'unknown' in ranked ? ranked : ranked.class
}

function rankOf(history: History, moment: Moment): Ranked | Unknown {
  const { rhythm, money, standing } = history
  const { neverBought, otherCurrency, notAsked, noRanks } = words[moment.locale]
  const bounds = moment.fit?.rollup?.classes
  if (!rhythm) return { unknown: neverBought }
  if (!money) return { unknown: notAsked }
  if (money.purchases === 0) return { unknown: otherCurrency(moment.currency) }
  if (!bounds) return { unknown: noRanks }
  const isFrozen = ['lost', 'departed'].includes(statusAt(standing, moment.today).id)
  const yearMinor = yearUntil(isFrozen ? rhythm.lastDay : moment.today, money)
  return {
    class: yearMinor >= bounds.a ? 'a' : yearMinor >= bounds.b ? 'b' : 'c',
    yearMinor,
    isFrozen,
  }
}

/** Revenue of the 12 months up to a local day, that day included. */
function yearUntil(day: number, { byDay }: Money): number {
  return byDay
    .filter(([bought]) => bought > day - daysOfYear && bought <= day)
    .reduce((sum, [, minor]) => sum + minor, 0)
}

export const revenueClass: Metric = {
  id: 'revenue-class',
  fact(history, moment) {
    const { locale, currency, settings } = moment
    const { label, meaning, now, frozen } = words[locale]
    const { a, b } = settings.classes
    const percent = (share: number) => String(Math.round(100 * share))
    const ranked = rankOf(history, moment)
    return {
      id: 'revenue-class',
      label,
      text:
        'unknown' in ranked
          ? ranked.unknown
          : (ranked.isFrozen ? frozen : now)(
              ranked.class.toUpperCase(),
              formatMoney(locale, ranked.yearMinor, currency),
            ),
      tone: 'plain',
      meaning: meaning(percent(a), percent(b - a), percent(1 - b)),
    }
  },
}
