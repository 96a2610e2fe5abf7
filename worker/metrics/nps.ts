// NPS history: every answer with its group, and whether anyone followed up. A score guessed by a colleague is kept
// and never counted. Groups after Reichheld: 9-10 promoters, 7-8 passives, 0-6 detractors.

import { departureReasonName } from '../../shared/departure-reasons.ts'
import { count, formatDay, type Locale, type Plural } from '../../shared/locale.ts'
import type { Nps, ScoreEntry, ScoreGroup, Tone } from '../../shared/snapshot.ts'
import { dayOf, daysPerWeek, formatInstant, formatLocalDate } from '../../shared/time.ts'
import type { History, Response } from '../history.ts'
import type { Metric, Moment } from './metric.ts'
import { personName } from './people.ts'

interface Words {
  label: string
  meaning: (workingDays: string) => string
  workingDays: Plural
  none: string
  onlyGuessed: string
  groups: Record<ScoreGroup, string>
  answered: string
  unanswered: (due: string) => string
  thanked: string
  notThanked: (due: string) => string
  reason: (reason: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Score',
    meaning: workingDays =>
      `Answer to "how likely are you to recommend us?": 9–10 promoter, 7–8 passive, 0–6 detractor. Within ${workingDays} an answer of 8 or less is followed up and a 9 or 10 thanked for. A colleague's guess never counts.`,
    workingDays: { one: '# working day', other: '# working days' },
    none: 'no score yet',
    onlyGuessed: "no score yet, only a colleague's guess",
    groups: { promoter: 'promoter', passive: 'passive', detractor: 'detractor' },
    answered: 'followed up',
    unanswered: due => `nobody followed up, due ${due}`,
    thanked: 'thanked',
    notThanked: due => `thanks due ${due}`,
    reason: reason => `because: ${reason}`,
  },
  ru: {
    label: 'Оценка клиента',
    meaning: workingDays =>
      `На вопрос «порекомендуете ли вы нас?»: 9–10 — промоутер, 7–8 — пассивный, 0–6 — критик. За ${workingDays} по оценке 8 и ниже связываются, за 9–10 благодарят. Догадка коллеги не считается.`,
    workingDays: {
      one: '# рабочий день',
      few: '# рабочих дня',
      many: '# рабочих дней',
      other: '# рабочего дня',
    },
    none: 'оценок ещё нет',
    onlyGuessed: 'оценок ещё нет, есть только догадка коллеги',
    groups: { promoter: 'промоутер', passive: 'пассивный', detractor: 'критик' },
    answered: 'связались по оценке',
    unanswered: due => `по оценке не связались, срок ${due}`,
    thanked: 'поблагодарили',
    notThanked: due => `поблагодарить до ${due}`,
    reason: reason => `причина: ${reason}`,
  },
  lt: {
    label: 'Kliento įvertinimas',
    meaning: workingDays =>
      `Į klausimą „ar mus rekomenduotumėte?“: 9–10 – rekomenduotojas, 7–8 – neutralusis, 0–6 – kritikas. Per ${workingDays} dėl 8 ir mažesnio įvertinimo susisiekiama, už 9–10 padėkojama. Kolegos spėjimas neskaičiuojamas.`,
    workingDays: {
      one: '# darbo dieną',
      few: '# darbo dienas',
      many: '# darbo dienos',
      other: '# darbo dienų',
    },
    none: 'įvertinimų dar nėra',
    onlyGuessed: 'įvertinimų dar nėra, yra tik kolegos spėjimas',
    groups: { promoter: 'rekomenduotojas', passive: 'neutralusis', detractor: 'kritikas' },
    answered: 'susisiekta dėl įvertinimo',
    unanswered: due => `dėl įvertinimo nesusisiekta, terminas ${due}`,
    thanked: 'padėkota',
    notThanked: due => `padėkoti iki ${due}`,
    reason: reason => `priežastis: ${reason}`,
  },
}

const tones: Record<ScoreGroup, Tone> = { promoter: 'good', passive: 'plain', detractor: 'bad' }

/** Thanks that come later than this after they were due would only puzzle: they are owed no more. */
const thanksLapseDays = 30

