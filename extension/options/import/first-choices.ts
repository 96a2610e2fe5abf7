// What a member finds chosen when a file is opened: recognised, each of it to be corrected. Pure.

import { currencyInAmount, guessDecimal } from '../../../shared/import-amount.ts'
import {
  type ImportColumns,
  type ImportField,
  type ImportKind,
  recogniseColumns,
} from '../../../shared/import-columns.ts'
import { guessDateOrder, readDate } from '../../../shared/import-date.ts'
import type { ImportRules } from '../../../shared/import-row.ts'
import type { FirstRows } from './open-file.ts'

const mostSamples = 3

/** The same in every language: two admins of one workspace must not give one system two names. */
export const usualSources: Record<ImportKind, string> = { purchases: 'shop', responses: 'survey' }

export function firstColumns({ headers }: FirstRows, kind: ImportKind): ImportColumns {
  return recogniseColumns(headers, kind)
}

/** @param usualCurrency for amounts that name none. */
export function firstRules(first: FirstRows, columns: ImportColumns, usualCurrency: string): ImportRules {
  const dates = cellsOf(first, columns, 'date')
  const amounts = cellsOf(first, columns, 'amount')
  const currency = amounts.map(currencyInAmount).find(found => found !== null)
  return {
    dateOrder: guessDateOrder(dates),
    decimal: guessDecimal(amounts),
    currency: currency ?? usualCurrency,
  }
}

/** Could the dates be read with day and month the other way round as well? Then only the member knows. */
export function isDateOrderOpen(first: FirstRows, columns: ImportColumns): boolean {
  const dates = cellsOf(first, columns, 'date')
  const readable = (order: 'dmy' | 'mdy') => dates.map(date => readDate(date, order))
  const dmy = readable('dmy')
  const mdy = readable('mdy')
  return !dmy.includes(null) && !mdy.includes(null) && dmy.some((date, index) => date !== mdy[index])
}

/** The first different cells of a column that hold anything. */
export function samplesOf({ rows }: FirstRows, column: number): string[] {
  const cells = rows.map(row => row[column]?.trim() ?? '').filter(cell => cell !== '')
  return [...new Set(cells)].slice(0, mostSamples)
}

function cellsOf({ rows }: FirstRows, columns: ImportColumns, field: ImportField): string[] {
  const column = columns[field]
  return column === undefined ? [] : rows.map(row => row[column] ?? '').filter(cell => cell.trim() !== '')
}
