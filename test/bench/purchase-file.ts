// A shop's export as a CSV file: purchases in the order in which they were made, by customers of whom few buy often
// and many seldom. Seeded: the same every time.

import { dayMs, formatInstant } from '../../shared/time.ts'
import { seededRandom } from './simulate-customers.ts'

const firstDay = Date.UTC(2023, 0, 2)
const days = 3 * 365
const opensAtMs = 8 * 3_600_000
const openMs = 12 * 3_600_000
/** Amounts are spread evenly up to here, in cents. */
const mostCents = 20_000

/** Everybody buys once at least; whoever buys more does so evenly over the years, as a Poisson process does. */
export function purchaseFile(rows: number, customers: number): string {
  const random = seededRandom(rows)
  const purchases = Array.from({ length: rows }, (_, index) => {
    const customer = index < customers ? index : Math.floor(random() ** 2 * customers)
    const at = firstDay + Math.floor(random() * days) * dayMs + opensAtMs + Math.floor(random() * openMs)
    return { customer, at, cents: 100 + Math.floor(random() * mostCents) }
  })
  const lines = purchases
    .sort((one, other) => one.at - other.at)
    .map(({ customer, at, cents }, index) =>
      [
        `#${100_000 + index}`,
        `buyer.${customer}@customers.example`,
        `Buyer ${customer}`,
        formatInstant(at).slice(0, 19).replace('T', ' '),
        (cents / 100).toFixed(2),
      ].join(),
    )
  return `Order ID,Email,Name,Date,Amount\n${lines.join('\n')}\n`
}