export function groupOf(score: number): ScoreGroup {
  if (score >= 9) return 'promoter'
  return score >= 7 ? 'passive' : 'detractor'
}

/** The answer that counts now, never a guess; null without any. */
export function latestResponse({ responses }: History): Response | null {
  return responses.findLast(({ isGuessed }) => !isGuessed) ?? null
}

/** Every answer, oldest first and guesses marked, with the latest that counts apart. */
export function npsOf(history: History, moment: Moment): Nps {
  const latest = latestResponse(history)
  return {
    latest: latest ? entryOf(latest, history, moment) : { unknown: sayNone(history, moment.locale) },
    history: history.responses.map(response => entryOf(response, history, moment)),
    text: sayNps(history, moment),
  }
}

function entryOf(response: Response, history: History, moment: Moment): ScoreEntry {
  const due = followUpDueDay(response, moment)
  const { id, at, score, comment, touchpoint, followedUpAt, isGuessed, reason, personId } = response
  return {
    id,
    at: formatInstant(at),
    score,
    group: groupOf(score),
    comment,
    touchpoint,
    followedUpAt: followedUpAt === null ? null : formatInstant(followedUpAt),
    followUpDue: due === null ? null : formatLocalDate(due),
    guessed: isGuessed,
    reason: reason === null ? null : departureReasonName(reason, moment.locale),
    person: personName(history, personId),
  }
}

/** The local day by which somebody answers, working days counted from the next day on; null where none is owed. */
export function followUpDueDay(response: Response, moment: Moment): number | null {
  if (response.isGuessed || response.followedUpAt !== null) return null
  let day = dayOf(response.at, moment.timeZone)
  for (let left = moment.settings.followUpWorkingDays; left > 0; ) {
    day += 1
    if (isWorkingDay(day)) left -= 1
  }
  const hasLapsed = groupOf(response.score) === 'promoter' && moment.today - day >= thanksLapseDays
  return hasLapsed ? null : day
}

/** Day 0, 1970-01-01, was a Thursday: 2 and 3 days later it was Saturday and Sunday. */
function isWorkingDay(day: number): boolean {
  const sinceThursday = ((day % daysPerWeek) + daysPerWeek) % daysPerWeek
  return sinceThursday !== 2 && sinceThursday !== 3
}

/** "3/10, detractor, because: slow answers, nobody followed up, due 10 Nov" */
function sayNps(history: History, moment: Moment): string {
  const { locale } = moment
  const { groups, reason: sayReason } = words[locale]
  const latest = latestResponse(history)
  if (!latest) return sayNone(history, locale)
  const { score, reason, personId } = latest
  const person = personName(history, personId)
  return [
    `${score}/10`,
    groups[groupOf(score)],
    person,
    reason !== null && sayReason(departureReasonName(reason, locale)),
    sayFollowUp(latest, moment),
  ]
    .filter(part => typeof part === 'string')
    .join(', ')
}

function sayNone({ responses }: History, locale: Locale): string {
  return responses.length > 0 ? words[locale].onlyGuessed : words[locale].none
}

/** Null where nothing was done and nothing is owed. */
function sayFollowUp(response: Response, moment: Moment): string | null {
  const { answered, unanswered, thanked, notThanked } = words[moment.locale]
  const isPromoter = groupOf(response.score) === 'promoter'
  if (response.followedUpAt !== null) return isPromoter ? thanked : answered
  const dueDay = followUpDueDay(response, moment)
  if (dueDay === null) return null
  const due = formatDay(moment.locale, dueDay, moment.today)
  return isPromoter ? notThanked(due) : unanswered(due)
}

export const nps: Metric = {
  id: 'nps',
  fact(history, moment) {
    const { locale, settings } = moment
    const { label, meaning, workingDays } = words[locale]
    const latest = latestResponse(history)
    return {
      id: 'nps',
      label,
      text: sayNps(history, moment),
      tone: latest ? tones[groupOf(latest.score)] : 'plain',
      meaning: meaning(count(locale, workingDays, settings.followUpWorkingDays)),
    }
  },
}
