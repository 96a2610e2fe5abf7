// A customer's history and a moment for the tests of metrics: everything empty but what a test states, rhythm and
// standing made of the purchase days as the Worker makes them.

import { defaultSettings, type Settings } from '../../../shared/settings.ts'
import { dayOf, parseLocalDate } from '../../../shared/time.ts'
import type { History } from '../../../worker/history.ts'
import type { Fit, Moment } from '../../../worker/metrics/metric.ts'
import { mergePauses } from '../../../worker/pauses.ts'
import { purchaseDaysOf } from '../../../worker/purchase-days.ts'
import { rhythmOf } from '../../../worker/rhythm.ts'
import type { RuleFit } from '../../../worker/rule.ts'
import { standUnder } from '../../../worker/stand.ts'

export interface Stated extends Partial<Omit<History, 'rhythm' | 'standing'>> {
  /** Local dates or day numbers. */
  bought?: readonly (string | number)[]
  /** What the standing is judged by. */
  settings?: Settings
  fits?: readonly RuleFit[]
}

export function historyOf({ bought = [], settings = defaultSettings, fits = [], ...facts }: Stated): History {
  const purchases = purchaseDaysOf(bought.map(dayNumber))
  const pauses = mergePauses((facts.pauses ?? []).map(({ fromDay, untilDay }) => [fromDay, untilDay]))
  const departures = (facts.departures ?? []).map(({ day }) => day).sort((one, other) => one - other)
  return {
    rhythm: purchases && rhythmOf(purchases, pauses),
    standing: standUnder({ settings, fits })({ purchases, pauses, departures }).standing,
    money: null,
    responses: [],
    irritants: [],
    people: [],
    contacts: [],
    preferences: [],
    promises: [],
    gestures: [],
    pauses: [],
    visits: [],
    departures: [],
    winBacks: [],
    overrides: [],
    ...facts,
  }
}

/** Noon UTC of a local date, or an instant. */
export function momentOf(when: string, stated: Partial<Moment> = {}): Moment {
  const at = Date.parse(when.includes('T') ? when : `${when}T12:00:00Z`)
  const timeZone = stated.timeZone ?? 'UTC'
  return {
    at,
    today: dayOf(at, timeZone),
    timeZone,
    currency: 'EUR',
    locale: 'en',
    settings: defaultSettings,
    fit: null,
    ...stated,
  }
}

/** The published MBG/NBD of CDNOW (Batislam et al. 2007), as a fit of 2,357 customers. */
export const cdnowFit: Fit = {
  asOfDay: 0,
  params: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
  customers: 2357,
  repeatPurchases: 2457,
  typicalIntervalDays: 60,
  meanAlive: 0.7,
  meanPace: 0.6,
  rollup: null,
  recalibration: null,
}

export function dayNumber(day: string | number): number {
  const number = typeof day === 'number' ? day : parseLocalDate(day)
  if (number === null) throw new Error(`${day} is no day.`)
  return number
}
