// Departure: why a customer left, as they said and as it turned out, and whether that still exists here.

import { departureReasonName } from '../../shared/departure-reasons.ts'
import { asSentence, formatDay, type Locale } from '../../shared/locale.ts'
import type { DepartureLine, Tone } from '../../shared/snapshot.ts'
import { dayOf, formatInstant, formatLocalDate } from '../../shared/time.ts'
import { fragileReturn } from '../fragile-return.ts'
import type { Departure, History } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  left: (day: string) => string
  leaves: (day: string) => string
  said: (cause: string) => string
  real: (cause: string) => string
  notConfirmed: string
  fixed: (day: string) => string
  notFixed: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Why they left',
    meaning:
      'What they said, and what it turned out to be. Shown while they are gone, and after a return for as long as it is new.',
    left: day => `left ${day}`,
    leaves: day => `leaves ${day}`,
    said: cause => `said: ${cause}`,
    real: cause => `real: ${cause}`,
    notConfirmed: 'the real cause is not confirmed',
    fixed: day => `fixed since ${day}`,
    notFixed: 'not fixed yet',
  },
  ru: {
    label: 'Причина ухода',
    meaning:
      'Что клиент назвал и что подтвердилось. Видно, пока его нет, и после возвращения, пока оно недавнее.',
    left: day => `ушёл ${day}`,
    leaves: day => `уходит ${day}`,
    said: cause => `названная причина: ${cause}`,
    real: cause => `подтверждённая: ${cause}`,
    notConfirmed: 'настоящая причина не подтверждена',
    fixed: day => `исправлено с ${day}`,
    notFixed: 'ещё не исправлено',
  },
  lt: {
    label: 'Išėjimo priežastis',
    meaning: 'Ką klientas nurodė ir kas pasitvirtino. Matoma, kol jo nėra, ir sugrįžus, kol tai nauja.',
    left: day => `išėjo ${day}`,
    leaves: day => `išeina ${day}`,
    said: cause => `nurodyta priežastis: ${cause}`,
    real: cause => `patvirtinta: ${cause}`,
    notConfirmed: 'tikroji priežastis nepatvirtinta',
    fixed: day => `ištaisyta nuo ${day}`,
    notFixed: 'dar neištaisyta',
  },
}

/** The departure that matters now: of the present silence, a day to come included, or behind a fragile return. */
function presentDeparture(history: History, moment: Moment): Departure | null {
  const { standing, rhythm, departures } = history
  if (standing.departedDay === null) return fragileReturn(history, moment)?.departure ?? null
  const lastBought = rhythm?.lastDay ?? Number.NEGATIVE_INFINITY
  return departures.findLast(({ day }) => day >= lastBought) ?? null
}

/** Null for whoever never left, and for a return that no longer counts as one. */
export function departureOf(history: History, moment: Moment): DepartureLine | null {
  const departure = presentDeparture(history, moment)
  if (!departure) return null
  const { id, day, reasonClass, stated, confirmed, fixedAt } = departure
  return {
    id,
    day: formatLocalDate(day),
    reasonClass,
    stated: departureReasonName(stated, moment.locale),
    confirmed: confirmed === null ? null : departureReasonName(confirmed, moment.locale),
    fixedAt: fixedAt === null ? null : formatInstant(fixedAt),
    text: sayDeparture(departure, moment),
  }
}

/** "Left 12 May. Said: Better price. Real: Slow delivery. Fixed since 1 Sep" */
function sayDeparture({ day, reasonClass, stated, confirmed, fixedAt }: Departure, moment: Moment): string {
  const { locale, today, timeZone } = moment
  const say = words[locale]
  const inWords = (reason: string) => departureReasonName(reason, locale)
  const on = formatDay(locale, day, today)
  const parts = [
    day > today ? say.leaves(on) : say.left(on),
    say.said(inWords(stated)),
    confirmed === null ? say.notConfirmed : say.real(inWords(confirmed)),
  ]
  if (fixedAt !== null) parts.push(say.fixed(formatDay(locale, dayOf(fixedAt, timeZone), today)))
  // What lies with a competitor or the customer is not ours to fix.
  else if (reasonClass === 'us') parts.push(say.notFixed)
  // A date may end with a full stop already: "5 мар."
  return parts
    .map(part => asSentence(locale, part))
    .reduce((said, part) => `${said.replace(/\.$/, '')}. ${part}`)
}

function toneOf({ standing }: History, { fixedAt, reasonClass }: Departure): Tone {
  if (standing.departedDay !== null) return 'bad'
  return reasonClass === 'us' && fixedAt === null ? 'warn' : 'plain'
}

export const departure: Metric = {
  id: 'departure',
  fact(history, moment) {
    const present = presentDeparture(history, moment)
    if (!present) return null
    const { label, meaning } = words[moment.locale]
    const text = sayDeparture(present, moment)
    return { id: 'departure', label, text, tone: toneOf(history, present), meaning }
  },
}
