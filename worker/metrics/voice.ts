// Voice: what the customer told us, as log-odds of not buying again. What is still open does not fade; what was
// answered or solved counts half after each half-life from that day on.

import type { Locale } from '../../shared/locale.ts'
import { dayMs } from '../../shared/time.ts'
import { type Annoyance, annoyanceName, annoyances } from './irritants.ts'
import type { History, Moment, Response } from './metric.ts'
import { groupOf, latestResponse } from './nps.ts'

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
  },
  ru: {
    unanswered: score => `${score}/10, по оценке не связались`,
    answered: score => `${score}/10, по оценке связались`,
    promoter: score => `${score}/10, рекомендует нас`,
    irritant: name => `Раздражает: ${name}`,
    repeated: (name, times) => `Раздражает, повтор, в ${times}-й раз: ${name}`,
  },
  lt: {
    unanswered: score => `${score}/10, nesusisiekta`,
    answered: score => `${score}/10, susisiekta`,
    promoter: score => `${score}/10, mus rekomenduoja`,
    irritant: name => `Erzina: ${name}`,
    repeated: (name, times) => `Erzina, pasikartojo, ${ordinalLt(times)} kartą: ${name}`,
  },
}

/** In the order in which they enter the risk: the latest score, then the irritants, worst first. */
export function voiceFacts(history: History, moment: Moment): VoiceFact[] {
  const latest = latestResponse(history)
  const score = latest && scoreFact(latest, moment)
  return [...(score ? [score] : []), ...annoyances(history).map(group => irritantFact(group, moment))]
}

function scoreFact(response: Response, moment: Moment): VoiceFact | null {
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
  const { openIrritant, firstRepeat, furtherRepeat } = moment.settings.voice
  const { repeats, solvedAt, occurrences, category } = group
  const weight = openIrritant + (repeats > 0 ? firstRepeat : 0) + Math.max(0, repeats - 1) * furtherRepeat
  const name = annoyanceName(group, moment.locale)
  const { irritant, repeated } = words[moment.locale]
  return {
    id: `irritant:${category}`,
    logOdds: solvedAt === null ? weight : weight * fade(solvedAt, moment),
    text: occurrences.length > 1 ? repeated(name, occurrences.length) : irritant(name),
  }
}

/** 1 on the day itself, 1/2 after one half-life. */
function fade(since: number, { at, settings }: Moment): number {
  return 2 ** -(Math.max(0, at - since) / dayMs / settings.halfLifeDays)
}
