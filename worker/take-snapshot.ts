// Facts of one customer -> metrics -> snapshot. Pure: who the customer is and what is known of them comes in,
// the structure and the words of the panel go out.

import type { Badge, Candidate, Gap, Match, Snapshot } from '../shared/snapshot.ts'
import { formatInstant, formatLocalDate } from '../shared/time.ts'
import type { History } from './history.ts'
import { contactsOf } from './metrics/contact-balance.ts'
import { departureOf } from './metrics/departure.ts'
import { gapDays } from './metrics/gap.ts'
import { gestureLines } from './metrics/gestures.ts'
import { metrics } from './metrics/index.ts'
import { intervalOf } from './metrics/interval.ts'
import { irritantGroups } from './metrics/irritants.ts'
import type { Moment } from './metrics/metric.ts'
import { moodOf } from './metrics/mood.ts'
import { npsOf } from './metrics/nps.ts'
import { pauseLines, sayRunningPause } from './metrics/pause.ts'
import { peopleOf, personOf } from './metrics/people.ts'
import { preferenceLines } from './metrics/preferences.ts'
import { promiseLines } from './metrics/promises.ts'
import { gapRatio } from './metrics/ratio.ts'
import { riskOf } from './metrics/risk.ts'
import { statusOf } from './metrics/status.ts'
import { verdictOf } from './metrics/verdict.ts'
import { visitLines } from './metrics/visit.ts'
import { waitingOf } from './metrics/waiting.ts'
import { winBackOf } from './metrics/win-back.ts'

/** A customer as looked up: who they are and their facts up to the moment. */
export interface Subject {
  customer: { id: string; name: string; company: string | null }
  /** Of the people of a company, the one whose identity led here. */
  personId: string | null
  owner: { id: string; name: string } | null
  history: History
}

/** Everything the panel shows. */
export function takeSnapshot(
  subject: Subject,
  match: Match,
  moment: Moment,
  settingsVersion: number,
): Snapshot {
  const { customer, personId, owner, history } = subject
  const risk = riskOf(history, moment)
  return {
    customer,
    owner,
    verdict: verdictOf(history, moment, risk),
    mood: moodOf(history, moment).mood,
    match,
    asOf: formatInstant(moment.at),
    settingsVersion,
    status: statusOf(history, moment),
    gap: gapOf(history, moment),
    risk,
    nps: npsOf(history, moment),
    irritants: irritantGroups(history, moment),
    person: personOf(history, moment, personId),
    people: peopleOf(history, moment),
    preferences: preferenceLines(history, moment),
    promises: promiseLines(history, moment),
    gestures: gestureLines(history, moment),
    waiting: waitingOf(history, moment),
    contacts: contactsOf(history, moment),
    pauses: pauseLines(history, moment),
    visits: visitLines(history, moment),
    departure: departureOf(history, moment),
    winBack: winBackOf(history, moment),
    facts: metrics.flatMap(metric => metric.fact(history, moment) ?? []),
  }
}

/** What a row of a list shows. */
export function takeBadge({ customer, history }: Subject, moment: Moment): Badge {
  const risk = riskOf(history, moment)
  const { id, text, tone } = statusOf(history, moment)
  const { days, intervalDays, basis, text: gapText } = gapOf(history, moment)
  return {
    customer,
    verdict: verdictOf(history, moment, risk),
    mood: moodOf(history, moment).mood,
    asOf: formatInstant(moment.at),
    status: { id, text, tone },
    gap: { days, intervalDays, basis, text: gapText },
    // Who bought once has no band in a list: the status already says all there is.
    risk: { score: risk.score, band: id === 'once' ? { unknown: text } : risk.band, text: risk.text },
  }
}

/** How a customer is offered where an identity could mean several. */
export function candidateOf({ customer }: Subject, evidence: string): Candidate {
  return { customerId: customer.id, name: customer.name, evidence }
}

function gapOf(history: History, moment: Moment): Gap {
  const { days: intervalDays, basis, low, high, text } = intervalOf(history, moment)
  return {
    days: gapDays(history, moment),
    intervalDays,
    basis,
    ratio: gapRatio(history, moment),
    low,
    high,
    purchases: history.rhythm ? history.rhythm.gapCount + 1 : 0,
    recent: history.rhythm?.recentDays.map(formatLocalDate) ?? [],
    today: formatLocalDate(moment.today),
    text: [text, sayRunningPause(history, moment)].filter(part => part !== null).join('; '),
  }
}
