// What a dry run counts, row by row: how many can be read, of how many customers, over which period, for how much,
// and what is wrong with the others. Pure.

import type { BadRow, FileRow, GoodRow } from './file-rows.ts'
import { HashCounter } from './hash-counter.ts'

export const mostShownFaults = 20

export class Tally {
  rows = 0
  bad = 0
  /** Minor units by currency. */
  readonly sums = new Map<string, number>()
  /** Amounts below zero: refunds. */
  refunds = 0
  /** Local dates. */
  firstDay: string | null = null
  lastDay: string | null = null
  /** Rows whose id stands in the file already: of each id only the last row counts. */
  repeatedIds = 0
  readonly firstBad: BadRow[] = []
  readonly #customers = new HashCounter()
  readonly #ids = new HashCounter()

  get good(): number {
    return this.rows - this.bad
  }

  get customers(): number {
    return this.#customers.size
  }

  add(rows: readonly FileRow[]): void {
    for (const row of rows) {
      this.rows += 1
      if ('row' in row) this.#addGood(row)
      else this.#addBad(row)
    }
  }

  #addBad(row: BadRow): void {
    this.bad += 1
    if (this.firstBad.length < mostShownFaults) this.firstBad.push(row)
  }

  #addGood({ row: { identities, id, at, fact } }: GoodRow): void {
    const [identity] = identities
    if (identity) this.#customers.add(`${identity.kind} ${identity.value.toLowerCase()}`)
    if (id !== null && this.#ids.add(id) > 1) this.repeatedIds += 1
    const day = at.slice(0, 10)
    if (this.firstDay === null || day < this.firstDay) this.firstDay = day
    if (this.lastDay === null || day > this.lastDay) this.lastDay = day
    if ('score' in fact) return
    this.sums.set(fact.currency, (this.sums.get(fact.currency) ?? 0) + fact.amountMinor)
    if (fact.amountMinor < 0) this.refunds += 1
  }
}
