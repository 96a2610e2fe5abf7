import { describe, expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { fitWorkspace } from '../../worker/fit-workspace.ts'
import { purchaseDaysOf } from '../../worker/purchase-days.ts'
import { recalibrateWorkspace, type ScoredPage } from '../../worker/recalibrate-workspace.ts'
import { type Recalibration, recalibrated } from '../../worker/risk-model/recalibrate.ts'
import { logLoss } from '../../worker/risk-model/score-quality.ts'
import type { CustomerDays } from '../../worker/stand.ts'
import { dayNumber, isPresent, type PurchaseLog, readUciInvoices } from '../reference-data.ts'
import { outlooksOn } from './risk-model/outlooks.ts'
import { simulateLog as simulate, weeksAfter } from './simulate-log.ts'

const today = 20_000
/** Everyone's horizon is eight weeks, and so is each of the two windows before today. */
const eightWeeks: Settings = { ...defaultSettings, horizon: { ...defaultSettings.horizon, fixedDays: 56 } }
const pastCutOff = today - 1 - 2 * 56
const laterCutOff = today - 1 - 56

const simulateLog = (count: number, seed: number, dayAt?: (day: number) => number) =>
  simulate(count, { seed, today, ...(dayAt && { dayAt }) })

const customersOf = (log: PurchaseLog): CustomerDays[] =>
  Array.from(log.values(), days => ({ purchases: purchaseDaysOf(days), pauses: [], departures: [] }))

const inPages = (customers: readonly CustomerDays[]): ScoredPage[] => [
  customers.slice(0, 700).map(days => ({ days })),
  customers.slice(700).map(days => ({ days })),
]

async function recalibrateOn(
  day: number,
  customers: readonly CustomerDays[],
  settings = defaultSettings,
): Promise<Recalibration | null> {
  const pages = inPages(customers)
  const { fit } = await fitWorkspace(pages, day, settings)
  return recalibrateWorkspace(pages, fit, settings)
}

/** The log loss of what comes after a day, as the model says it and recalibrated. */
function lossesAfter(
  log: PurchaseLog,
  day: number,
  lastDay: number,
  recalibration: Recalibration | null,
): { before: number; after: number } {
  const told = outlooksOn(log, day).filter(({ untilDay }) => untilDay <= lastDay)
  const mended = told.map(({ probability, isGone }) => ({
    probability: recalibration ? recalibrated(probability, recalibration) : probability,
    isGone,
  }))
  return { before: logLoss(told) ?? 0, after: logLoss(mended) ?? 0 }
}

/** They buy ever more often: twice as often after 300 days. */
function everMoreOften(day: number): number {
  const rate = Math.LN2 / 300
  return today + Math.log1p(Math.max(-0.99, rate * (day - today))) / rate
}

/** From the past window on they take four times as long. */
const everythingSlower = (day: number) => (day <= pastCutOff ? day : pastCutOff + 4 * (day - pastCutOff))

/** For 50 days after each of these nobody buys, and everything comes 50 days later. */
const standstillAfter = (days: readonly number[]) => (bought: number) =>
  days.reduce((at, day) => (at > day ? at + 50 : at), bought)

describe('recalibrating a workspace', () => {
  it('mends a model that overstates the risk, and what comes after is told better', async () => {
    const log = simulateLog(2_000, 1, everMoreOften)
    const found = await recalibrateOn(today, customersOf(log))
    if (!found) throw new Error('The model was left as it is.')
    expect(recalibrated(0.5, found)).toBeLessThan(0.4)
    const { before, after } = lossesAfter(log, today, today + 7 * weeksAfter, found)
    expect(after).toBeLessThan(before - 0.005)
  })

  it('knows nothing of what was bought after its day', async () => {
    const log = simulateLog(2_000, 1, everMoreOften)
    const known = new Map(Array.from(log, ([id, days]) => [id, days.filter(day => day <= today)]))
    expect(await recalibrateOn(today, customersOf(log))).toEqual(
      await recalibrateOn(today, customersOf(known)),
    )
  })

  it('leaves a model that is right as it is, or nearly so', async () => {
    const found = []
    for (const seed of [1, 2, 3, 4]) {
      found.push(await recalibrateOn(today, customersOf(simulateLog(1_500, seed)), eightWeeks))
    }
    expect(found).toContain(null)
    for (const recalibration of found) {
      for (const probability of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const mended = recalibration ? recalibrated(probability, recalibration) : probability
        expect(Math.abs(mended - probability)).toBeLessThan(0.05)
      }
    }
  })

  it('learns from an error that lasts, and not from one that passed', async () => {
    const lasting = simulateLog(1_500, 1, standstillAfter([pastCutOff, laterCutOff]))
    const passing = simulateLog(1_500, 1, standstillAfter([pastCutOff]))
    const found = await recalibrateOn(today, customersOf(lasting), eightWeeks)
    expect(found && recalibrated(0.5, found)).toBeGreaterThan(0.6)
    expect(await recalibrateOn(today, customersOf(passing), eightWeeks)).toBeNull()
  })

  it('looks no further than half a year ahead', async () => {
    const log = simulateLog(2_000, 1, standstillAfter([today - 1 - 2 * 182, today - 1 - 182]))
    const looking = (fixedDays: number) => ({
      ...defaultSettings,
      horizon: { ...defaultSettings.horizon, fixedDays },
    })
    expect(await recalibrateOn(today, customersOf(log), looking(182))).not.toBeNull()
    expect(await recalibrateOn(today, customersOf(log), looking(183))).toBeNull()
  })

  it('says nothing of all where it can tell of less than half of them', async () => {
    const customers = customersOf(simulateLog(1_000, 3, everythingSlower))
    const pausing = customers.map((customer): CustomerDays => ({ ...customer, pauses: [[pastCutOff, null]] }))
    const [another] = pausing
    if (!another) throw new Error('Nobody was simulated.')
    expect(await recalibrateOn(today, [...customers, ...pausing], eightWeeks)).not.toBeNull()
    expect(await recalibrateOn(today, [...customers, ...pausing, another], eightWeeks)).toBeNull()
  })

  it('fits nothing, nor looks at anyone, below 1,000 customers', async () => {
    const unread = new Proxy<ScoredPage[]>([], {
      get() {
        throw new Error('The customers were looked at.')
      },
    })
    const of = (customers: number) =>
      recalibrateWorkspace(unread, { asOfDay: today, customers, typicalIntervalDays: 30 }, defaultSettings)
    expect(await of(999)).toBeNull()
    await expect(of(1_000)).rejects.toThrow('looked at')
  })
})

describe('of 1,000 customers, all of whom are needed, one counts', () => {
  const log = simulateLog(1_000, 3, everythingSlower)
  const [first, ...others] = customersOf(log)
  if (!first?.purchases) throw new Error('Nobody was simulated.')
  const { purchases } = first
  const lastKnown = (log.get('0') ?? []).filter(day => day <= pastCutOff).at(-1) ?? 0

  it.each<[string, boolean, Partial<CustomerDays>]>([
    ['as they are', true, {}],
    [
      'not who had not bought before the past window',
      false,
      { purchases: { ...purchases, firstDay: today - 60 } },
    ],
    ['not who had left by then', false, { departures: [pastCutOff] }],
    ['who left on a day after', true, { departures: [pastCutOff + 1] }],
    ['who had left and bought again', true, { departures: [lastKnown - 1] }],
    ['not who pauses without an end', false, { pauses: [[pastCutOff - 5, null]] }],
    [
      'not whose horizon a pause took beyond the window',
      false,
      { pauses: [[pastCutOff + 9, pastCutOff + 9]] },
    ],
    ['whose pause was over before', true, { pauses: [[pastCutOff - 9, pastCutOff]] }],
  ])('%s: %s', async (_, counts, stated) => {
    const found = await recalibrateOn(today, [{ ...first, ...stated }, ...others], eightWeeks)
    expect(found !== null).toBe(counts)
  })
})

describe('a pause', () => {
  it('that everyone took before the windows is as if those days had not been', async () => {
    const log = simulateLog(1_000, 3, everythingSlower)
    const [from, until] = [pastCutOff - 39, pastCutOff - 10]
    const paused = Array.from(log.values(), (days): CustomerDays => {
      const moved = days.map(day => (day <= until ? day - (until - from + 1) : day))
      return { purchases: purchaseDaysOf(moved), pauses: [[from, until]], departures: [] }
    })
    const found = await recalibrateOn(today, paused, eightWeeks)
    expect(found).not.toBeNull()
    expect(found).toEqual(await recalibrateOn(today, customersOf(log), eightWeeks))
  })
})

describe.skipIf(!isPresent)('recalibrating on real purchases', () => {
  it.each(['2011-07-13', '2011-09-07'])('tells better on %s what a wholesaler sold after it', async date => {
    const log = readUciInvoices()
    const day = dayNumber(date)
    const found = await recalibrateOn(day, customersOf(log))
    const { before, after } = lossesAfter(log, day, dayNumber('2011-12-09'), found)
    process.stdout.write(
      `UCI after ${date}: log loss ${before.toFixed(4)}, recalibrated ${after.toFixed(4)}\n`,
    )
    expect(found).not.toBeNull()
    expect(after).toBeLessThan(before)
  })
})
