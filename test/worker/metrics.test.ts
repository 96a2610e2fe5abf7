// Every metric on every kind of history: what all of them owe to the panel.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { locales } from '../../shared/locale.ts'
import { channels, type Fact, fact, preferenceKinds, snapshot } from '../../shared/snapshot.ts'
import { dayMs, dayOf, formatLocalDate, startOfDay } from '../../shared/time.ts'
import type { History } from '../../worker/history.ts'
import { metrics } from '../../worker/metrics/index.ts'
import type { Fit, Metric, Moment } from '../../worker/metrics/metric.ts'
import { takeBadge, takeSnapshot } from '../../worker/take-snapshot.ts'
import {
  contact,
  departure,
  gesture,
  irritant,
  person,
  preference,
  promised,
  response,
  winBack,
} from './metrics/facts.ts'
import { cdnowFit, historyOf, momentOf, type Stated } from './metrics/history.ts'

const now = momentOf('2026-11-23')
const { today } = now

const fit: Fit = {
  ...cdnowFit,
  rollup: {
    classes: { a: 500_000, b: 100_000 },
    rfm: {
      recency: [115, 181, 297.4, 482],
      frequency: [4, 5, 6, 8],
      money: [25_580, 38_200, 50_640, 66_600],
    },
    meanPurchaseMinor: 4200,
    customers: 2357,
  },
}

/** With a fit and what it ranks by, and before the first one. */
const fits = [fit, null]

const refunds = { totalMinor: -12_000, purchases: 0, byDay: [[today - 40, -12_000]] } as const

/** Everything that can be told of a company, with people, in every way. */
const everything: Stated = {
  bought: Array.from({ length: 12 }, (_, index) => today - 40 - 30 * index),
  money: { totalMinor: 480_000, purchases: 12, byDay: [[today - 40, 480_000]] },
  people: [person('Rūta', 'orders'), person('Jonas', 'decides'), person('Ona', 'uses'), person('Petras')],
  responses: [
    response('2026-05-01', 9, { personId: 'Jonas', touchpoint: 'survey' }),
    response('2026-11-06', 3, { comment: 'third time', reason: 'slow-answers' }),
    response('2026-11-20', 7, { isGuessed: true }),
  ],
  irritants: [
    irritant('2026-03-12', { note: 'invoice to wrong address', solvedAt: Date.parse('2026-04-01') }),
    ...['2026-05-30', '2026-11-04'].map(day => irritant(day, { personId: 'Rūta' })),
    irritant('2026-06-01', { category: 'slow-delivery' }),
  ],
  contacts: [
    ...Array.from({ length: 40 }, (_, week) => contact(formatLocalDate(today - 330 + 7 * week))),
    contact('2026-11-18', { direction: 'out', purpose: 'sale', channel: 'phone' }),
    contact('2026-11-19', { author: { id: 'm', name: 'Aistė' }, onItUntilDay: today + 2 }),
  ],
  preferences: preferenceKinds.flatMap(kind => channels.map(channel => preference(kind, channel))),
  promises: [
    promised('corrected invoice', '2026-11-18', { firstDueDay: today - 30 }),
    promised('call back', '2026-11-23'),
    promised('new slot', '2026-12-01'),
    promised('kept', '2026-10-01', { keptAt: Date.parse('2026-10-03') }),
    promised('apologised', '2026-10-01', { apologisedAt: Date.parse('2026-10-03') }),
  ],
  gestures: [
    gesture('free express', { validUntilDay: today + 30, costMinor: 2500, currency: 'EUR' }),
    gesture('flowers', { kind: 'thanks' }),
  ],
  pauses: [{ id: 'p', fromDay: today - 8, untilDay: today + 3, reason: 'holidays' }],
  visits: [{ id: 'v', day: today + 10, questions: ['What changed?'], doneAt: null, note: null }],
  overrides: [
    { id: 'o', at: now.at - dayMs, band: 'high', reason: 'heard rumours', untilDay: today + 7, author: null },
  ],
}

/** Of a day number. */
const date = formatLocalDate

