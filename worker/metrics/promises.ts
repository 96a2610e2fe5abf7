// Promises: what we told them we would do, by when, and whether we did. A broken one stays owed until somebody
// apologises for it or keeps it after all.

import { count, formatDay, type Locale, type Plural } from '../../shared/locale.ts'
import type { PromiseLine, PromiseState, Tone } from '../../shared/snapshot.ts'
import { dayOf, formatInstant, formatLocalDate } from '../../shared/time.ts'
import type { History, Promised } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  none: string
  nothingOpen: string
  open: (due: string) => string
  dueTomorrow: string
  due: string
  kept: (day: string) => string
  broken: (due: string) => string
  daysLate: Plural
  apologised: (day: string) => string
  moved: (first: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Promises',
    meaning:
      'What we told them we would do. Broken from the day after it was due, and shown until somebody apologises.',
    none: 'nothing promised yet',
    nothingOpen: 'nothing promised is open',
    open: due => `promised for ${due}`,
    dueTomorrow: 'due tomorrow',
    due: 'due today',
    kept: day => `kept ${day}`,
    broken: due => `promised for ${due}, broken`,
    daysLate: { one: '# day late', other: '# days late' },
    apologised: day => `apologised ${day}`,
    moved: first => `moved from ${first}`,
  },
  ru: {
    label: 'Обещания',
    meaning: 'Что мы обещали сделать. Нарушено со дня после срока и видно, пока не извинятся.',
    none: 'обещаний ещё не было',
    nothingOpen: 'открытых обещаний нет',
    open: due => `открыто, срок ${due}`,
    dueTomorrow: 'срок завтра',
    due: 'срок сегодня',
    kept: day => `выполнено ${day}`,
    broken: due => `нарушено, срок был ${due}`,
    daysLate: {
      one: 'опоздание # день',
      few: 'опоздание # дня',
      many: 'опоздание # дней',
      other: 'опоздание # дня',
    },
    apologised: day => `извинились ${day}`,
    moved: first => `срок перенесён с ${first}`,
  },
  lt: {
    label: 'Pažadai',
    meaning: 'Ką pažadėjome padaryti. Netesėtas nuo kitos dienos po termino ir rodomas, kol atsiprašoma.',
    none: 'dar nieko nežadėta',
    nothingOpen: 'neįvykdytų pažadų nėra',
    open: due => `duotas, terminas ${due}`,
    dueTomorrow: 'terminas rytoj',
    due: 'terminas šiandien',
    kept: day => `ištesėtas ${day}`,
    broken: due => `netesėtas, terminas buvo ${due}`,
    daysLate: {
      one: 'pavėluota # dieną',
      few: 'pavėluota # dienas',
      many: 'pavėluota # dienos',
      other: 'pavėluota # dienų',
    },
    apologised: day => `atsiprašyta ${day}`,
    moved: first => `terminas nukeltas, buvo ${first}`,
  },
}

/** Of those kept or apologised for, the latest are shown. */
const mostSettled = 10

/** Where a promise stands on a day: the due day itself still keeps it. */
export function promiseState({ dueDay, keptAt }: Promised, today: number): PromiseState {
  if (keptAt !== null) return 'kept'
  if (dueDay === today) return 'due'
  return dueDay < today ? 'broken' : 'open'
}

/** Is there something to do about it: not kept, and where it was broken, not apologised for? */
function isOwed(promise: Promised, today: number): boolean {
  const state = promiseState(promise, today)
  return state === 'open' || state === 'due' || (state === 'broken' && promise.apologisedAt === null)
}

/** Days by which it was missed, or is by now; 0 for one kept in time and one not due yet. */
export function daysLate({ dueDay, keptAt }: Promised, { today, timeZone }: Moment): number {
  return Math.max(0, (keptAt === null ? today : dayOf(keptAt, timeZone)) - dueDay)
}

/** What we owe, the longest overdue first, then the latest of what is settled. */
export function promiseLines({ promises }: History, moment: Moment): PromiseLine[] {
  const { today } = moment
  const owed = promises.filter(promise => isOwed(promise, today)).sort(soonestFirst)
  const settled = promises.filter(promise => !isOwed(promise, today)).sort(soonestFirst)
  return [...owed, ...settled.slice(-mostSettled).reverse()].map(promise => promiseLine(promise, moment))
}

function soonestFirst(one: Promised, other: Promised): number {
  return one.dueDay - other.dueDay
}

function promiseLine(promise: Promised, moment: Moment): PromiseLine {
  const { id, what, dueDay, firstDueDay, keptAt, apologisedAt } = promise
  return {
    id,
    what,
    state: promiseState(promise, moment.today),
    due: formatLocalDate(dueDay),
    firstDue: formatLocalDate(firstDueDay),
    keptAt: keptAt === null ? null : formatInstant(keptAt),
    apologisedAt: apologisedAt === null ? null : formatInstant(apologisedAt),
    text: `${what}, ${sayPromise(promise, moment)}`,
    tone: toneOf(promise, moment.today),
  }
}

function toneOf(promise: Promised, today: number): Tone {
  switch (promiseState(promise, today)) {
    case 'broken':
      return promise.apologisedAt === null ? 'bad' : 'plain'
    case 'due':
      return 'warn'
    case 'kept':
      return 'good'
    case 'open':
      return 'plain'
  }
}

/** "promised for 18 Nov, broken, 5 days late", with where its date was moved from and the apology. */
function sayPromise(promise: Promised, moment: Moment): string {
  const { locale, today, timeZone } = moment
  const say = words[locale]
  const { dueDay, firstDueDay, apologisedAt } = promise
  const day = (number: number) => formatDay(locale, number, today)
  const late = daysLate(promise, moment)
  return [
    sayState(promise, moment),
    late > 0 && count(locale, say.daysLate, late),
    firstDueDay !== dueDay && say.moved(day(firstDueDay)),
    apologisedAt !== null && say.apologised(day(dayOf(apologisedAt, timeZone))),
  ]
    .filter(part => part !== false)
    .join(', ')
}

function sayState(promise: Promised, { locale, today, timeZone }: Moment): string {
  const say = words[locale]
  const { dueDay, keptAt } = promise
  const due = formatDay(locale, dueDay, today)
  switch (promiseState(promise, today)) {
    case 'open':
      return dueDay === today + 1 ? say.dueTomorrow : say.open(due)
    case 'due':
      return say.due
    case 'kept':
      return say.kept(formatDay(locale, dayOf(keptAt ?? 0, timeZone), today))
    case 'broken':
      return say.broken(due)
  }
}

/** Broken and nobody has apologised: the longest overdue first. */
export function brokenPromises({ promises }: History, today: number): Promised[] {
  return promises
    .filter(promise => promiseState(promise, today) === 'broken' && promise.apologisedAt === null)
    .sort(soonestFirst)
}

export const promises: Metric = {
  id: 'promises',
  fact(history, moment) {
    const { label, meaning, none, nothingOpen } = words[moment.locale]
    const owed = history.promises.filter(promise => isOwed(promise, moment.today)).sort(soonestFirst)
    const [first] = owed
    const idle = history.promises.length === 0 ? none : nothingOpen
    const text = owed.map(promise => `${promise.what}, ${sayPromise(promise, moment)}`).join('; ') || idle
    const tone = first ? toneOf(first, moment.today) : 'plain'
    return { id: 'promises', label, text, tone, meaning }
  },
}
