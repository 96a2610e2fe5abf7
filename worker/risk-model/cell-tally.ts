// Counts customers of the same recency together: from stored days to the model's weeks.

import type { Cell } from './mbg-nbd.ts'

/**
 * One customer: x repeat purchases, the last day and the day observed until counted from the first purchase.
 */
export interface DayCounts {
  x: number
  lastDay: number
  days: number
}

const daysPerWeek = 7
/** More cells cost more time than single days are worth: then whole weeks are counted. */
const mostCells = 300_000
/** Two day counts, each below 2,800 years, make one whole number. */
const dayRange = 2 ** 20

/** Takes customers one by one, so that a job can page through them; holds one number for each cell. */
export class CellTally {
  /** By x, then by last day and days; how many customers. */
  readonly #customers = new Map<number, Map<number, number>>()
  #size = 0

  /** All three whole and not negative. */
  add({ x, lastDay, days }: DayCounts, customers = 1): void {
    const ofX = this.#customers.get(x) ?? new Map<number, number>()
    if (ofX.size === 0) this.#customers.set(x, ofX)
    const key = lastDay * dayRange + days
    const known = ofX.get(key)
    if (known === undefined) this.#size += 1
    ofX.set(key, (known ?? 0) + customers)
  }

  /** One cell for each combination of x, last day and days; of weeks, rounded, above 300,000 of them. */
  toCells(): Cell[] {
    const tally = this.#size > mostCells ? this.#roundedToWeeks() : this
    return Array.from(tally.#counts(), ([{ x, lastDay, days }, n]) => ({
      x,
      tx: lastDay / daysPerWeek,
      T: days / daysPerWeek,
      n,
    }))
  }

  #roundedToWeeks(): CellTally {
    const rounded = new CellTally()
    for (const [{ x, lastDay, days }, n] of this.#counts()) {
      rounded.add({ x, lastDay: nearestWeek(lastDay), days: nearestWeek(days) }, n)
    }
    return rounded
  }

  *#counts(): Generator<[DayCounts, number]> {
    for (const [x, ofX] of this.#customers) {
      for (const [key, n] of ofX) yield [{ x, lastDay: Math.floor(key / dayRange), days: key % dayRange }, n]
    }
  }
}

function nearestWeek(days: number): number {
  return Math.round(days / daysPerWeek) * daysPerWeek
}
