import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/settings.ts'
import { rfmOf } from '../../worker/metrics/rfm.ts'
import { type CustomerTotals, rollUp } from '../../worker/rollup.ts'
import { dayNumber, isPresent, readText } from '../reference-data.ts'
import { cdnowFit, historyOf, momentOf } from './metrics/history.ts'

const today = 20_000
const scope = { currency: 'EUR', today, settings: defaultSettings }

const customer = (yearMinor: number, stated: Partial<CustomerTotals> = {}): CustomerTotals => ({
  lastDay: today,
  purchaseDays: 1,
  totalMinor: yearMinor,
  yearMinor,
  ...stated,
})

const classesOf = (...yearMinor: number[]) =>
  rollUp(
    yearMinor.map(minor => customer(minor)),
    scope,
  )?.classes

describe('classes by revenue', () => {
  it('begin where the customers before make up the share, in whatever order they come', () => {
    // 40, 70, 80, 90, 95, 100 percent: a share that is reached is past.
    expect(classesOf(1000, 4000, 500, 3000, 1000, 500)).toEqual({ a: 1000, b: 500 })
    expect(classesOf(4000, 3000, 1001, 999, 500, 500)).toEqual({ a: 1001, b: 500 })
  })

  it('count whoever crosses a share in, so that the largest is always A', () => {
    expect(classesOf(9900, 50, 50)).toEqual({ a: 9900, b: 9900 })
    expect(classesOf(100)).toEqual({ a: 100, b: 100 })
  })

  it('are of one kind for equal revenue', () => {
    expect(classesOf(100, 100, 100, 100, 100)).toEqual({ a: 100, b: 100 })
  })

  it('leave refunds and silence out, and have no bounds where nobody spent', () => {
    expect(classesOf(800, 200, 0, -5000)).toEqual({ a: 800, b: 200 })
    expect(classesOf(0, -5)).toBeNull()
  })

  it('follow the settings', () => {
    const settings = { ...defaultSettings, classes: { a: 0, b: 0.5 } }
    const totals = [6000, 3000, 1000].map(minor => customer(minor))
    expect(rollUp(totals, { ...scope, settings })?.classes).toEqual({ a: 6001, b: 6000 })
  })

  it('hold their share of the revenue, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 }), yearMinor => {
        const bounds = classesOf(...yearMinor)
        const total = yearMinor.reduce((sum, minor) => sum + minor, 0)
        const from = (least: number) =>
          yearMinor.filter(minor => minor >= least).reduce((sum, minor) => sum + minor, 0)
        expect(bounds).not.toBeNull()
        const { a, b } = bounds ?? { a: 0, b: 0 }
        expect(a).toBeGreaterThanOrEqual(b)
        expect(from(a) / total).toBeGreaterThanOrEqual(0.8)
        expect(from(a + 1) / total).toBeLessThan(0.8)
        expect(from(b) / total).toBeGreaterThanOrEqual(0.95)
      }),
    )
  })
})

describe('the mean purchase', () => {
  it("is the mean of the customers' own means, of those who paid", () => {
    const totals = [
      customer(0, { totalMinor: 900, purchaseDays: 3 }),
      customer(0, { totalMinor: 500, purchaseDays: 1 }),
      customer(0, { totalMinor: 0, purchaseDays: 7 }),
    ]
    expect(rollUp(totals, scope)).toMatchObject({ meanPurchaseMinor: 400, customers: 2 })
  })

  it('is 0 of no customers where nobody paid', () => {
    expect(rollUp([customer(0)], scope)).toMatchObject({ meanPurchaseMinor: 0, customers: 0 })
  })
})

describe('a rollup', () => {
  it('is none of no customers', () => {
    expect(rollUp([], scope)).toBeNull()
  })

  it('of 100,000 customers survives its way through JSON, well under a second', () => {
    const totals = Array.from({ length: 100_000 }, (_, index) =>
      customer((index * 7919) % 1_000_003, {
        lastDay: today - (index % 900),
        purchaseDays: 1 + (index % 40),
      }),
    )
    const begun = performance.now()
    const made = rollUp(totals, scope)
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
  })
})

describe.skipIf(!isPresent)('RFM of the orders with names on the last day of 2006', () => {
  const asOf = dayNumber('2006-12-31')
  const orders = isPresent ? readOrders() : new Map<string, { day: number; minor: number }[]>()
  const totals = [...orders.values()].map(bought => ({
    lastDay: Math.max(...bought.map(({ day }) => day)),
    purchaseDays: new Set(bought.map(({ day }) => day)).size,
    totalMinor: bought.reduce((sum, { minor }) => sum + minor, 0),
    yearMinor: 0,
  }))
  const rollup = rollUp(totals, { ...scope, today: asOf })

  it('has the published thresholds', () => {
    expect(rollup?.rfm).toEqual({
      recency: [115, 181, 297.4, 482],
      frequency: [4, 5, 6, 8],
      money: [25_580, 38_200, 50_640, 66_600].map(minor => expect.closeTo(minor, 6)),
    })
  })

  it('gives the first five customers by name their published scores', () => {
    const moment = momentOf('2006-12-31', { fit: { ...cdnowFit, rollup } })
    const scores = [...orders]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, 5)
      .map(([, bought]) => {
        const totalMinor = bought.reduce((sum, { minor }) => sum + minor, 0)
        const history = historyOf({
          bought: bought.map(({ day }) => day),
          money: { totalMinor, purchases: bought.length, byDay: [] },
        })
        const rfm = rfmOf(history, moment)
        return 'unknown' in rfm ? rfm : 100 * rfm.recency + 10 * rfm.frequency + rfm.money
      })
    expect(scores).toEqual([343, 412, 323, 544, 433])
  })
})

function readOrders(): Map<string, { day: number; minor: number }[]> {
  const orders = new Map<string, { day: number; minor: number }[]>()
  for (const line of readText('rfm_orders.csv').split(/\r?\n/)) {
    const [, name, date, revenue] = /^"([^"]*)",(\d{4}-\d{2}-\d{2}),(\d+),/.exec(line) ?? []
    if (!name || !date) continue
    orders.set(name, [...(orders.get(name) ?? []), { day: dayNumber(date), minor: 100 * Number(revenue) }])
  }
  return orders
}