const stated: Record<string, Stated> = {
  'no purchases': {},
  'one purchase': { bought: [today - 10] },
  'one purchase today': { bought: [today] },
  'purchases on one day': { bought: [today - 3, today - 3] },
  'two purchases': { bought: [today - 40, today - 10] },
  'identical gaps': { bought: [today - 90, today - 60, today - 30, today] },
  'refunds only': { money: refunds },
  'one purchase, refunded': { bought: [today - 40], money: { ...refunds, totalMinor: 0, purchases: 1 } },
  '10,000 purchases': {
    bought: Array.from({ length: 10_000 }, (_, index) => today - index),
    money: { totalMinor: 9e15, purchases: 10_000, byDay: [[today, 9e15]] },
  },
  'a silence of decades': { bought: [today - 20_000, today - 19_990, today - 19_980] },
  'a purchase to come': { bought: [today - 20, today - 10, today + 10] },
  'facts to come': {
    promises: [promised('far', '2200-01-01')],
    gestures: [gesture('far', { validUntilDay: 84_000 })],
    contacts: [contact('2026-12-24', { onItUntilDay: 84_000 })],
    responses: [response('2026-12-24', 3)],
    irritants: [irritant('2026-12-24')],
    visits: [{ id: 'v', day: 84_000, questions: [], doneAt: null, note: null }],
    pauses: [{ id: 'p', fromDay: today + 5, untilDay: null, reason: 'building' }],
    departures: [departure('2026-12-24')],
  },
  'facts before 1970': {
    bought: [-400, -300, -200],
    promises: [promised('old', '1969-06-01')],
    contacts: [contact('1969-06-01')],
    responses: [response('1969-06-01', 3)],
    irritants: [irritant('1969-06-01')],
    departures: [departure('1969-12-01')],
  },
  'a pause without an end': {
    bought: [today - 90, today - 60, today - 30],
    pauses: [{ id: 'p', fromDay: today - 20, untilDay: null, reason: 'building' }],
  },
  'a departure': { bought: [today - 90, today - 60, today - 30], departures: [departure(date(today - 5))] },
  'a departure without a purchase': { departures: [departure(date(today - 5))] },
  'a fragile return': {
    bought: [today - 400, today - 370, today - 340, today - 12],
    departures: [departure(date(today - 200), { confirmed: 'slow-answers', fixedAt: now.at - 90 * dayMs })],
    winBacks: [winBack(date(today - 40))],
    irritants: [irritant(date(today - 2), { category: 'slow-answers' })],
  },
  'everything there is to tell': everything,
}
const histories = Object.entries(stated).map(([name, facts]): [string, History] => [name, historyOf(facts)])

const subject = (history: History) => ({
  customer: { id: 'c', name: 'Rūta', company: null },
  personId: null,
  owner: null,
  history,
})
const match = { by: 'email' as const, evidence: 'ruta@baltic.lt', others: [] }

/** Texts shorter than this may be the same in two languages: a name, a figure. */
const shortText = 16

/** What the metric says in every language, each of it something that can be shown. */
function saidInAll(metric: Metric, history: History, moment: Moment): Fact[] {
  return locales.flatMap(locale => {
    const said = metric.fact(history, { ...moment, locale })
    if (!said) return []
    expect(z.parse(fact, said)).toEqual(said)
    expect(said.id).toBe(metric.id)
    for (const text of [said.label, said.text, said.meaning]) {
      expect(text).toMatch(/\S/)
      expect(text).not.toMatch(/NaN|Infinity|undefined|null|#|\[object/)
    }
    return [said]
  })
}

function expectDifferentWords(said: readonly Fact[]): void {
  for (const part of ['label', 'text', 'meaning'] as const) {
    const long = said.map(one => one[part]).filter(text => text.length >= shortText)
    expect(new Set(long).size, long.join(' | ')).toBe(long.length)
  }
}

it('no two metrics have the same name', () => {
  expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
  for (const locale of locales) {
    const labels = metrics.flatMap(
      metric => metric.fact(historyOf(everything), { ...now, locale, fit })?.label ?? [],
    )
    expect(new Set(labels).size).toBe(labels.length)
  }
})

describe.each(metrics.map(metric => [metric.id, metric] as const))('%s', (_, metric) => {
  it.each(histories)(
    'says something that can be shown, in the words of each language, about %s',
    (_, history) => {
      for (const usedFit of fits) {
        const said = saidInAll(metric, history, { ...now, fit: usedFit })
        expect([0, locales.length]).toContain(said.length)
        expectDifferentWords(said)
      }
    },
  )

  it('says something on both sides of each threshold, wherever the clock changes', () => {
    for (const timeZone of ['UTC', 'Europe/Vilnius', 'America/Sao_Paulo', 'Pacific/Apia']) {
      for (const at of thresholds(timeZone)) {
        const moment = { ...now, at, today: dayOf(at, timeZone), timeZone, fit }
        saidInAll(metric, historyOf(everything), moment)
      }
    }
  })

  it('says the same about the same', () => {
    const history = historyOf(everything)
    expect(metric.fact(history, { ...now, fit })).toEqual(metric.fact(history, { ...now, fit }))
  })
})

/** The last moment before and the first of each day on which something about `everything` changes. */
function thresholds(timeZone: string): number[] {
  const { standing } = historyOf(everything)
  const days = [
    standing.lateDay,
    standing.lostDay,
    ...(everything.promises ?? []).map(({ dueDay }) => dueDay + 1),
    ...(everything.gestures ?? []).map(({ validUntilDay }) => (validUntilDay ?? today) + 1),
    // The clocks change: Vilnius in March and October, São Paulo (2018) in February and November; Samoa skipped a day.
    ...['2026-03-29', '2026-10-25', '2018-02-18', '2018-11-04', '2011-12-30'].map(
      day => Date.parse(day) / dayMs,
    ),
  ]
  return days.flatMap(day => {
    const start = startOfDay(day ?? today, timeZone)
    return [start - 1, start]
  })
}

const ago = fc.integer({ min: 0, max: 900 })
const anyone = fc.record({
  bought: fc.array(fc.integer({ min: today - 3000, max: today }), { maxLength: 40 }),
  responses: fc.array(fc.tuple(fc.nat(10), ago, fc.boolean(), fc.boolean()), { maxLength: 5 }),
  irritants: fc.array(
    fc.tuple(fc.constantFrom('small-mistakes', 'slow-answers', 'our own'), ago, fc.option(fc.nat(100))),
    { maxLength: 8 },
  ),
  contacts: fc.array(fc.tuple(fc.nat(364), fc.constantFrom(...channels), fc.boolean(), fc.boolean()), {
    maxLength: 30,
  }),
  promises: fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.option(ago), fc.option(ago)), {
    maxLength: 5,
  }),
  pauses: fc.array(fc.tuple(fc.integer({ min: -900, max: 60 }), fc.option(fc.nat(200))), { maxLength: 3 }),
  departures: fc.array(fc.tuple(ago, fc.constantFrom('slow-answers', 'better-price')), { maxLength: 2 }),
})

