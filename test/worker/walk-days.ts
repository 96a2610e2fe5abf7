// A customer's life day by day, with a flag for each threshold crossed and nothing looked ahead: what standings are
// held against. Slow and simple on purpose.

import type { StatusId } from '../../shared/snapshot.ts'
import type { PausedDays } from '../../worker/pauses.ts'
import { noPurchaseProbability } from '../../worker/risk-model/mbg-nbd.ts'
import type { Rule } from '../../worker/rule.ts'

export interface Life {
  /** In any order. */
  bought: readonly number[]
  pauses: readonly PausedDays[]
  departures: readonly number[]
}

interface Stretch {
  series: 'once' | 'repeat'
  from: number
}

export class DayWalk {
  /** The status at the end of each day walked. */
  readonly statuses: StatusId[] = []
  readonly closed: (Stretch & { to: number; cause: string })[] = []
  open: Stretch | null = null
  readonly #rule: Rule
  readonly #life: Life
  #day = 0
  #gaps: number[] = []
  #last: number | null = null
  /** Days of silence, and paused ones among them; days since the last return. */
  #silent = 0
  #paused = 0
  #sinceReturn = 0
  #returned: { purchases: number } | null = null
  #crossed = { once: false, late: false, lost: false, settled: false }
  #hasLeft = false

  constructor(rule: Rule, life: Life) {
    this.#rule = rule
    this.#life = life
  }

  /** Both days included; the first is that of the first fact. */
  walk(from: number, until: number): this {
    for (this.#day = from; this.#day <= until; this.#day += 1) this.#live()
    return this
  }

  #live(): void {
    const buys = this.#life.bought.includes(this.#day)
    const leaves = this.#life.departures.includes(this.#day)
    if (leaves && !buys) this.#leave()
    if (this.#last !== null) {
      if (this.#isPaused) this.#paused += 1
      else {
        this.#silent += 1
        this.#sinceReturn += 1
      }
      this.#judge()
    }
    if (buys) this.#buy()
    if (leaves && buys) this.#leave()
    this.statuses.push(this.#status)
  }

  #buy(): void {
    if (this.#last === null) this.open = { series: 'once', from: this.#day }
    else {
      this.#gaps.push(this.#day - this.#last - this.#paused + (this.#isPaused ? 1 : 0))
      if (!this.open) {
        this.open = { series: 'repeat', from: this.#day }
        this.#returned = { purchases: 0 }
        this.#sinceReturn = 0
      } else {
        if (this.#returned) this.#returned.purchases += 1
        if (this.open.series === 'once') {
          this.#close('repeated')
          this.open = { series: 'repeat', from: this.#day }
        }
      }
    }
    this.#last = this.#day
    this.#silent = 0
    this.#paused = 0
    this.#hasLeft = false
    this.#crossed = { once: false, late: false, lost: false, settled: false }
    this.#judge()
  }

  #leave(): void {
    this.#hasLeft = true
    this.#close('departed')
  }

  #close(cause: string): void {
    if (this.open) this.closed.push({ ...this.open, to: this.#day, cause })
    this.open = null
  }

  #judge(): void {
    const { rule, model } = this.#rule.settings
    const isOver = (days: number, multiple: number) => days >= multiple * this.#interval - 1e-9
    const isModel = rule.preset === 'model' && this.#fit !== undefined
    this.#crossed.once ||= isOver(this.#silent, 1)
    this.#crossed.settled ||= isOver(this.#sinceReturn, 2)
    this.#crossed.late ||= isModel ? this.#modelSays(1, model.late) : isOver(this.#silent, rule.late)
    const isLost = isModel ? this.#modelSays(2, model.lost) : isOver(this.#silent, rule.lost)
    if (this.#crossed.lost || !isLost) return
    this.#crossed.lost = true
    this.#close('lost')
  }

  #modelSays(intervals: number, target: number): boolean {
    if (!this.#fit || this.#silent < Math.ceil(this.#interval - 1e-9)) return false
    const active = this.#gaps.reduce((sum, gap) => sum + gap, 0)
    const recency = { x: this.#gaps.length, tx: active / 7, T: (active + this.#silent) / 7 }
    return noPurchaseProbability(this.#fit.params, recency, (intervals * this.#interval) / 7) >= target - 1e-9
  }

  get #isPaused(): boolean {
    return this.#life.pauses.some(([from, to]) => from <= this.#day && (to === null || this.#day <= to))
  }

  get #fit() {
    const { fits } = this.#rule
    return fits.findLast(({ fromDay }) => fromDay === null || fromDay <= this.#day) ?? fits[0]
  }

  get #interval(): number {
    if (this.#gaps.length < 2) return this.#fit?.typicalIntervalDays ?? this.#rule.settings.usualIntervalDays
    const sorted = this.#gaps.toSorted((one, other) => one - other)
    const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
    return middle.reduce((sum, gap) => sum + gap, 0) / middle.length
  }

  get #status(): StatusId {
    if (this.#hasLeft) return 'departed'
    if (this.#last === null) return 'prospect'
    if (this.#gaps.length === 0) return this.#crossed.once ? 'once' : 'new'
    if (this.#crossed.lost) return 'lost'
    if (this.#crossed.late) return 'late'
    const isBack = this.#returned !== null && this.#returned.purchases < 2 && !this.#crossed.settled
    return isBack ? 'returned' : 'active'
  }
}
