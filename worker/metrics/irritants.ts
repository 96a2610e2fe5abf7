// Irritants: what annoyed this customer, by category, and how often we repeated it.

import { irritantCategoryName } from '../../shared/irritant-categories.ts'
import { count, formatDay, type Locale, type Plural } from '../../shared/locale.ts'
import type { IrritantGroup } from '../../shared/snapshot.ts'
import { dayOf, formatInstant, formatLocalDate } from '../../shared/time.ts'
import type { History, Irritant, Metric, Moment } from './metric.ts'

/** One repeat is forgiven, regular ones drive people away. */
export const regularFrom = 3

interface Words {
  label: string
  meaning: string
  none: string
  times: Plural
  solved: (day: string) => string
  open: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'What annoys',
    meaning: 'Logged by category; the same category again is a repeat. Open until somebody solves it.',
    none: 'Nothing logged. That does not mean nothing is wrong',
    times: { one: 'once', other: '# times' },
    solved: day => `solved ${day}`,
    open: 'not solved',
  },
  ru: {
    label: 'Что раздражает',
    meaning: 'Записывается по видам; тот же вид снова — повтор. Открыто, пока не решат.',
    none: 'Ничего не записано. Это не значит, что всё хорошо',
    times: { one: '# раз', few: '# раза', many: '# раз', other: '# раза' },
    solved: day => `решено ${day}`,
    open: 'не решено',
  },
  lt: {
    label: 'Kas erzina',
    meaning: 'Žymima pagal rūšį; ta pati rūšis vėl – pasikartojimas. Atvira, kol kas nors išspręs.',
    none: 'Nieko nepažymėta. Tai nereiškia, kad viskas gerai',
    times: { one: '# kartą', few: '# kartus', many: '# karto', other: '# kartų' },
    solved: day => `išspręsta ${day}`,
    open: 'neišspręsta',
  },
}

/** One category's occurrences, oldest first. */
export interface Annoyance {
  category: string
  occurrences: readonly [Irritant, ...Irritant[]]
  /** Repeats; one after a fix counts double, since it was said to be solved. */
  repeats: number
  /** Null while the latest occurrence is open. */
  solvedAt: number | null
}

/** The customer's irritants by category: open ones first, then the most repeated, then the latest. */
export function annoyances(history: History): Annoyance[] {
  const byCategory = new Map<string, [Irritant, ...Irritant[]]>()
  for (const irritant of history.irritants) {
    const known = byCategory.get(irritant.category)
    if (known) known.push(irritant)
    else byCategory.set(irritant.category, [irritant])
  }
  return [...byCategory].map(([category, occurrences]) => annoyance(category, occurrences)).sort(worstFirst)
}

function annoyance(category: string, occurrences: [Irritant, ...Irritant[]]): Annoyance {
  let repeats = 0
  occurrences.forEach((irritant, index) => {
    if (index === 0) return
    const wasSolved = occurrences
      .slice(0, index)
      .some(({ solvedAt }) => solvedAt !== null && solvedAt <= irritant.at)
    repeats += wasSolved ? 2 : 1
  })
  const open = occurrences.some(({ solvedAt }) => solvedAt === null)
  const solvedAt = open ? null : Math.max(...occurrences.map(irritant => irritant.solvedAt ?? 0))
  return { category, occurrences, repeats, solvedAt }
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
  return annoyances(history).map(group => irritantGroup(group, moment))
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

/** "Invoice to wrong address, 3 times: 12 Mar, 30 May, 4 Nov. Not solved", without the sentence's capital. */
function sayAnnoyance(group: Annoyance, moment: Moment): string {
  const { locale, today, timeZone } = moment
  const { times, solved, open } = words[locale]
  const day = (at: number) => formatDay(locale, dayOf(at, timeZone), today)
  const days = group.occurrences.map(({ at }) => day(at)).join(', ')
  const end = group.solvedAt === null ? open : solved(day(group.solvedAt))
  return `${annoyanceName(group, locale)}, ${count(locale, times, group.occurrences.length)}: ${days} — ${end}`
}

export const irritants: Metric = {
  id: 'irritants',
  fact(history, moment) {
    const { label, meaning, none } = words[moment.locale]
    const groups = annoyances(history)
    const open = groups.filter(({ solvedAt }) => solvedAt === null)
    const isRegular = open.some(({ occurrences }) => occurrences.length >= regularFrom)
    const text = groups.map(group => sayAnnoyance(group, moment)).join('; ') || none
    const tone = isRegular ? 'bad' : open.length > 0 ? 'warn' : 'plain'
    return { id: 'irritants', label, text, tone, meaning }
  },
}
