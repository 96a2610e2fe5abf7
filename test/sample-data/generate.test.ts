import fc from 'fast-check'
import { isPossiblePhoneNumber } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { customerRow, purchaseRow, responseRow } from '../../shared/facts.ts'
import { normaliseEmail } from '../../shared/identity.ts'
import { dayMs } from '../../shared/time.ts'
import { generateSampleData, type SampleData } from './generate.ts'
import { shopParams } from './purchases.ts'

const now = Date.parse('2026-11-23T09:30:00Z')
const data = generateSampleData({ now })
const emails = data.customers.map(row => identityOf(row, 'email') ?? '')
const bought = daysBoughtByEmail(data)

function identityOf(row: { customer: { kind: string; value: string }[] }, kind: string): string | undefined {
  return row.customer.find(identity => identity.kind === kind)?.value
}

/** Days before now of every purchase (refunds left out), oldest first, by the customer's address. */
function daysBoughtByEmail({ customers, purchases }: SampleData): Map<string, number[]> {
  const days = new Map(customers.map(row => [identityOf(row, 'email') ?? '', [] as number[]]))
  for (const row of purchases) {
    if (row.amountMinor > 0)
      days.get(identityOf(row, 'email') ?? '')?.push((now - Date.parse(row.at)) / dayMs)
  }
  return days
}

function gaps(days: number[]): number[] {
  return days.slice(1).map((day, index) => (days[index] ?? day) - day)
}

function daysBoughtBy(record: string): number[] {
  const row = data.customers.find(({ externalId }) => externalId === record)
  return bought.get((row && identityOf(row, 'email')) ?? '') ?? []
}

/** Share of the customers who bought at all. */
function shareOfBuyers(isOne: (days: number[]) => boolean): number {
  const buyers = [...bought.values()].filter(days => days.length > 0)
  return buyers.filter(isOne).length / buyers.length
}

