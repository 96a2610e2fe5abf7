// A shop of regular buyers, drawn from the risk model's own process; some of them buy otherwise than it says.

import { seededRandom, simulatePurchases } from '../bench/simulate-customers.ts'
import type { PurchaseLog } from '../reference-data.ts'

/** They buy every four weeks or so, and one in 14 leaves after a purchase. */
const params = { r: 2, alpha: 8, a: 0.3, b: 4 }
/** How far beyond `today` the purchases go. */
export const weeksAfter = 26

export interface Simulated {
  seed: number
  today: number
  /** Customers' time goes otherwise than the calendar's: the calendar's day for theirs. */
  dayAt?: (day: number) => number
}

/** Customers who first bought 120 days to two years before `today`, numbered from 0. */
export function simulateLog(count: number, { seed, today, dayAt = day => day }: Simulated): PurchaseLog {
  const random = seededRandom(seed)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const first = today - 120 - Math.floor(610 * random())
      const weeks = simulatePurchases(params, (today - first) / 7 + weeksAfter, random)
      const days = [first, ...weeks.map(week => Math.round(dayAt(first + 7 * week)))]
      return [`${index}`, [...new Set(days)].sort((one, other) => one - other)]
    }),
  )
}
