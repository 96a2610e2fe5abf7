// Voice: what the customer told us and what we did to them, as log-odds of not buying again. What is still open
// does not fade; what was answered, solved or said counts half after each half-life from that day on.

import { formatNumber, type Locale } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import { dayMs, startOfDay } from '../../shared/time.ts'
import { fragileReturn } from '../fragile-return.ts'
import type { History, Promised, Response } from '../history.ts'
import { balanceOf } from './contact-balance.ts'
import { type Annoyance, annoyanceName, annoyancesOf } from './irritants.ts'
import type { Moment } from './metric.ts'
import { groupOf, latestResponse } from './nps.ts'
import { daysLate } from './promises.ts'
import { sayHours, waitOf } from './waiting.ts'

export interface VoiceFact {
  id: string
  logOdds: number
  text: string
}

interface Words {
  unanswered: (score: number) => string
  answered: (score: number) => string
  promoter: (score: number) => string
  irritant: (name: string) => string
  repeated: (name: string, times: number) => string
  causeAgain: (name: string) => string
  broken: (what: string) => string
  brokenBefore: (what: string) => string
  waiting: (wait: string, usual: string) => string
  halved: (lately: string, usual: string) => string
  selling: (sales: string, all: string) => string
  fragile: string
}

/** In the accusative: 2-ą, 3-ią, 13-ą, 23-ią. */
const ordinalLt = (n: number) => `${n}-${n % 10 === 3 && n % 100 !== 13 ? 'ią' : 'ą'}`

const words: Record<Locale, Words> = {
  en: {
    unanswered: score => `${score}/10, nobody followed up`,
    answered: score => `${score}/10, followed up`,
    promoter: score => `${score}/10, recommends us`,
    irritant: name => `Annoyed: ${name}`,
    repeated: (name, times) => `Annoyed ${times} times: ${name}`,
    causeAgain: name => `What they had left for, again: ${name}`,
    broken: what => `Promise broken: ${what}`,
    brokenBefore: what => `Promise broken, then made good: ${what}`,
    waiting: (wait, usual) => `Waits for our answer ${wait}, usually ${usual}`,
    halved: (lately, usual) => `In touch half as often: ${lately} in 30 days, usually ${usual}`,
    selling: (sales, all) => `Too much selling: ${sales} of ${all} contacts`,
    fragile: 'Just came back: handle with care',
  },
  ru: {
    unanswered: score => `${score}/10, по оценке не связались`,
    answered: score => `${score}/10, по оценке связались`,
    promoter: score => `${score}/10, рекомендует нас`,
    irritant: name => `Раздражает: ${name}`,
    repeated: (name, times) => `Раздражает, повтор, в ${times}-й раз: ${name}`,
    causeAgain: name => `Снова то, из-за чего клиент уходил: ${name}`,
    broken: what => `Обещание нарушено: ${what}`,
    brokenBefore: what => `Обещание было нарушено, вину загладили: ${what}`,
    waiting: (wait, usual) => `Ждёт нашего ответа ${wait}, обычно ${usual}`,
    halved: (lately, usual) => `Контакты вдвое реже: ${lately} за 30 дней, обычно ${usual}`,
    selling: (sales, all) => `Слишком много продаж: контактов ${sales} из ${all}`,
    fragile: 'Только что вернулся: требует бережности',
  },
  lt: {
    unanswered: score => `${score}/10, nesusisiekta`,
    answered: score => `${score}/10, susisiekta`,
    promoter: score => `${score}/10, mus rekomenduoja`,
    irritant: name => `Erzina: ${name}`,
    repeated: (name, times) => `Erzina, pasikartojo, ${ordinalLt(times)} kartą: ${name}`,
    causeAgain: name => `Vėl tai, dėl ko klientas buvo išėjęs: ${name}`,
    broken: what => `Pažadas netesėtas: ${what}`,
    brokenBefore: what => `Pažadas buvo netesėtas, paskui atitaisyta: ${what}`,
    waiting: (wait, usual) => `Laukia mūsų atsakymo ${wait}, įprastai ${usual}`,
    halved: (lately, usual) => `Bendrauja perpus rečiau: ${lately} per 30 dienų, įprastai ${usual}`,
    selling: (sales, all) => `Per daug pardavinėjimo: kontaktų ${sales} iš ${all}`,
    fragile: 'Ką tik sugrįžo: elkitės atsargiai',
  },
}

/** In the order in which they enter the risk: score, irritants (worst first), promises, waiting, contacts, return. */
export function voiceFacts(history: History, moment: Moment): VoiceFact[] {
  return [
    scoreFact(latestResponse(history), moment),
    ...annoyancesOf(history, moment).map(group => irritantFact(group, moment)),
    promiseFact(history, moment),
    waitingFact(history, moment),
    ...contactFacts(history, moment),
    fragileFact(history, moment),
  ].filter(fact => fact !== null)
}

