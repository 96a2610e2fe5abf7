// What a customer paid, of a size that a year's days bound: kept with the customer and renewed with each purchase,
// so that a look-up costs the same for the oldest one. Pure.

import type { Money } from './history.ts'

/** A day's purchases and refunds. */
export interface DayTally {
  /** In any currency, refunds aside: what makes the rhythm. */
  purchases: number
  /** In the workspace's currency: the sum with refunds taken off, and the purchases it is of. */
  minor: number
  paid: number
}

export type Tallies = ReadonlyMap<number, Readonly<DayTally>>

export interface StoredMoney {
  totalMinor: number
  purchases: number
  /** `[day, minor, purchases]` of the year up to the last purchase and of everything since, ascending. */
  byDay: readonly (readonly [day: number, minor: number, purchases: number])[]
}

export const noMoney: StoredMoney = { totalMinor: 0, purchases: 0, byDay: [] }

/** The year before the last purchase, by any calendar. */
const mostDaysBefore = 366

/** With the tallies of further days, or further tallies of the same. @param lastDay of a purchase, null for none. */
export function withTallies(known: StoredMoney, tallies: Tallies, lastDay: number | null): StoredMoney {
  let { totalMinor, purchases } = known
  const days = new Map(known.byDay.map(([day, minor, paid]) => [day, { minor, paid }]))
  for (const [day, { minor, paid }] of tallies) {
    if (minor === 0 && paid === 0) continue
    totalMinor += minor
    purchases += paid
    const before = days.get(day)
    days.set(day, { minor: minor + (before?.minor ?? 0), paid: paid + (before?.paid ?? 0) })
  }
  const firstKept = lastDay === null ? Number.NEGATIVE_INFINITY : lastDay - mostDaysBefore
  const byDay = [...days]
    .filter(([day, { minor, paid }]) => day >= firstKept && (minor !== 0 || paid !== 0))
    .sort(([one], [other]) => one - other)
    .map(([day, { minor, paid }]) => [day, minor, paid] as const)
  return { totalMinor, purchases, byDay }
}

/** Without everything from a day on. */
export function moneyBefore({ totalMinor, purchases, byDay }: StoredMoney, day: number): StoredMoney {
  const later = byDay.filter(([one]) => one >= day)
  return {
    totalMinor: totalMinor - later.reduce((sum, [, minor]) => sum + minor, 0),
    purchases: purchases - later.reduce((sum, [, , paid]) => sum + paid, 0),
    byDay: byDay.filter(([one]) => one < day),
  }
}

/** As the metrics see it. */
export function moneyOf({ totalMinor, purchases, byDay }: StoredMoney): Money {
  return { totalMinor, purchases, byDay: byDay.map(([day, minor]) => [day, minor]) }
}

/** Adds a purchase or refund to the tally of its day, or takes it off again. */
export function tally(
  tallies: Map<number, DayTally>,
  { day, minor, isOwnCurrency }: { day: number; minor: number; isOwnCurrency: boolean },
  by: 1 | -1 = 1,
): void {
  const of = tallies.get(day) ?? { purchases: 0, minor: 0, paid: 0 }
  tallies.set(day, of)
  const isPurchase = minor >= 0
  if (isPurchase) of.purchases += by
  if (!isOwnCurrency) return
  of.minor += by * minor
  if (isPurchase) of.paid += by
}

/** As it is kept, without names: a file of purchases writes it for every customer it touches. Null of nothing. */
export function packMoney({ totalMinor, purchases, byDay }: StoredMoney): string | null {
  return byDay.length > 0 || purchases > 0 ? JSON.stringify([totalMinor, purchases, byDay]) : null
}

export function unpackMoney(text: string | null): StoredMoney {
  if (text === null) return noMoney
  const [totalMinor, purchases, byDay] = JSON.parse(text)
  return { totalMinor, purchases, byDay }
}
