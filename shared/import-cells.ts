// The texts, scores and currencies of a CSV's cells. Dates are read by import-date.ts, amounts by import-amount.ts.

import { currencyOf } from './currency.ts'

/** What a spreadsheet would take for a formula, wide forms included, behind the apostrophe that guards against it. */
const guardedFormula = /^'(?=[=+\-@\t\r＝＋－＠])/

/** A cell's text without surrounding space, and without the apostrophe of a guarded export: `'+370 612 34567`. */
export function readText(cell: string): string {
  return cell.trim().replace(guardedFormula, '')
}

/** @returns an ISO 4217 code for `EUR`, `eur`, `€`, `руб.`; null for anything else. */
export function readCurrency(cell: string): string | null {
  return currencyOf(readText(cell))
}

/** @returns 0 to 10 for `9`, `9.0` and `9/10`; null for anything else. */
export function readScore(cell: string): number | null {
  const [, digits] = /^(\d{1,2})(?:[.,]0{1,6})?(?: ?\/ ?10)?$/.exec(readText(cell)) ?? []
  const score = Number(digits)
  return digits !== undefined && score <= 10 ? score : null
}

/** @returns a whole number from 1 on, or null. */
export function readOrdinal(cell: string): number | null {
  const text = readText(cell)
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
