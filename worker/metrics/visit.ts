// Visits: when somebody goes there, what to ask, and what came of it.

import { formatDay, type Locale } from '../../shared/locale.ts'
import type { VisitLine } from '../../shared/snapshot.ts'
import { dayOf, formatInstant, formatLocalDate } from '../../shared/time.ts'
import type { History, Visit } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  today: string
  planned: (day: string) => string
  overdue: (day: string) => string
  done: (day: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Visit',
    meaning: 'The next planned visit with its questions; one whose day has passed stays until it is done.',
    today: 'visit today',
    planned: day => `visit on ${day}`,
    overdue: day => `visit of ${day} not done`,
    done: day => `visited ${day}`,
  },
  ru: {
    label: 'Визит',
    meaning: 'Ближайший намеченный визит с вопросами; просроченный виден, пока не состоится.',
    today: 'визит сегодня',
    planned: day => `визит ${day}`,
    overdue: day => `визит ${day} не состоялся`,
    done: day => `визит состоялся ${day}`,
  },
  lt: {
    label: 'Vizitas',
    meaning: 'Artimiausias planuotas vizitas su klausimais; neįvykęs matomas, kol bus atliktas.',
    today: 'vizitas šiandien',
    planned: day => `vizitas ${day}`,
    overdue: day => `vizitas ${day} neįvyko`,
    done: day => `aplankyta ${day}`,
  },
}

/** The latest visits done, behind all that are still to be. */
const mostDone = 3

/** Those still to be done by their days, then the latest that were done, newest first. */
export function visitLines(history: History, moment: Moment): VisitLine[] {
  return [...toBeDone(history), ...done(history).slice(0, mostDone)].map(visit => ({
    id: visit.id,
    day: formatLocalDate(visit.day),
    questions: [...visit.questions],
    doneAt: visit.doneAt === null ? null : formatInstant(visit.doneAt),
    note: visit.note,
    text: sayVisit(visit, moment),
  }))
}

function toBeDone({ visits }: History): Visit[] {
  return visits.filter(({ doneAt }) => doneAt === null).toSorted((one, other) => one.day - other.day)
}

function done({ visits }: History): Visit[] {
  return visits
    .filter(({ doneAt }) => doneAt !== null)
    .toSorted((one, other) => (other.doneAt ?? 0) - (one.doneAt ?? 0))
}

function sayVisit({ day, doneAt, questions, note }: Visit, { locale, today, timeZone }: Moment): string {
  const say = words[locale]
  if (doneAt !== null)
    return withDetail(say.done(formatDay(locale, dayOf(doneAt, timeZone), today)), note ?? '')
  const on = formatDay(locale, day, today)
  const when = day === today ? say.today : day < today ? say.overdue(on) : say.planned(on)
  return withDetail(when, questions.join('; '))
}

function withDetail(said: string, detail: string): string {
  return detail === '' ? said : `${said}: ${detail}`
}

export const visit: Metric = {
  id: 'visit',
  fact(history, moment) {
    const [next] = toBeDone(history)
    if (!next) return null
    const { label, meaning } = words[moment.locale]
    const tone = next.day < moment.today ? 'warn' : 'plain'
    return { id: 'visit', label, text: sayVisit(next, moment), tone, meaning }
  },
}
