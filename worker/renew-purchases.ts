// After purchases were decided on: the customers whose purchase days change get their new days. New purchases are
// added to the days already known; where a correction may have emptied a day, they are counted anew.

import type { Decision } from './decide-facts.ts'
import { purchaseDaysOf, withDays } from './purchase-days.ts'
import type { Customer } from './repositories/customers.ts'
import { isPurchase } from './repositories/purchases.ts'

/** Customers whose days cannot be told from the ones known, because a stored purchase of theirs is corrected. */
export function customersToRecount({ superseded }: Decision): string[] {
  return [
    ...new Set(superseded.filter(({ content }) => isPurchase(content)).map(({ customerId }) => customerId)),
  ]
}

/**
 * @param counted purchases by customer and day as stored, for the customers to recount.
 */
export function renewPurchaseDays(
  { book, facts, superseded }: Decision,
  counted: ReadonlyMap<string, Map<number, number>>,
): void {
  for (const { customerId, day, content } of superseded) {
    const days = counted.get(customerId)
    if (days && isPurchase(content)) days.set(day, (days.get(day) ?? 0) - 1)
  }
  const added = new Map<string, number[]>([...counted.keys()].map(id => [id, []]))
  for (const { customerId, day, content } of facts) {
    if (!isPurchase(content)) continue
    const days = added.get(customerId)
    if (days) days.push(day)
    else added.set(customerId, [day])
  }
  for (const [customerId, days] of added) {
    const customer = book.get(customerId)
    if (customer) renew(customer, days, counted.get(customerId))
  }

  function renew(customer: Customer, days: number[], recounted: Map<number, number> | undefined): void {
    const before = recounted
      ? purchaseDaysOf([...recounted].filter(([, purchases]) => purchases > 0).map(([day]) => day))
      : customer.days
    const after = days.length > 0 ? withDays(before, days) : before
    const isSame =
      after?.firstDay === customer.days?.firstDay && after?.gaps.join() === customer.days?.gaps.join()
    if (isSame) return
    customer.days = after
    book.markChanged(customer)
  }
}
