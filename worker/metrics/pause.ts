// Pauses: silence that is excused, with why and until when. While one runs, the clock of a silence stands still.

import { formatDay, type Locale } from '../../shared/locale.ts'
import type { PauseLine } from '../../shared/snapshot.ts'
import { formatLocalDate } from '../../shared/time.ts'
import type { History, Pause } from '../history.ts'
import { mergePauses, silentDays } from '../pauses.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  runs: (until: string) => string
  runsWithoutEnd: (from: string) => string
  planned: (from: string, until: string) => string
  plannedWithoutEnd: (from: string) => string
  over: (from: string, until: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Pause',
    meaning:
      'Silence that is explained. Its days, the first and the last included, count for no gap and no risk.',
    runs: until => `paused until ${until}`,
    runsWithoutEnd: from => `paused since ${from}, no end known`,
    planned: (from, until) => `pause from ${from} to ${until}`,
    plannedWithoutEnd: from => `pause from ${from} on, no end known`,
    over: (from, until) => `was paused from ${from} to ${until}`,
  },
  ru: {
    label: 'Пауза',
    meaning:
      'Причина молчания известна. Дни паузы, включая первый и последний, не входят ни в перерыв, ни в риск.',
    runs: until => `пауза до ${until}`,
    runsWithoutEnd: from => `пауза с ${from}, конец неизвестен`,
    planned: (from, until) => `будет пауза с ${from} до ${until}`,
    plannedWithoutEnd: from => `будет пауза с ${from}, конец неизвестен`,
    over: (from, until) => `была пауза с ${from} до ${until}`,
  },
  lt: {
    label: 'Pauzė',
    meaning:
      'Tylos priežastis žinoma. Pauzės dienos, pirma ir paskutinė taip pat, neskaičiuojamos nei į tarpą, nei į riziką.',
    runs: until => `pauzė iki ${until}`,
    runsWithoutEnd: from => `pauzė nuo ${from}, pabaiga nežinoma`,
    planned: (from, until) => `bus pauzė nuo ${from} iki ${until}`,
    plannedWithoutEnd: from => `bus pauzė nuo ${from}, pabaiga nežinoma`,
    over: (from, until) => `buvo pauzė nuo ${from} iki ${until}`,
  },
}

/** Whole days of silence since a purchase, those of a pause left out; 0 where the purchase is still to come. */
export function silenceSince(day: number, { pauses }: History, today: number): number {
  const paused = mergePauses(pauses.map(({ fromDay, untilDay }) => [fromDay, untilDay]))
  return Math.max(0, silentDays(day, today, paused))
}

/** The pause that today is in, the longest of several; null outside of any. */
export function runningPause({ pauses }: History, today: number): Pause | null {
  const running = pauses.filter(
    ({ fromDay, untilDay }) => fromDay <= today && (untilDay === null || untilDay >= today),
  )
  const endOf = ({ untilDay }: Pause) => untilDay ?? Number.POSITIVE_INFINITY
  return running.toSorted((one, other) => endOf(other) - endOf(one))[0] ?? null
}

/** "paused until 3 Dec"; null where today is in no pause. */
export function sayRunningPause(history: History, moment: Moment): string | null {
  const running = runningPause(history, moment.today)
  return running && sayDays(running, moment)
}

/** Every pause of the present silence and those to come, oldest first; one that ends before it begins is none. */
export function pauseLines(history: History, moment: Moment): PauseLine[] {
  return history.pauses
    .filter(({ fromDay, untilDay }) => untilDay === null || untilDay >= fromDay)
    .toSorted((one, other) => one.fromDay - other.fromDay)
    .map(pause => ({
      id: pause.id,
      from: formatLocalDate(pause.fromDay),
      until: pause.untilDay === null ? null : formatLocalDate(pause.untilDay),
      reason: pause.reason,
      text: sayPause(pause, moment),
    }))
}

function sayPause(pause: Pause, moment: Moment): string {
  const said = sayDays(pause, moment)
  return pause.reason === '' ? said : `${said}: ${pause.reason}`
}

function sayDays({ fromDay, untilDay }: Pause, { locale, today }: Moment): string {
  const { runs, runsWithoutEnd, planned, plannedWithoutEnd, over } = words[locale]
  const from = formatDay(locale, fromDay, today)
  if (untilDay === null) return fromDay > today ? plannedWithoutEnd(from) : runsWithoutEnd(from)
  const until = formatDay(locale, untilDay, today)
  if (fromDay > today) return planned(from, until)
  return untilDay < today ? over(from, until) : runs(until)
}

export const pause: Metric = {
  id: 'pause',
  fact(history, moment) {
    const { label, meaning } = words[moment.locale]
    const notOver = pauseLines(history, moment).filter(
      ({ until }) => until === null || until >= formatLocalDate(moment.today),
    )
    if (notOver.length === 0) return null
    return { id: 'pause', label, text: notOver.map(({ text }) => text).join('; '), tone: 'plain', meaning }
  },
}