describe('sample data', () => {
  test('is the same for the same seed and moment, and another for another seed', () => {
    expect(generateSampleData({ now })).toEqual(data)
    expect(generateSampleData({ now, seed: 2 }).purchases).not.toEqual(data.purchases)
  })

  test('moves with now and keeps its distances', () => {
    const later = generateSampleData({ now: now + 10 * dayMs })
    expect(later.purchases.map(row => Date.parse(row.at) - 10 * dayMs)).toEqual(
      data.purchases.map(row => Date.parse(row.at)),
    )
  })

  test('holds nothing from the future, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, customers) => {
        const { purchases, responses, irritants } = generateSampleData({ now, seed, customers })
        const moments = [...purchases, ...responses, ...irritants].flatMap(row =>
          'solvedAt' in row && row.solvedAt ? [row.at, row.solvedAt] : [row.at],
        )
        expect(moments.filter(at => Date.parse(at) > now)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('has as many customers as asked for, 400 unless told', () => {
    expect(data.customers).toHaveLength(400)
    expect(generateSampleData({ now, customers: 5 }).customers).toHaveLength(5)
  })

  test('names every row once and every customer by one address and one record', () => {
    for (const rows of [data.customers, data.purchases, data.responses]) {
      expect(new Set(rows.map(row => row.externalId)).size).toBe(rows.length)
    }
    expect(new Set(emails.map(normaliseEmail)).size).toBe(400)
    expect(emails.map(normaliseEmail)).not.toContain(null)
    expect(data.customers.map(row => identityOf(row, 'record'))).toEqual(
      data.customers.map(row => row.externalId),
    )
  })

  test('speaks only of customers that exist', () => {
    const rows = [...data.purchases, ...data.responses, ...data.irritants]
    expect(rows.filter(row => !emails.includes(identityOf(row, 'email') ?? ''))).toEqual([])
  })

  test('keeps the contract of the bulk endpoints', () => {
    expect(data.customers.filter(row => !customerRow.safeParse(row).success)).toEqual([])
    expect(data.purchases.filter(row => !purchaseRow.safeParse(row).success)).toEqual([])
    expect(data.responses.filter(row => !responseRow.safeParse(row).success)).toEqual([])
  })

  test('gives possible telephones, each to one customer but for the two who share a desk', () => {
    const phones = data.customers.flatMap(row => identityOf(row, 'phone') ?? [])
    expect(phones.filter(phone => !isPossiblePhoneNumber(phone))).toEqual([])
    expect(phones.length - new Set(phones).size).toBe(1)
  })

  test('is written in several scripts', () => {
    const names = data.customers.map(row => row.name ?? '').join(' ')
    for (const script of ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hangul']) {
      expect(names, script).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
    }
  })

  test('has about half of the customers buy for a company', () => {
    expect(data.customers.filter(row => row.company).length / 400).toBeCloseTo(0.5, 1)
  })

  test('has one-time buyers, regular ones and loyal ones in plausible shares', () => {
    expect(shareOfBuyers(days => days.length === 1)).toBeGreaterThan(0.12)
    expect(shareOfBuyers(days => days.length === 1)).toBeLessThan(0.35)
    expect(shareOfBuyers(days => days.length >= 4)).toBeGreaterThan(0.4)
    expect(shareOfBuyers(days => days.length >= 12)).toBeGreaterThan(0.08)
  })

  test('has customers on time, customers slipping and customers long gone', () => {
    const ratio = (days: number[]) => (days.at(-1) ?? 0) / median(gaps(days))
    expect(shareOfBuyers(days => days.length > 2 && ratio(days) < 1.5)).toBeGreaterThan(0.2)
    expect(shareOfBuyers(days => days.length > 2 && ratio(days) >= 1.5 && ratio(days) < 3)).toBeGreaterThan(
      0.05,
    )
    expect(shareOfBuyers(days => days.length > 2 && ratio(days) >= 3)).toBeGreaterThan(0.1)
  })

  test("leaves after the first purchase as often as the model's own process says", () => {
    const { purchases } = generateSampleData({ now, customers: 3000 })
    const timesBought = new Map<string, number>()
    for (const row of purchases) {
      const email = identityOf(row, 'email') ?? ''
      if (Date.parse(row.at) < now - 365 * dayMs || timesBought.has(email)) {
        timesBought.set(email, (timesBought.get(email) ?? 0) + 1)
      }
    }
    const once = [...timesBought.values()].filter(times => times === 1).length / timesBought.size
    const { r, alpha, a, b } = shopParams
    const leavingAtOnce = a / (a + b)
    const silentForAYear = (1 - leavingAtOnce) * (alpha / (alpha + 52)) ** r
    expect(once).toBeGreaterThan(leavingAtOnce)
    expect(once).toBeLessThan(leavingAtOnce + silentForAYear + 0.03)
  })

  test('has a handful of refunds, each after a purchase of the same customer', () => {
    const refunds = data.purchases.filter(row => row.amountMinor < 0)
    expect(refunds.length).toBeGreaterThan(2)
    expect(refunds.length).toBeLessThan(25)
    const daysBefore = refunds.map(row => {
      const back = (now - Date.parse(row.at)) / dayMs
      return (bought.get(identityOf(row, 'email') ?? '') ?? []).some(day => day > back)
    })
    expect(daysBefore).not.toContain(false)
  })

  test('logs irritants again and again, and solves them only after they happened', () => {
    const times = new Map<string, number>()
    for (const row of data.irritants) {
      const key = `${identityOf(row, 'email')} ${row.category}`
      times.set(key, (times.get(key) ?? 0) + 1)
    }
    expect([...times.values()].filter(count => count > 1).length).toBeGreaterThan(20)
    const solved = data.irritants.filter(row => row.solvedAt)
    expect(solved.length).toBeGreaterThan(20)
    expect(solved.filter(row => Date.parse(row.solvedAt ?? '') <= Date.parse(row.at))).toEqual([])
  })
})

describe('the showcase', () => {
  test('opens with an angry customer who is still buying', () => {
    expect(median(gaps(daysBoughtBy('C-0001')))).toBeGreaterThan(25)
    expect(median(gaps(daysBoughtBy('C-0001')))).toBeLessThan(35)
    expect(daysBoughtBy('C-0001').at(-1)).toBe(19)
    const irritants = data.irritants.filter(row => identityOf(row, 'email') === emails[0])
    expect(irritants.map(row => row.category)).toEqual(Array(3).fill('small-mistakes'))
    expect(irritants.filter(row => row.solvedAt)).toEqual([])
    expect(data.responses.filter(row => identityOf(row, 'email') === emails[0]).at(-1)?.score).toBe(3)
  })

  test('has one gone quiet, one who bought once and one who never did', () => {
    expect((daysBoughtBy('C-0002').at(-1) ?? 0) / median(gaps(daysBoughtBy('C-0002')))).toBeGreaterThan(1.5)
    expect(daysBoughtBy('C-0004')).toHaveLength(1)
    expect(daysBoughtBy('C-0005')).toEqual([])
  })

  test('has three gaps of exactly 91 days', () => {
    expect(gaps(daysBoughtBy('C-0006'))).toEqual([91, 91, 91])
  })

  test('has two people with one telephone and two with one name', () => {
    const [, , , , , , , viktor, irma, printer, neighbour] = data.customers
    expect(identityOf(viktor ?? { customer: [] }, 'phone')).toBe(
      identityOf(irma ?? { customer: [] }, 'phone'),
    )
    expect(printer?.name).toBe(neighbour?.name)
    const names = data.customers.map(row => row.name)
    expect(names.length - new Set(names).size).toBe(1)
  })
})

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
