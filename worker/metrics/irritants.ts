// Irritants: what annoyed this customer, by category, and how often we repeated it.

import { irritantCategoryName } from '../../shared/irritant-categories.ts'
import { count, formatDay, type Locale, type Plural } from '../../shared/locale.ts'
import type { IrritantGroup } from '../../shared/snapshot.ts'
import { dayOf, formatInstant, formatLocalDate } from '../../shared/time.ts'
import { type CauseOfLeaving, causeOfLeaving } from '../fragile-return.ts'
import type { History, Irritant } from '../history.ts'
import type { Metric, Moment } from './metric.ts'
import { personName } from './people.ts'

/** One repeat is forgiven, regular ones drive people away. */
const regularFrom = 3

interface Words {
  label: string
  meaning: string
  none: string
  times: Plural
  solved: (day: string) => string
  open: string
  reopened: (day: string) => string
  regular: string
  causeAgain: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'What annoys',
    meaning:
      'Logged by category; the same category again is a repeat, after a fix it counts double. Open until somebody solves it. One repeat is forgiven, from the third time on it drives people away.',
    none: 'Nothing logged. That does not mean nothing is wrong',
    times: { one: 'once', other: '# times' },
    solved: day => `solved ${day}`,
    open: 'not solved',
    reopened: day => `not solved, again after it was solved ${day}`,
    regular: 'The third time and more: this drives people away',
    causeAgain: 'This is what they had left for',
  },
  ru: {
    label: 'Что раздражает',
    meaning:
      'Записывается по видам; тот же вид снова — повтор, после решения он считается вдвойне. Открыто, пока не решат. Один повтор прощают, с третьего раза клиенты уходят.',
    none: 'Ничего не записано. Это не значит, что всё хорошо',
    times: { one: '# раз', few: '# раза', many: '# раз', other: '# раза' },
    solved: day => `решено ${day}`,
    open: 'не решено',
    reopened: day => `не решено, повтор после решения ${day}`,
    regular: 'В третий раз и больше: от этого уходят',
    causeAgain: 'Из-за этого уже уходили',
  },
  lt: {
    label: 'Kas erzina',
    meaning:
      'Žymima pagal rūšį; ta pati rūšis vėl – pasikartojimas, po sprendimo jis skaičiuojamas dvigubai. Atvira, kol kas nors išspręs. Vieną pasikartojimą atleidžia, nuo trečio karto žmonės išeina.',
    none: 'Nieko nepažymėta. Tai nereiškia, kad viskas gerai',
    times: { one: '# kartą', few: '# kartus', many: '# karto', other: '# kartų' },
    solved: day => `išspręsta ${day}`,
    open: 'neišspręsta',
    reopened: day => `neišspręsta, pasikartojo po sprendimo ${day}`,
    regular: 'Trečią kartą ir daugiau: dėl to išeinama',
    causeAgain: 'Dėl to jau buvo išėję',
  },
}

/** One category's occurrences, oldest first. */
export interface Annoyance {
  category: string
  occurrences: readonly [Irritant, ...Irritant[]]
  /** One after a fix counts double, since it was said to be solved; what they had left for, three times. */
  repeats: number
  /** Null while an occurrence is open. */
  solvedAt: number | null
  /** When it was said to be solved before it happened again; null where it never was. */
  fixFailedAt: number | null
  /** It is what they had left for, and happened after their return. */
  isCauseAgain: boolean
}

/** What a repeat counts. */
const repeatWeights = { plain: 1, afterFix: 2, causeOfLeaving: 3 }

/** The customer's irritants by category: open ones first, then the most repeated, then the latest. */
export function annoyancesOf(history: History, moment: Moment): Annoyance[] {
  return annoyances(history.irritants, causeOfLeaving(history, moment))
}

/** The same of irritants alone, oldest first. @param cause what they had left for, where they are back. */
export function annoyances(irritants: readonly Irritant[], cause: CauseOfLeaving | null = null): Annoyance[] {
  const byCategory = new Map<string, [Irritant, ...Irritant[]]>()
  for (const irritant of irritants) {
    const known = byCategory.get(irritant.category)
    if (known) known.push(irritant)
    else byCategory.set(irritant.category, [irritant])
  }
  return [...byCategory]
    .map(([category, occurrences]) =>
      annoyance(category, occurrences, cause?.category === category ? cause.since : null),
    )
    .sort(worstFirst)
}

