// The standing from the stored days against a walk day by day that looks nothing ahead.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings, presetMultiples, type Settings } from '../../shared/settings.ts'
import { mergePauses, type PausedDays } from '../../worker/pauses.ts'
import { purchaseDaysOf } from '../../worker/purchase-days.ts'
import type { Rule, RuleFit } from '../../worker/rule.ts'
import { type CustomerDays, standUnder } from '../../worker/stand.ts'
import { statusAt } from '../../worker/standing.ts'
import { isPresent, readCdnowSample, readRfmOrders, readUciInvoices } from '../reference-data.ts'
import { DayWalk, type Life } from './walk-days.ts'

const contract: Settings = {
  ...defaultSettings,
  rule: { preset: 'contract', ...presetMultiples.contract, provisional: false },
}
const retail = defaultSettings
const model: Settings = {
  ...defaultSettings,
  rule: { ...defaultSettings.rule, preset: 'model' },
}
const settingsOf = { contract, retail, model }

const fit: RuleFit = {
  fromDay: null,
  adoptedDay: 0,
  asOfDay: 0,
  params: { r: 0.729, alpha: 9.352, a: 0.0082, b: 1.477 },
  typicalIntervalDays: 41,
  customers: 3000,
  repeatPurchases: 9000,
}

function daysOf({ bought, pauses, departures }: Life): CustomerDays {
  return {
    purchases: purchaseDaysOf(bought),
    pauses: mergePauses(pauses),
    departures: departures.toSorted((one, other) => one - other),
  }
}

/** The customer as known at the end of a day: pauses are announced. */
function knownOn(day: number, { bought, pauses, departures }: Life): CustomerDays {
  const isKnown = (one: number) => one <= day
  return daysOf({ bought: bought.filter(isKnown), pauses, departures: departures.filter(isKnown) })
}

/** Fails on the first day whose status, and on any stretch, that the walk saw otherwise. */
function expectAsWalked(rule: Rule, life: Life, until: number): void {
  const first = Math.min(until, ...life.bought, ...life.departures)
  const walked = new DayWalk(rule, life).walk(first, until)
  const stand = standUnder(rule)
  const events = new Set([first, ...life.bought, ...life.departures])
  let { standing } = stand(knownOn(first, life))
  walked.statuses.forEach((expected, index) => {
    const today = first + index
    if (events.has(today)) standing = stand(knownOn(today, life)).standing
    const { id } = statusAt(standing, today)
    if (id !== expected) throw new Error(`On day ${today}: ${id} instead of ${expected}.`)
  })
  const { standing: last, spans } = stand(daysOf(life))
  const stretches = spans.map(({ series, startDay: from, endDay: to, endCause: cause }) => ({
    series,
    from,
    to,
    cause,
  }))
  const isOver = last.since !== null && walked.open === null
  expect(stretches).toEqual(isOver ? walked.closed.slice(0, -1) : walked.closed)
  if (walked.open) expect(last.since).toMatchObject({ day: walked.open.from, series: walked.open.series })
}

describe('the standing', () => {
  const day = fc.integer({ min: 0, max: 700 })
  const pause = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 120 }), { freq: 8 }))
    .map(([from, length]): PausedDays => [from, length === null ? null : from + length])
  const life = fc.record({
    bought: fc.array(day, { maxLength: 10 }),
    pauses: fc.array(pause, { maxLength: 2 }),
    departures: fc.array(day, { maxLength: 2 }),
  })
  const laterFits = fc
    .uniqueArray(fc.record({ fromDay: day, typicalIntervalDays: fc.integer({ min: 5, max: 200 }) }), {
      maxLength: 3,
      selector: ({ fromDay }) => fromDay,
    })
    .map(later => later.toSorted((one, other) => one.fromDay - other.fromDay))

  it.each(Object.entries(settingsOf))(
    'under the preset %s is that of a walk day by day, with pauses, departures and fits that change',
    (_, settings) => {
      fc.assert(
        fc.property(life, laterFits, (one, later) => {
          const fits = [fit, ...later.map(change => ({ ...fit, ...change }))]
          expectAsWalked({ settings, fits }, one, 900)
        }),
      )
    },
  )
})

const logs = {
  'the CDNOW sample': readCdnowSample,
  'the wholesaler': readUciInvoices,
  'the small shop': readRfmOrders,
}

describe.skipIf(!isPresent).each(Object.entries(logs))('the standing of every customer of %s', (_, read) => {
  const log = isPresent ? read() : new Map<string, number[]>()
  const lastDay = Math.max(...[...log.values()].flat())

  it.each(Object.entries(settingsOf))(
    'under the preset %s is that of a walk day by day',
    (_, settings) => {
      const rule: Rule = { settings, fits: [fit] }
      expect(log.size).toBeGreaterThan(900)
      for (const bought of log.values()) {
        expectAsWalked(rule, { bought, pauses: [], departures: [] }, lastDay + 100)
      }
    },
    60_000,
  )
})
