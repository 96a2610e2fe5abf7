// Waiting: they wrote and nobody answered; since when, against how fast we usually answer them.

import { count, formatNumber, type Locale, type Plural } from '../../shared/locale.ts'
import type { Tone, Waiting } from '../../shared/snapshot.ts'
import { formatInstant } from '../../shared/time.ts'
import type { Contact, History } from '../history.ts'
import { quantile } from '../rhythm.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: (fallbackHours: string) => string
  noContacts: string
  nobodyWaits: string
  waits: (wait: string, usual: string) => string
  beyond: string
  farBeyond: string
  underAnHour: string
  hours: Plural
  days: Plural
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Waiting for our answer',
    meaning: fallback =>
      `They wrote and nobody answered; a call or a visit is an answer too. Usual is the median of our answers to them, until there are 3 it is ${fallback} hours. From 3 times the usual on it is far beyond usual.`,
    noContacts: 'no contacts recorded',
    nobodyWaits: 'no message is unanswered',
    waits: (wait, usual) => `waiting ${wait}, usually answered within ${usual}`,
    beyond: 'longer than usual',
    farBeyond: 'far beyond usual',
    underAnHour: 'less than an hour',
    hours: { one: '# hour', other: '# hours' },
    days: { one: '# day', other: '# days' },
  },
  ru: {
    label: 'Ждёт нашего ответа',
    meaning: fallback =>
      `Клиент написал, и никто не ответил; звонок или визит — тоже ответ. Обычное время — медиана наших ответов этому клиенту, пока их меньше 3 — ${fallback} ч. От 3 обычных времён — намного дольше обычного.`,
    noContacts: 'контактов не записано',
    nobodyWaits: 'неотвеченных сообщений нет',
    waits: (wait, usual) => `ждёт ${wait}, обычно отвечаем за ${usual}`,
    beyond: 'дольше обычного',
    farBeyond: 'намного дольше обычного',
    underAnHour: 'меньше часа',
    hours: { one: '# час', few: '# часа', many: '# часов', other: '# часа' },
    days: { one: '# день', few: '# дня', many: '# дней', other: '# дня' },
  },
  lt: {
    label: 'Laukia mūsų atsakymo',
    meaning: fallback =>
      `Klientas parašė ir niekas neatsakė; skambutis ar vizitas – irgi atsakymas. Įprastas laikas – mūsų atsakymų jam mediana, kol jų mažiau nei 3 – ${fallback} val. Nuo 3 įprastų laikų – daug ilgiau nei įprastai.`,
    noContacts: 'kontaktų nepažymėta',
    nobodyWaits: 'neatsakytų žinučių nėra',
    waits: (wait, usual) => `laukia ${wait}, paprastai atsakome per ${usual}`,
    beyond: 'ilgiau nei įprastai',
    farBeyond: 'daug ilgiau nei įprastai',
    underAnHour: 'trumpiau nei valandą',
    hours: { one: '# valandą', few: '# valandas', many: '# valandos', other: '# valandų' },
    days: { one: '# dieną', few: '# dienas', many: '# dienos', other: '# dienų' },
  },
}

const hourMs = 3_600_000
/** From so many answers on their median says more than the setting. */
const leastAnswers = 3
/** From so many usual times on a wait is far beyond usual. */
const farBeyond = 3
/** Whoever is answered within minutes is not kept waiting by an hour. */
const leastUsualHours = 1
/** Longer than this is said in days. */
const mostHoursSaid = 48

/** How long they have waited, in hours, and how that compares with usual; a wait equal to a bound is past it. */
export interface Wait {
  /** Epoch milliseconds. */
  since: number
  hours: number
  usualHours: number
  isBeyondUsual: boolean
  isFarBeyondUsual: boolean
}

/** The wait of whoever is waiting now; null while nothing is unanswered. */
export function waitOf({ contacts }: History, { at, settings }: Moment): Wait | null {
  const { answerHours, unansweredSince: since } = exchangeOf(contacts)
  if (since === null) return null
  const usualHours = usualAnswerHours(answerHours, settings.usualAnswerHours)
  const hours = Math.max(0, at - since) / hourMs
  return {
    since,
    hours,
    usualHours,
    isBeyondUsual: hours >= usualHours,
    isFarBeyondUsual: hours >= farBeyond * usualHours,
  }
}

interface Exchange {
  /** Hours from their first unanswered message to our answer, one an answer. */
  answerHours: number[]
  /** Their first message since our last answer. */
  unansweredSince: number | null
}

function exchangeOf(contacts: readonly Contact[]): Exchange {
  const answerHours: number[] = []
  let unansweredSince: number | null = null
  for (const contact of contacts) {
    if (isMessageOfTheirs(contact)) {
      unansweredSince ??= contact.at
    } else if (unansweredSince !== null) {
      answerHours.push((contact.at - unansweredSince) / hourMs)
      unansweredSince = null
    }
  }
  return { answerHours, unansweredSince }
}

/** Who calls or visits is talking to us: that leaves nothing unanswered. */
function isMessageOfTheirs({ direction, channel }: Contact): boolean {
  return direction === 'in' && channel !== 'phone' && channel !== 'visit'
}

function usualAnswerHours(answerHours: readonly number[], fallback: number): number {
  if (answerHours.length < leastAnswers) return fallback
  return Math.max(leastUsualHours, quantile(Float64Array.from(answerHours).sort(), 0.5))
}

/** The wait with its words; null while nothing is unanswered. */
export function waitingOf(history: History, moment: Moment): Waiting | null {
  const wait = waitOf(history, moment)
  if (!wait) return null
  const { since, hours, usualHours, isBeyondUsual } = wait
  return {
    since: formatInstant(since),
    hours,
    usualHours,
    isBeyondUsual,
    text: sayWait(wait, moment.locale),
    tone: toneOf(wait),
  }
}

function sayWait({ hours, usualHours, isBeyondUsual, isFarBeyondUsual }: Wait, locale: Locale): string {
  const { waits, beyond, farBeyond } = words[locale]
  const said = waits(sayHours(hours, locale), sayHours(usualHours, locale))
  if (isFarBeyondUsual) return `${said}: ${farBeyond}`
  return isBeyondUsual ? `${said}: ${beyond}` : said
}

/** `5 hours`, `3 days`: whole ones, as an object of waiting (accusative). */
export function sayHours(hours: number, locale: Locale): string {
  const { underAnHour, hours: hourForms, days } = words[locale]
  if (hours < 1) return underAnHour
  return hours < mostHoursSaid
    ? count(locale, hourForms, Math.floor(hours))
    : count(locale, days, Math.floor(hours / 24))
}

function toneOf({ isBeyondUsual, isFarBeyondUsual }: Wait): Tone {
  if (isFarBeyondUsual) return 'bad'
  return isBeyondUsual ? 'warn' : 'plain'
}

export const waiting: Metric = {
  id: 'waiting',
  fact(history, moment) {
    const { label, meaning, noContacts, nobodyWaits } = words[moment.locale]
    const wait = waitOf(history, moment)
    const idle = history.contacts.length === 0 ? noContacts : nobodyWaits
    return {
      id: 'waiting',
      label,
      text: wait ? sayWait(wait, moment.locale) : idle,
      tone: wait ? toneOf(wait) : 'plain',
      meaning: meaning(formatNumber(moment.locale, moment.settings.usualAnswerHours)),
    }
  },
}