function annoyance(
  category: string,
  occurrences: readonly [Irritant, ...Irritant[]],
  returnedAt: number | null,
): Annoyance {
  let repeats = 0
  let fixFailedAt: number | null = null
  let isCauseAgain = false
  /** When everything so far was solved; null while something is open, and at first. */
  let solvedAt: number | null = null
  let isOpen = false
  occurrences.forEach((irritant, index) => {
    const isAfterFix = !isOpen && solvedAt !== null && solvedAt <= irritant.at
    const isCause = returnedAt !== null && irritant.at >= returnedAt
    if (isCause) repeats += repeatWeights.causeOfLeaving
    else if (index > 0) repeats += isAfterFix ? repeatWeights.afterFix : repeatWeights.plain
    if (isAfterFix) fixFailedAt = solvedAt
    isCauseAgain ||= isCause
    isOpen ||= irritant.solvedAt === null
    solvedAt = isOpen ? null : Math.max(solvedAt ?? 0, irritant.solvedAt ?? 0)
  })
  return { category, occurrences, repeats, solvedAt, fixFailedAt, isCauseAgain }
}

/** Has it happened so often that it drives people away? The cause of leaving has as soon as it is back. */
export function isRegular({ occurrences, isCauseAgain }: Annoyance): boolean {
  return occurrences.length >= regularFrom || isCauseAgain
}

function worstFirst(one: Annoyance, other: Annoyance): number {
  return (
    Number(one.solvedAt !== null) - Number(other.solvedAt !== null) ||
    other.occurrences.length - one.occurrences.length ||
    latest(other).at - latest(one).at
  )
}

function latest({ occurrences }: Annoyance): Irritant {
  return occurrences.at(-1) ?? occurrences[0]
}

/** What to call an annoyance in a sentence: the latest note says more than the category. */
export function annoyanceName(annoyance: Annoyance, locale: Locale): string {
  const noted = annoyance.occurrences.findLast(({ note }) => note !== null)
  return noted?.note ?? irritantCategoryName(annoyance.category, locale)
}

export function irritantGroups(history: History, moment: Moment): IrritantGroup[] {
  return annoyancesOf(history, moment).map(group => ({
    ...irritantGroup(group, moment),
    person: personName(history, latest(group).personId),
  }))
}

export function irritantGroup(group: Annoyance, moment: Moment): IrritantGroup {
  const { occurrences, solvedAt } = group
  return {
    id: latest(group).id,
    category: group.category,
    name: irritantCategoryName(group.category, moment.locale),
    note: occurrences.findLast(({ note }) => note !== null)?.note ?? null,
    count: occurrences.length,
    firstAt: formatInstant(occurrences[0].at),
    lastAt: formatInstant(latest(group).at),
    days: occurrences.map(({ at }) => formatLocalDate(dayOf(at, moment.timeZone))),
    solvedAt: solvedAt === null ? null : formatInstant(solvedAt),
    text: sayAnnoyance(group, moment),
  }
}

/** More days than these stand as the first and the latest. */
const mostDaysSaid = 6

/** "Invoice to wrong address, 3 times: 12 Mar, 30 May, 4 Nov. Not solved", without the sentence's capital. */
function sayAnnoyance(group: Annoyance, moment: Moment): string {
  const { locale, today, timeZone } = moment
  const { times, solved, open, reopened } = words[locale]
  const { occurrences, solvedAt, fixFailedAt } = group
  const day = (at: number) => formatDay(locale, dayOf(at, timeZone), today)
  const days = occurrences.map(({ at }) => day(at))
  const shown = days.length > mostDaysSaid ? [days[0], '…', ...days.slice(-mostDaysSaid + 1)] : days
  const openStill = fixFailedAt === null ? open : reopened(day(fixFailedAt))
  const end = solvedAt === null ? openStill : solved(day(solvedAt))
  return `${annoyanceName(group, locale)}, ${count(locale, times, occurrences.length)}: ${shown.join(', ')} — ${end}`
}

export const irritants: Metric = {
  id: 'irritants',
  fact(history, moment) {
    const { label, meaning, none, regular, causeAgain } = words[moment.locale]
    const groups = annoyancesOf(history, moment)
    const open = groups.filter(({ solvedAt }) => solvedAt === null)
    const isCauseAgain = open.some(group => group.isCauseAgain)
    const isBad = open.some(isRegular)
    const said = groups.map(group => sayAnnoyance(group, moment)).join('; ')
    const warning = isCauseAgain ? causeAgain : regular
    const tone = isBad ? 'bad' : open.length > 0 ? 'warn' : 'plain'
    return { id: 'irritants', label, text: isBad ? `${said}. ${warning}` : said || none, tone, meaning }
  },
}