function scoreFact(response: Response | null, moment: Moment): VoiceFact | null {
  if (!response) return null
  const { voice } = moment.settings
  const { unanswered, answered, promoter } = words[moment.locale]
  const { score, followedUpAt } = response
  switch (groupOf(score)) {
    case 'promoter':
      return { id: 'promoter', logOdds: voice.promoter * fade(response.at, moment), text: promoter(score) }
    case 'passive':
      return null
    case 'detractor':
      return followedUpAt === null
        ? { id: 'unanswered-detractor', logOdds: voice.unansweredDetractor, text: unanswered(score) }
        : {
            id: 'answered-detractor',
            logOdds: voice.answeredDetractor * fade(followedUpAt, moment),
            text: answered(score),
          }
  }
}

function irritantFact(group: Annoyance, moment: Moment): VoiceFact {
  const { solvedAt, category, repeats } = group
  const weight = irritantWeight(repeats, moment.settings)
  return {
    id: `irritant:${category}`,
    logOdds: solvedAt === null ? weight : weight * fade(solvedAt, moment),
    text: sayIrritant(group, moment.locale),
  }
}

function irritantWeight(repeats: number, { voice }: Settings): number {
  const { openIrritant, firstRepeat, furtherRepeat } = voice
  return openIrritant + (repeats > 0 ? firstRepeat : 0) + Math.max(0, repeats - 1) * furtherRepeat
}

function sayIrritant(group: Annoyance, locale: Locale): string {
  const { irritant, repeated, causeAgain } = words[locale]
  const { occurrences, isCauseAgain } = group
  const name = annoyanceName(group, locale)
  if (isCauseAgain) return causeAgain(name)
  return occurrences.length > 1 ? repeated(name, occurrences.length) : irritant(name)
}

/** The broken promise that weighs most now, and it alone; of equal ones the one missed by most days. */
function promiseFact({ promises }: History, moment: Moment): VoiceFact | null {
  const { broken, brokenBefore } = words[moment.locale]
  const [worst] = promises
    .map(promise => ({ ...promise, late: daysLate(promise, moment), weight: promiseFade(promise, moment) }))
    .filter(({ late }) => late > 0)
    .sort((one, other) => other.weight - one.weight || other.late - one.late)
  if (!worst) return null
  return {
    id: 'broken-promise',
    logOdds: moment.settings.voice.brokenPromise * worst.weight,
    text: settledAt(worst) === null ? broken(worst.what) : brokenBefore(worst.what),
  }
}

function promiseFade(promise: Promised, moment: Moment): number {
  const settled = settledAt(promise)
  return settled === null ? 1 : fade(settled, moment)
}

/** Since when a missed promise is no longer between us: kept after all or apologised for, whichever was first. */
function settledAt({ keptAt, apologisedAt }: Promised): number | null {
  if (keptAt === null || apologisedAt === null) return keptAt ?? apologisedAt
  return Math.min(keptAt, apologisedAt)
}

function waitingFact(history: History, moment: Moment): VoiceFact | null {
  const wait = waitOf(history, moment)
  if (!wait?.isBeyondUsual) return null
  const { locale, settings } = moment
  return {
    id: 'waiting',
    logOdds: settings.voice.waitingBeyondUsual,
    text: words[locale].waiting(sayHours(wait.hours, locale), sayHours(wait.usualHours, locale)),
  }
}

function contactFacts(history: History, moment: Moment): VoiceFact[] {
  const balance = balanceOf(history, moment)
  if (!balance) return []
  const { locale, settings } = moment
  const { halved, selling } = words[locale]
  const number = (n: number) => formatNumber(locale, n)
  const { isHalved, last30Days, usual30Days, isTooMuchSelling, sales, all } = balance
  const facts: VoiceFact[] = []
  if (isHalved) {
    const text = halved(number(last30Days), number(usual30Days ?? 0))
    facts.push({ id: 'contacts-halved', logOdds: settings.voice.contactsHalved, text })
  }
  if (isTooMuchSelling) {
    const text = selling(number(sales), number(all))
    facts.push({ id: 'too-much-selling', logOdds: settings.voice.tooMuchSelling, text })
  }
  return facts
}

function fragileFact(history: History, moment: Moment): VoiceFact | null {
  const back = fragileReturn(history, moment)
  if (!back) return null
  const { locale, settings, timeZone } = moment
  return {
    id: 'fragile',
    logOdds: settings.voice.fragile * fade(startOfDay(back.day, timeZone), moment),
    text: words[locale].fragile,
  }
}

/** 1 on the day itself, 1/2 after one half-life. @param since epoch milliseconds. */
function fade(since: number, { at, settings }: Moment): number {
  return 2 ** -(Math.max(0, at - since) / dayMs / settings.halfLifeDays)
}
