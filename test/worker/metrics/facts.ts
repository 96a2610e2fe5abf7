// Facts for the tests of metrics, everything plain but what a test states. Times are local dates (noon UTC) or instants.

import type {
  Contact,
  Departure,
  Gesture,
  Irritant,
  Money,
  Override,
  Pause,
  Person,
  Preference,
  Promised,
  Response,
  Visit,
  WinBack,
} from '../../../worker/history.ts'
import { dayNumber } from './history.ts'

export function at(when: string): number {
  return Date.parse(when.includes('T') ? when : `${when}T12:00:00Z`)
}

export function person(name: string, role: Person['role'] = 'other'): Person {
  return { id: name, name, role }
}

export function contact(when: string, stated: Partial<Contact> = {}): Contact {
  return {
    id: when,
    at: at(when),
    channel: 'mail',
    direction: 'in',
    purpose: 'service',
    note: null,
    personId: null,
    author: null,
    onItUntilDay: null,
    ...stated,
  }
}

export function response(when: string, score: number, stated: Partial<Response> = {}): Response {
  return {
    id: when,
    at: at(when),
    score,
    comment: null,
    touchpoint: null,
    followedUpAt: null,
    isGuessed: false,
    reason: null,
    personId: null,
    ...stated,
  }
}

export function irritant(when: string, stated: Partial<Irritant> = {}): Irritant {
  return {
    id: when,
    at: at(when),
    category: 'small-mistakes',
    note: null,
    solvedAt: null,
    personId: null,
    ...stated,
  }
}

export function preference(
  kind: Preference['kind'],
  value = '',
  stated: Partial<Preference> = {},
): Preference {
  return { id: `${kind} ${value}`, at: 0, kind, value, personId: null, ...stated }
}

/** @param due the date as it is now */
export function promised(what: string, due: string, stated: Partial<Promised> = {}): Promised {
  const dueDay = dayNumber(due)
  return {
    id: what,
    at: 0,
    what,
    dueDay,
    firstDueDay: dueDay,
    keptAt: null,
    apologisedAt: null,
    author: null,
    ...stated,
  }
}

export function gesture(what: string, stated: Partial<Gesture> = {}): Gesture {
  return {
    id: what,
    at: 0,
    kind: 'amends',
    what,
    costMinor: null,
    currency: null,
    validUntilDay: null,
    ...stated,
  }
}

export function departure(day: string, stated: Partial<Departure> = {}): Departure {
  return {
    id: day,
    at: at(day),
    day: dayNumber(day),
    reasonClass: 'us',
    stated: 'slow-delivery',
    confirmed: null,
    fixedAt: null,
    note: null,
    ...stated,
  }
}

export function winBack(when: string, stated: Partial<WinBack> = {}): WinBack {
  return { id: when, at: at(when), note: null, closedAt: null, outcome: null, steps: [], ...stated }
}

/** @param until null: nobody knows until when */
export function pause(from: string, until: string | null, stated: Partial<Pause> = {}): Pause {
  return {
    id: from,
    fromDay: dayNumber(from),
    untilDay: until === null ? null : dayNumber(until),
    reason: '',
    ...stated,
  }
}

export function visit(day: string, stated: Partial<Visit> = {}): Visit {
  return { id: day, day: dayNumber(day), questions: [], doneAt: null, note: null, ...stated }
}

export function override(band: Override['band'], until: string, stated: Partial<Override> = {}): Override {
  return { id: until, at: 0, band, reason: 'a rumour', untilDay: dayNumber(until), author: null, ...stated }
}

/** @param byDay local dates with minor units, refunds below 0, all of them in the year that a history knows by day */
export function money(byDay: Record<string, number>): Money {
  const days = Object.entries(byDay)
  return {
    totalMinor: days.reduce((sum, [, minor]) => sum + minor, 0),
    purchases: days.filter(([, minor]) => minor >= 0).length,
    byDay: days.map(([day, minor]) => [dayNumber(day), minor] as const),
  }
}
