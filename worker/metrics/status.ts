// Status: where a customer stands, decided by comparing today with the days on which the present silence
// crosses the rule's thresholds. A value equal to a threshold is past it.

import { count, formatDay, type Locale, type Plural } from '../../shared/locale.ts'
import type { Status, StatusId, Tone, Unknown } from '../../shared/snapshot.ts'
import { formatLocalDate } from '../../shared/time.ts'
import type { Rhythm } from '../rhythm.ts'
import { gapDays } from './gap.ts'
import { intervalOf, typicalInterval } from './interval.ts'
import type { History, Metric, Moment } from './metric.ts'

/** A return counts as one for so many intervals, or until the second later purchase, whichever is first. */
const intervalsUntilSettled = 2

interface Words {
  label: string
  meaning: string
  prospect: string
  new: string
  once: Plural
  active: string
  late: (since: string) => string
  lost: (since: string) => string
  returned: Plural
  departed: string
  noPurchase: string
  onlyOnce: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Status',
    meaning:
      'Slipping from 1.5 usual gaps without a purchase, presumed lost from 3. Provisional rule: your admin has not picked one yet.',
    prospect: 'prospect',
    new: 'new',
    once: { one: 'bought once, # day ago', other: 'bought once, # days ago' },
    active: 'on time',
    late: since => `slipping since ${since}`,
    lost: since => `presumed lost since ${since}`,
    returned: { one: 'came back # day ago', other: 'came back # days ago' },
    departed: 'left, told us',
    noPurchase: 'no purchase yet',
    onlyOnce: 'bought once: never called slipping',
  },
  ru: {
    label: 'Состояние',
    meaning:
      'Засыпает — после 1,5 обычных перерывов без покупок, считается потерянным — после 3. Правило временное: администратор ещё не выбрал своё.',
    prospect: 'потенциальный клиент',
    new: 'клиент: новый',
    once: {
      one: 'купил один раз, # день назад',
      few: 'купил один раз, # дня назад',
      many: 'купил один раз, # дней назад',
      other: 'купил один раз, # дня назад',
    },
    active: 'покупает в срок',
    late: since => `засыпает с ${since}`,
    lost: since => `клиент: потерянный, с ${since}`,
    returned: {
      one: 'вернулся # день назад',
      few: 'вернулся # дня назад',
      many: 'вернулся # дней назад',
      other: 'вернулся # дня назад',
    },
    departed: 'ушёл, сам сообщил',
    noPurchase: 'покупок ещё нет',
    onlyOnce: 'купил один раз: засыпающим не считается',
  },
  lt: {
    label: 'Būsena',
    meaning:
      'Vėluoja pirkti – praėjus 1,5 įprasto tarpo be pirkimų, laikomas prarastu – praėjus 3. Taisyklė laikina: administratorius dar nepasirinko savos.',
    prospect: 'potencialus klientas',
    new: 'naujas klientas',
    once: {
      one: 'pirko vieną kartą, prieš # dieną',
      few: 'pirko vieną kartą, prieš # dienas',
      many: 'pirko vieną kartą, prieš # dienos',
      other: 'pirko vieną kartą, prieš # dienų',
    },
    active: 'perka laiku',
    late: since => `vėluoja pirkti nuo ${since}`,
    lost: since => `laikomas prarastu nuo ${since}`,
    returned: {
      one: 'sugrįžo prieš # dieną',
      few: 'sugrįžo prieš # dienas',
      many: 'sugrįžo prieš # dienos',
      other: 'sugrįžo prieš # dienų',
    },
    departed: 'išėjo, pats pranešė',
    noPurchase: 'pirkimų dar nėra',
    onlyOnce: 'pirko vieną kartą: vėluojančiu nelaikomas',
  },
}

const tones: Record<StatusId, Tone> = {
  prospect: 'plain',
  new: 'good',
  once: 'plain',
  active: 'good',
  late: 'warn',
  lost: 'bad',
  returned: 'warn',
  departed: 'bad',
}

/** Local day numbers around the present silence; null where the status has no such day. */
export interface Standing {
  id: StatusId
  since: number | null
  lateDay: number | null
  lostDay: number | null
}

/** The day on which `multiple` intervals of silence are over; the tolerance keeps 4/3 x 91.5 from being a day late. */
export function crossingDay(lastPurchaseDay: number, multiple: number, intervalDays: number): number {
  return lastPurchaseDay + Math.ceil(multiple * intervalDays - 1e-9)
}

/** Where the customer stands today under the rule's `late` and `lost`. */
export function standingOf(history: History, moment: Moment): Standing {
  const { rhythm } = history
  if (!rhythm) return { id: 'prospect', since: null, lateDay: null, lostDay: null }
  const { late, lost } = moment.settings.rule
  const last = rhythm.lastDay
  const { days: interval } = intervalOf(history, moment)
  const lostDay = crossingDay(last, lost, interval)
  if (rhythm.gapCount === 0) {
    const onceDay = crossingDay(last, 1, interval)
    return moment.today < onceDay
      ? { id: 'new', since: last, lateDay: null, lostDay }
      : { id: 'once', since: onceDay, lateDay: null, lostDay }
  }
  const lateDay = crossingDay(last, late, interval)
  if (moment.today >= lostDay) return { id: 'lost', since: lostDay, lateDay, lostDay }
  if (moment.today >= lateDay) return { id: 'late', since: lateDay, lateDay, lostDay }
  const returnDay = returnedOn(rhythm, interval, moment)
  return returnDay === null
    ? { id: 'active', since: last, lateDay, lostDay }
    : { id: 'returned', since: returnDay, lateDay, lostDay }
}

/** The day of a purchase that came after `lost`, while it still counts as a return; else null. */
function returnedOn({ latestGaps }: Rhythm, interval: number, moment: Moment): number | null {
  const { lost } = moment.settings.rule
  const comeback = latestGaps.find(
    ({ gap, intervalBefore }) => gap >= crossingDay(0, lost, intervalBefore ?? typicalInterval(moment)),
  )
  if (!comeback || moment.today >= crossingDay(comeback.day, intervalsUntilSettled, interval)) return null
  return comeback.day
}

/** The status with its days and words. */
export function statusOf(history: History, moment: Moment): Status {
  const standing = standingOf(history, moment)
  const { noPurchase, onlyOnce } = words[moment.locale]
  const date = (day: number | null, reason: string): string | Unknown =>
    day === null ? { unknown: reason } : formatLocalDate(day)
  return {
    id: standing.id,
    since: date(standing.since, noPurchase),
    lateAt: date(standing.lateDay, history.rhythm ? onlyOnce : noPurchase),
    lostAt: date(standing.lostDay, noPurchase),
    text: sayStatus(standing, history, moment),
    tone: tones[standing.id],
  }
}

function sayStatus({ id, since }: Standing, history: History, moment: Moment): string {
  const { locale, today } = moment
  const say = words[locale]
  const date = formatDay(locale, since ?? today, today)
  switch (id) {
    case 'late':
      return say.late(date)
    case 'lost':
      return say.lost(date)
    case 'once': {
      const days = gapDays(history, moment)
      return typeof days === 'number' ? count(locale, say.once, days) : days.unknown
    }
    case 'returned':
      return count(locale, say.returned, today - (since ?? today))
    default:
      return say[id]
  }
}

export const status: Metric = {
  id: 'status',
  fact(history, moment) {
    const { text, tone } = statusOf(history, moment)
    const { label, meaning } = words[moment.locale]
    return { id: 'status', label, text, tone, meaning }
  },
}
