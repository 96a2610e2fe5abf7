// The median of numbers that come one by one.

export class RunningMedian {
  readonly #ascending: number[] = []

  add(value: number): void {
    let low = 0
    let high = this.#ascending.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ascending[middle] ?? 0) <= value) low = middle + 1
      else high = middle
    }
    this.#ascending.splice(low, 0, value)
  }

  /** Half-way between the middle two of an even count; NaN of none. */
  get median(): number {
    const last = this.#ascending.length - 1
    const below = this.#ascending[last >> 1] ?? Number.NaN
    const above = this.#ascending[(last + 1) >> 1] ?? Number.NaN
    return (below + above) / 2
  }
}
