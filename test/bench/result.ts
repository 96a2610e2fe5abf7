// What a benchmark says: one line of JSON.

export interface BenchResult {
  name: string
  value: number
  unit: string
  /**
   * The value of what it is measured against in the same run, and the value over it; null where the budget is
   * absolute.
   */
  baseline: number | null
  ratio: number | null
  budget: string
  ok: boolean
}
