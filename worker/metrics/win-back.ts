// Win-back: what has been done to return a customer, step by step, and what it cost.

import { count, formatDay, type Locale, type Plural } from '../../shared/locale.ts'
import type { WinBackLine } from '../../shared/snapshot.ts'
import { dayOf, formatInstant } from '../../shared/time.ts'
import { formatMoney } from '../format-money.ts'
import type { History, WinBack } from '../history.ts'
import { statusAt } from '../standing.ts'
import type { Metric, Moment } from './metric.ts'
import { isGone, winBackClassOf } from './win-back-class.ts'

interface Words {
  label: string
  meaning: string
  notBegun: string
  since: (day: string) => string
  steps: Plural
  cost: (money: string) => string
  last: (day: string, what: string) => string
  returned: string
  gaveUp: (day: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Win-back',
    meaning: 'What has been done to return them since their last purchase, and what the steps cost.',
    notBegun: 'nobody has begun',
    since: day => `win-back since ${day}`,
    steps: { one: '# step', other: '# steps' },
    cost: money => `cost ${money}`,
    last: (day, what) => `last ${day}: ${what}`,
    returned: 'they came back',
    gaveUp: day => `given up ${day}`,
  },
  ru: {
    label: 'Возврат клиента',
    meaning: 'Что сделано для возврата с последней покупки и во что обошлись шаги.',
    notBegun: 'никто не начал',
    since: day => `возврат клиента с ${day}`,
    steps: { one: '# шаг', few: '# шага', many: '# шагов', other: '# шага' },
    cost: money => `расходы ${money}`,
    last: (day, what) => `последний ${day}: ${what}`,
    returned: 'клиент вернулся',
    gaveUp: day => `прекращено ${day}`,
  },
  lt: {
    label: 'Kliento susigrąžinimas',
    meaning: 'Kas padaryta klientui susigrąžinti nuo paskutinio pirkimo ir kiek žingsniai kainavo.',
    notBegun: 'niekas nepradėjo',
    since: day => `kliento susigrąžinimas nuo ${day}`,
    steps: { one: '# žingsnis', few: '# žingsniai', many: '# žingsnio', other: '# žingsnių' },
    cost: money => `išlaidos ${money}`,
    last: (day, what) => `paskutinis ${day}: ${what}`,
    returned: 'klientas sugrįžo',
    gaveUp: day => `nutraukta ${day}`,
  },
}

/**
 * Of whoever is gone, begun or not; of anybody else the effort of the present silence, or the one that a return came
 * through. Null where there is neither.
 */
export function winBackOf(history: History, moment: Moment): WinBackLine | null {
  const effort = presentEffort(history, moment)
  if (!effort && !isGone(history, moment)) return null
  const found = winBackClassOf(history, moment)
  const outcome = effort && outcomeOf(effort, history, moment)
  const parts = [
    'unknown' in found ? null : found.text,
    ...(effort ? sayEffort(effort, outcome, moment) : [words[moment.locale].notBegun]),
  ]
  return {
    id: effort?.id ?? null,
    since: effort && formatInstant(effort.at),
    class: 'unknown' in found ? found : found.class,
    outcome,
    costMinor: effort ? (costsOf(effort, moment).get(moment.currency) ?? 0) : 0,
    steps: (effort?.steps ?? []).map(({ id, at, channel, what, costMinor, outcome }) => ({
      id,
      at: formatInstant(at),
      channel,
      what,
      costMinor,
      outcome,
    })),
    text: parts.filter(part => part !== null).join('; '),
  }
}

/** The latest effort begun since the last purchase; of whoever just returned, since the one before their return. */
function presentEffort({ rhythm, standing, winBacks }: History, moment: Moment): WinBack | null {
  const isBack = statusAt(standing, moment.today).id === 'returned'
  const silentFrom = isBack
    ? rhythm?.recentDays.findLast(day => day < (standing.returnedDay ?? day))
    : rhythm?.lastDay
  const begun = ({ at }: WinBack) => dayOf(at, moment.timeZone)
  return winBacks.findLast(effort => begun(effort) >= (silentFrom ?? begun(effort))) ?? null
}

/** Bought again after it: returned, whether somebody said so or not. */
function outcomeOf(effort: WinBack, { standing }: History, moment: Moment): WinBack['outcome'] {
  const isBack = statusAt(standing, moment.today).id === 'returned'
  const isBefore = dayOf(effort.at, moment.timeZone) <= (standing.returnedDay ?? Number.NEGATIVE_INFINITY)
  return effort.outcome ?? (isBack && isBefore ? 'returned' : null)
}

/** By currency, in minor units; a cost without one is in the workspace's. */
function costsOf({ steps }: WinBack, { currency: own }: Moment): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { costMinor, currency } of steps) {
    if (costMinor !== null) sums.set(currency ?? own, (sums.get(currency ?? own) ?? 0) + costMinor)
  }
  return sums
}

function sayEffort(effort: WinBack, outcome: WinBack['outcome'], moment: Moment): string[] {
  const { locale, today, timeZone } = moment
  const { since, steps, cost, last, returned, gaveUp } = words[locale]
  const day = (at: number) => formatDay(locale, dayOf(at, timeZone), today)
  const money = [...costsOf(effort, moment)].map(([currency, minor]) => formatMoney(locale, minor, currency))
  const latest = effort.steps.at(-1)
  const done = [
    count(locale, steps, effort.steps.length),
    ...(money.length > 0 ? [cost(money.join(' + '))] : []),
  ]
  const ends = { returned, gave_up: gaveUp(day(effort.closedAt ?? moment.at)) }
  return [
    `${since(day(effort.at))}: ${done.join(', ')}`,
    ...(latest
      ? [last(day(latest.at), [latest.what, ...(latest.outcome ? [latest.outcome] : [])].join(' — '))]
      : []),
    ...(outcome ? [ends[outcome]] : []),
  ]
}

export const winBack: Metric = {
  id: 'win-back',
  fact(history, moment) {
    const effort = presentEffort(history, moment)
    if (!effort) return null
    const { label, meaning } = words[moment.locale]
    const text = sayEffort(effort, outcomeOf(effort, history, moment), moment).join('; ')
    return { id: 'win-back', label, text, tone: 'plain', meaning }
  },
}
