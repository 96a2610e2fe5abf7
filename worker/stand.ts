// A customer's days under a rule -> where they stand, and the stretches of being a customer before. Pure: the same
// days under the same rule always give the same, in whatever order they became known.
//
// A silence that crossed a threshold under the fit in force on that day has crossed it: a later fit moves no
// crossing that is already past.

import { daysPerWeek } from '../shared/time.ts'
import { dayOfSilence, gapsWithoutPauses, type PausedDays } from './pauses.ts'
import { listDays, type PurchaseDays } from './purchase-days.ts'
import { noPurchaseProbability, type Params } from './risk-model/mbg-nbd.ts'
import { type Regime, type Rule, regimesOf } from './rule.ts'
import { RunningMedian } from './running-median.ts'
import { noStanding, type Span, type Standing } from './standing.ts'

/** All that a standing is made of, in local day numbers. */
export interface CustomerDays {
  purchases: PurchaseDays | null
  /** As `mergePauses` gives. */
  pauses: readonly PausedDays[]
  /** Ascending. */
  departures: readonly number[]
}

/** Of somebody new. */
export const noDays: CustomerDays = { purchases: null, pauses: [], departures: [] }

export interface Stand {
  standing: Standing
  /** Ascending. */
  spans: Span[]
}

/** The silence after a purchase, as known from the purchases up to it. */
interface Silence {
  lastDay: number
  /** Purchases before it, and the days from the first to it, pauses left out: the model's x and t_x. */
  gapCount: number
  activeDays: number
  /** The own interval; null below two gaps. */
  interval: number | null
  pauses: readonly PausedDays[]
  /** The day of the next purchase; null while the silence goes on. */
  endDay: number | null
}

/** `once`: no longer new; `settled`: back for so long that it no longer counts as a return. */
type Threshold = 'once' | 'late' | 'lost' | 'settled'

/** Whoever is silent for longer than this crosses no threshold of the model any more. */
const longestSilence = 7300
/** A return counts as one until the second later purchase, or so many intervals, whichever is first. */
const purchasesUntilSettled = 2
const intervalsUntilSettled = 2
/** Intervals for which the model is asked. */
const intervalsAhead = { late: 1, lost: 2 }
/** Keeps 4/3 x 91.5 from being a day late. */
const tolerance = 1e-9

/** How customers stand under a rule. */
export function standUnder(rule: Rule): (days: CustomerDays) => Stand {
  const judge = new Judge(rule)
  return ({ purchases, pauses, departures }) => {
    if (!purchases) return { standing: { ...noStanding, departedDay: departures[0] ?? null }, spans: [] }
    const silences = silencesOf(purchases, pauses)
    return standAfter(silences, departures, judge)
  }
}

/** One silence a purchase, the present one last. */
function silencesOf(purchases: PurchaseDays, pauses: readonly PausedDays[]): [...Silence[], Silence] {
  const bought = listDays(purchases)
  const gaps = gapsWithoutPauses(purchases, pauses)
  const median = new RunningMedian()
  let activeDays = 0
  const silences = bought.map((lastDay, gapCount): Silence => {
    const gap = gaps[gapCount - 1]
    if (gap !== undefined) {
      median.add(gap)
      activeDays += gap
    }
    const interval = gapCount < 2 ? null : median.median
    return { lastDay, gapCount, activeDays, interval, pauses, endDay: bought[gapCount + 1] ?? null }
  })
  return silences as [...Silence[], Silence]
}