type Drawn = typeof anyone extends fc.Arbitrary<infer One> ? One : never

function drawnHistory(drawn: Drawn): History {
  const at = (daysAgo: number) => now.at - daysAgo * dayMs
  const oldestFirst = (one: { at: number }, other: { at: number }) => one.at - other.at
  return historyOf({
    bought: drawn.bought,
    responses: drawn.responses
      .map(([score, daysAgo, isAnswered, isGuessed]) =>
        response(date(today - daysAgo), score, {
          isGuessed,
          followedUpAt: isAnswered ? at(daysAgo - 1) : null,
        }),
      )
      .sort(oldestFirst),
    irritants: drawn.irritants
      .map(([category, daysAgo, solvedAfter]) =>
        irritant(date(today - daysAgo), {
          category,
          solvedAt: solvedAfter === null ? null : at(daysAgo - solvedAfter),
        }),
      )
      .sort(oldestFirst),
    contacts: drawn.contacts
      .map(([daysAgo, channel, isOurs, isSale]) =>
        contact(date(today - daysAgo), {
          channel,
          direction: isOurs ? 'out' : 'in',
          purpose: isSale ? 'sale' : 'care',
        }),
      )
      .sort(oldestFirst),
    promises: drawn.promises.map(([due, kept, apologised]) =>
      promised('what', date(today - due), {
        keptAt: kept === null ? null : at(kept),
        apologisedAt: apologised === null ? null : at(apologised),
      }),
    ),
    pauses: drawn.pauses.map(([from, length]) => ({
      id: 'p',
      fromDay: today + from,
      untilDay: length === null ? null : today + from + length,
      reason: 'holidays',
    })),
    departures: drawn.departures
      .toSorted(([one], [other]) => other - one)
      .map(([daysAgo, cause]) => departure(date(today - daysAgo), { stated: cause })),
  })
}

describe('a snapshot', () => {
  it('of any history has the shape of the contract, reasons that add up, and a verdict of at most ten words', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...locales), fc.constantFrom(...fits), (drawn, locale, fit) => {
        const taken = takeSnapshot(subject(drawnHistory(drawn)), match, { ...now, locale, fit }, 1)
        expect(z.parse(snapshot, taken)).toEqual(taken)
        const { score, start, reasons } = taken.risk
        if (typeof score === 'number' && typeof start === 'number') {
          expect(reasons.reduce((sum, { points }) => sum + points, start)).toBe(score)
          expect(score).toBeGreaterThanOrEqual(1)
          expect(score).toBeLessThanOrEqual(99)
        }
        expect(taken.verdict.text.split(/\s+/).length, taken.verdict.text).toBeLessThanOrEqual(10)
        expect(JSON.stringify(taken)).not.toMatch(/NaN|Infinity|undefined/)
      }),
      { numRuns: 400 },
    )
  })

  it('names the person whose identity led to the customer', () => {
    const known = { ...subject(historyOf(everything)), personId: 'Jonas' }
    expect(takeSnapshot(known, match, now, 1).person).toMatchObject({ name: 'Jonas', role: 'decides' })
    expect(takeSnapshot(subject(historyOf(everything)), match, now, 1).person).toBeNull()
  })

  it('and the badge of the same customer never disagree', () => {
    fc.assert(
      fc.property(anyone, drawn => {
        const of = subject(drawnHistory(drawn))
        const panel = takeSnapshot(of, match, { ...now, fit }, 1)
        const badge = takeBadge(of, { ...now, fit })
        expect(badge.risk.score).toEqual(panel.risk.score)
        expect(badge.status.id).toBe(panel.status.id)
        expect(badge.mood).toBe(panel.mood)
        expect(badge.verdict).toEqual(panel.verdict)
      }),
    )
  })
})
