// After purchases were decided on: their customers get their new days and money. New purchases are added to what is
// known; where a correction took something away, days and money are counted anew. Pure.

import type { Decision } from './decide-facts.ts'
import { type DayTally, noMoney, type Tallies, tally, withTallies } from './money.ts'
import { type PurchaseDays, purchaseDaysOf, withDays } from './purchase-days.ts'
import type { Customer } from './repositories/customers.ts'
import { boughtOf } from './repositories/purchases.ts'

/** Customers whose days and money cannot be told from those known: a stored purchase of theirs is corrected. */
export function customersToRecount({ superseded }: Decision): string[] {
  return [...new Set(superseded.map(({ customerId }) => customerId))]
}

/** @param counted the tallies of days as stored, for the customers to recount. */
export function renewPurchases(
  { book, facts, superseded }: Decision,
  counted: ReadonlyMap<string, Map<number, DayTally>>,
  currency: string,
): void {
  const added = new Map<string, Map<number, DayTally>>(counted)
  for (const { customerId, day, content } of superseded) {
    const tallies = added.get(customerId)
    if (tallies) tally(tallies, boughtOf(day, content, currency), -1)
  }
  for (const { customerId, day, content } of facts) {
    const tallies = added.get(customerId) ?? new Map<number, DayTally>()
    added.set(customerId, tallies)
    tally(tallies, boughtOf(day, content, currency))
  }
  for (const [customerId, tallies] of added) {
    const customer = book.get(customerId)
    if (!customer) continue
    const renewed = counted.has(customerId) ? countedAnew(customer, tallies) : withMore(customer, tallies)
    customer.days = renewed.days
    customer.money = renewed.money
    book.markChanged(customer)
  }
}

/** The customer with days and money made of all tallies they have. */
export function countedAnew(customer: Customer, tallies: Tallies): Customer {
  const purchases = purchaseDaysOf(boughtDays(tallies))
  return settled(customer, purchases, withTallies(noMoney, tallies, lastDayOf(purchases)))
}

function withMore(customer: Customer, tallies: Tallies): Customer {
  const days = boughtDays(tallies)
  const known = customer.days.purchases
  const purchases = days.length > 0 ? withDays(known, days) : known
  return settled(customer, purchases, withTallies(customer.money, tallies, lastDayOf(purchases)))
}

/** The days stay the very ones where they are the same, so that nothing that hangs on them is renewed. */
function settled(customer: Customer, purchases: PurchaseDays | null, money: Customer['money']): Customer {
  const before = customer.days.purchases
  const isSame = purchases?.firstDay === before?.firstDay && purchases?.gaps.join() === before?.gaps.join()
  return { ...customer, days: isSame ? customer.days : { ...customer.days, purchases }, money }
}

function boughtDays(tallies: Tallies): number[] {
  return [...tallies].filter(([, { purchases }]) => purchases > 0).map(([day]) => day)
}

function lastDayOf(purchases: PurchaseDays | null): number | null {
  return purchases?.gaps.reduce((day, gap) => day + gap, purchases.firstDay) ?? null
}
