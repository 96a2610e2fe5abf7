// NPS history: every answer with its group, and whether anyone followed up.
// Groups after Reichheld: 9-10 promoters, 7-8 passives, 0-6 detractors.

import { formatDay, type Locale } from '../../shared/locale.ts'
import type { Nps, ScoreEntry, ScoreGroup, Tone } from '../../shared/snapshot.ts'
import { dayOf, daysPerWeek, formatInstant, formatLocalDate } from '../../shared/time.ts'
import type { History, Metric, Moment, Response } from './metric.ts'

interface Words {
  label: string
  meaning: string
  none: string
  groups: Record<ScoreGroup, string>
  answered: string
  unanswered: (due: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Score',
    meaning:
      'Answer to "how likely are you to recommend us?": 9–10 promoter, 7–8 passive, 0–6 detractor. An answer of 8 or less is followed up within 2 working days.',
    none: 'no score yet',
    groups: { promoter: 'promoter', passive: 'passive', detractor: 'detractor' },
    answered: 'followed up',
    unanswered: due => `nobody followed up, due ${due}`,
  },
  ru: {
    label: 'Оценка клиента',
    meaning:
      'На вопрос «порекомендуете ли вы нас?»: 9–10 — промоутер, 7–8 — пассивный, 0–6 — критик. По оценке 8 и ниже связываются за 2 рабочих дня.',
    none: 'оценок ещё нет',
    groups: { promoter: 'промоутер', passive: 'пассивный', detractor: 'критик' },
    answered: 'связались по оценке',
    unanswered: due => `по оценке не связались, срок ${due}`,
  },
  lt: {
    label: 'Kliento įvertinimas',
    meaning:
      'Į klausimą „ar mus rekomenduotumėte?“: 9–10 – rekomenduotojas, 7–8 – neutralusis, 0–6 – kritikas. Dėl 8 ir mažesnio įvertinimo susisiekiama per 2 darbo dienas.',
    none: 'įvertinimų dar nėra',
    groups: { promoter: 'rekomenduotojas', passive: 'neutralusis', detractor: 'kritikas' },
    answered: 'susisiekta dėl įvertinimo',
    unanswered: due => `dėl įvertinimo nesusisiekta, terminas ${due}`,
  },
}

const tones: Record<ScoreGroup, Tone> = { promoter: 'good', passive: 'plain', detractor: 'bad' }

/** Follow-up is owed for an answer up to this. */
const highestFollowedUp = 8

export function groupOf(score: number): ScoreGroup {
  if (score >= 9) return 'promoter'
  return score >= 7 ? 'passive' : 'detractor'
}

/** The answer that counts now; null without any. */
export function latestResponse(history: History): Response | null {
  return history.responses.at(-1) ?? null
}

/** Every answer, oldest first, with the latest one apart. */
export function npsOf(history: History, moment: Moment): Nps {
  const entries = history.responses.map(response => entryOf(response, moment))
  const latest = entries.at(-1) ?? { unknown: words[moment.locale].none }
  return { latest, history: entries, text: sayNps(history, moment) }
}

function entryOf(response: Response, moment: Moment): ScoreEntry {
  const due = followUpDueDay(response, moment)
  return {
    id: response.id,
    at: formatInstant(response.at),
    score: response.score,
    group: groupOf(response.score),
    comment: response.comment,
    touchpoint: response.touchpoint,
    followedUpAt: response.followedUpAt === null ? null : formatInstant(response.followedUpAt),
    followUpDue: due === null ? null : formatLocalDate(due),
  }
}

/** The local day by which somebody answers, working days counted from the next day on; null where none is owed. */
export function followUpDueDay(response: Response, moment: Moment): number | null {
  if (response.score > highestFollowedUp || response.followedUpAt !== null) return null
  let day = dayOf(response.at, moment.timeZone)
  for (let left = moment.settings.followUpWorkingDays; left > 0; ) {
    day += 1
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** Day 0, 1970-01-01, was a Thursday: 2 and 3 days later it was Saturday and Sunday. */
function isWorkingDay(day: number): boolean {
  const sinceThursday = ((day % daysPerWeek) + daysPerWeek) % daysPerWeek
  return sinceThursday !== 2 && sinceThursday !== 3
}

function sayNps(history: History, moment: Moment): string {
  const { none, groups, answered, unanswered } = words[moment.locale]
  const latest = latestResponse(history)
  if (!latest) return none
  const due = followUpDueDay(latest, moment)
  const followUp =
    due === null
      ? latest.followedUpAt !== null && answered
      : unanswered(formatDay(moment.locale, due, moment.today))
  const said = `${latest.score}/10, ${groups[groupOf(latest.score)]}`
  return followUp ? `${said}, ${followUp}` : said
}

export const nps: Metric = {
  id: 'nps',
  fact(history, moment) {
    const { label, meaning } = words[moment.locale]
    const latest = latestResponse(history)
    const tone = latest ? tones[groupOf(latest.score)] : 'plain'
    return { id: 'nps', label, text: sayNps(history, moment), tone, meaning }
  },
}