function standAfter(silences: [...Silence[], Silence], departures: readonly number[], judge: Judge): Stand {
  const spans: Span[] = []
  let since: NonNullable<Standing['since']> = { day: silences[0].lastDay, series: 'once', cause: 'started' }
  let returnIndex: number | null = null
  silences.forEach((silence, index) => {
    const { endDay } = silence
    if (endDay === null) return
    const end = endOf(silence)
    if (end) {
      spans.push(spanOf(since, end.day, end.cause))
      since = { day: endDay, series: 'repeat', cause: 'returned' }
      returnIndex = index + 1
    } else if (since.series === 'once') {
      spans.push(spanOf(since, endDay, 'repeated'))
      since = { day: endDay, series: 'repeat', cause: 'started' }
    }
  })
  const present = silences[silences.length - 1] ?? silences[0]
  const isRepeat = present.gapCount > 0
  const standing: Standing = {
    since,
    onceDay: isRepeat ? null : judge.crossing(present, 'once'),
    lateDay: isRepeat ? judge.crossing(present, 'late') : null,
    lostDay: judge.crossing(present, 'lost'),
    departedDay: departureIn(present),
    ...returned(),
  }
  return { standing, spans }

  /** The loss or departure in a silence, if there was one. */
  function endOf(silence: Silence): { day: number; cause: 'lost' | 'departed' } | null {
    const { endDay } = silence
    const crossed = judge.crossing(silence, 'lost')
    const lostDay = crossed !== null && endDay !== null && crossed <= endDay ? crossed : null
    const departedDay = departureIn(silence)
    if (departedDay !== null && (lostDay === null || departedDay <= lostDay))
      return { day: departedDay, cause: 'departed' }
    return lostDay === null ? null : { day: lostDay, cause: 'lost' }
  }

  /** They left on the day of a purchase or later, and before the next. */
  function departureIn({ lastDay, endDay }: Silence): number | null {
    return departures.find(day => day >= lastDay && (endDay === null || day < endDay)) ?? null
  }

  function returned(): Pick<Standing, 'returnedDay' | 'returnedUntilDay'> {
    const none = { returnedDay: null, returnedUntilDay: null }
    const comeback = returnIndex === null ? undefined : silences[returnIndex]
    if (!comeback || present.gapCount - comeback.gapCount >= purchasesUntilSettled) return none
    const returnedUntilDay = judge.crossing({ ...present, lastDay: comeback.lastDay }, 'settled')
    return returnedUntilDay !== null && returnedUntilDay <= present.lastDay
      ? none
      : { returnedDay: comeback.lastDay, returnedUntilDay }
  }
}

function spanOf(since: NonNullable<Standing['since']>, endDay: number, endCause: Span['endCause']): Span {
  return { series: since.series, startDay: since.day, startCause: since.cause, endDay, endCause }
}

/** Says on which day a silence crosses a threshold. */
class Judge {
  readonly #rule: Rule
  readonly #regimes: readonly Regime[]

  constructor(rule: Rule) {
    this.#rule = rule
    this.#regimes = regimesOf(rule)
  }

  /** Null where it does not: in a pause without an end, or after the next purchase (which may be said all the same). */
  crossing(silence: Silence, threshold: Threshold): number | null {
    for (const regime of this.#regimes) {
      if (regime.untilDay !== null && regime.untilDay <= silence.lastDay) continue
      if (silence.endDay !== null && regime.fromDay !== null && regime.fromDay > silence.endDay) return null
      const needed = this.#neededDays(silence, threshold, regime)
      const day = needed === null ? null : dayOfSilence(silence.lastDay, needed, silence.pauses)
      if (day === null) continue
      const crossed = Math.max(day, regime.fromDay ?? day)
      if (regime.untilDay === null || crossed < regime.untilDay) return crossed
    }
    return null
  }

  /** Days of silence that a threshold takes. */
  #neededDays(silence: Silence, threshold: Threshold, regime: Regime): number | null {
    const { late, lost } = this.#rule.settings.rule
    const interval = silence.interval ?? regime.typicalIntervalDays
    const intervals = (multiple: number) => Math.ceil(multiple * interval - tolerance)
    switch (threshold) {
      case 'once':
        return intervals(1)
      case 'settled':
        return intervals(intervalsUntilSettled)
      case 'late':
      case 'lost':
        if (regime.params) return this.#modelDays(silence, threshold, regime.params, interval, intervals(1))
        return intervals(threshold === 'late' ? late : lost)
    }
  }

  /**
   * The first day from `least` on on which the model's P0 over so many intervals has reached the threshold. It only
   * rises with silence, so halving finds it.
   */
  #modelDays(
    { gapCount: x, activeDays, lastDay, endDay }: Silence,
    threshold: 'late' | 'lost',
    params: Params,
    interval: number,
    least: number,
  ): number | null {
    const target = this.#rule.settings.model[threshold] - tolerance
    const tx = activeDays / daysPerWeek
    const ahead = (intervalsAhead[threshold] * interval) / daysPerWeek
    const isReached = (days: number) =>
      noPurchaseProbability(params, { x, tx, T: tx + days / daysPerWeek }, ahead) >= target
    let most = endDay === null ? longestSilence : endDay - lastDay
    if (most < least || !isReached(most)) return null
    let low = least
    while (low < most) {
      const middle = (low + most) >> 1
      if (isReached(middle)) most = middle
      else low = middle + 1
    }
    return most
  }
}
