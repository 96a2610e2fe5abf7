// One row of a CSV import into who it was and what happened, or into the reasons why not. The options page and the
// Worker read rows with this same code. Identities are made comparable by the Worker alone.

import { type Identity, normaliseEmail } from './identity.ts'
import { currencyInAmount, type DecimalMark, readAmount } from './import-amount.ts'
import { readCurrency, readOrdinal, readScore, readText } from './import-cells.ts'
import { type ImportColumns, type ImportField, type ImportKind, identityFields } from './import-columns.ts'
import { type DateOrder, readDate } from './import-date.ts'

/** How the cells of one file are to be read. */
export interface ImportRules {
  dateOrder: DateOrder
  decimal: DecimalMark
  /** ISO 4217, for rows that name none. */
  currency: string
}

export interface ImportFacts {
  purchases: { amountMinor: number; currency: string; product: string | null }
  responses: { score: number; comment: string | null; touchpoint: string | null }
}

export interface ImportedRow<Kind extends ImportKind = ImportKind> {
  /** In order of trust; a `record` has an empty host, which is the import's source. */
  identities: Identity[]
  name: string | null
  /** The order's or the response's own id. */
  id: string | null
  /** A local date, a local date and time, or an instant with offset. */
  at: string
  /** How many-th row of its combination in the file, where the file says so. */
  ordinal: number | null
  fact: ImportFacts[Kind]
}

/** `missing`: an empty cell. `no-...`: a cell that is none. `too-long`: a cell that cannot be kept as it is. */
export const cellFailureCodes = [
  'missing',
  'no-customer',
  'no-date',
  'no-amount',
  'no-currency',
  'no-score',
  'too-long',
] as const
export type CellFailureCode = (typeof cellFailureCodes)[number]

export interface CellFailure {
  field: ImportField
  code: CellFailureCode
  /** The beginning of what stands in the cell. */
  text: string
}

export type ImportRowResult<Kind extends ImportKind> =
  | { row: ImportedRow<Kind> }
  | { failures: CellFailure[] }

const longestTexts: Partial<Record<ImportField, number>> = {
  customer_id: 1000,
  email: 1000,
  phone: 1000,
  name: 200,
  order_id: 200,
  response_id: 200,
  product: 200,
  comment: 4000,
  touchpoint: 200,
}
const longestQuote = 60
const fewestPhoneDigits = 5

/** Reads one row; every cell that is wrong is named, not the first alone. */
export function readImportRow<Kind extends ImportKind>(
  kind: Kind,
  cells: readonly string[],
  columns: ImportColumns,
  rules: ImportRules,
): ImportRowResult<Kind> {
  const reading = new RowReading(cells, columns)
  const identities = readIdentities(reading)
  const at = reading.read('date', 'no-date', cell => readDate(cell, rules.dateOrder))
  const fact = factReaders[kind](reading, rules)
  const row = {
    identities,
    name: readName(reading),
    id: reading.text(kind === 'purchases' ? 'order_id' : 'response_id'),
    ordinal: readOrdinal(reading.cell('ordinal')),
  }
  if (at === null || fact === null || reading.failures.length > 0) return { failures: reading.failures }
  return { row: { ...row, at, fact } }
}

/**
 * What rows without an id are told apart by: customer, moment, and amount or score. Rows of one combination are
 * numbered by their ordinal, so that equal rows are all kept and the same file twice changes nothing.
 */
export function combinationOf({ identities, at, fact }: ImportedRow): string {
  const [identity] = identities
  const who = identity?.kind === 'email' ? (normaliseEmail(identity.value) ?? '') : (identity?.value ?? '')
  return JSON.stringify([identity?.kind, who, at, 'score' in fact ? fact.score : fact.amountMinor])
}

/** The cells of one row by field, and what is wrong with them so far. */
class RowReading {
  readonly failures: CellFailure[] = []
  readonly #cells: readonly string[]
  readonly #columns: ImportColumns

  constructor(cells: readonly string[], columns: ImportColumns) {
    this.#cells = cells
    this.#columns = columns
  }

  cell(field: ImportField): string {
    return this.#cells[this.#columns[field] ?? -1] ?? ''
  }

  fail(field: ImportField, code: CellFailureCode): null {
    this.failures.push({ field, code, text: this.cell(field).trim().slice(0, longestQuote) })
    return null
  }

  /** The text of a cell that may be empty. */
  text(field: ImportField): string | null {
    const text = readText(this.cell(field))
    if (text.length > (longestTexts[field] ?? Number.POSITIVE_INFINITY)) return this.fail(field, 'too-long')
    return text || null
  }

  /** The value of a cell that must hold one. */
  read<Value>(
    field: ImportField,
    code: CellFailureCode,
    readCell: (cell: string) => Value | null,
  ): Value | null {
    const cell = this.cell(field)
    if (cell.trim() === '') return this.fail(field, 'missing')
    return readCell(cell) ?? this.fail(field, code)
  }
}

const factReaders: {
  [Kind in ImportKind]: (reading: RowReading, rules: ImportRules) => ImportFacts[Kind] | null
} = {
  purchases(reading, { decimal, currency: usualCurrency }) {
    const currency = readRowCurrency(reading, usualCurrency)
    const amountMinor = reading.read('amount', 'no-amount', cell =>
      readAmount(cell, decimal, currency ?? usualCurrency),
    )
    const product = reading.text('product')
    return amountMinor === null || currency === null ? null : { amountMinor, currency, product }
  },
  responses(reading) {
    const score = reading.read('score', 'no-score', readScore)
    const comment = reading.text('comment')
    const touchpoint = reading.text('touchpoint')
    return score === null ? null : { score, comment, touchpoint }
  },
}

/** By its own column, then by a mark beside the amount, then as the file's usual one. */
function readRowCurrency(reading: RowReading, usualCurrency: string): string | null {
  const cell = reading.cell('currency')
  if (cell.trim() !== '') return readCurrency(cell) ?? reading.fail('currency', 'no-currency')
  return currencyInAmount(reading.cell('amount')) ?? usualCurrency
}

/** What can be no identity (`n/a` as an address) is left out where another one is there. */
function readIdentities(reading: RowReading): Identity[] {
  const record = reading.text('customer_id')
  const email = reading.text('email')
  const phone = reading.text('phone')
  const identities: Identity[] = []
  if (record) identities.push({ kind: 'record', value: record, host: '' })
  if (email && normaliseEmail(email)) identities.push({ kind: 'email', value: email })
  if (phone && mayBePhone(phone)) identities.push({ kind: 'phone', value: phone })
  if (identities.length > 0) return identities
  const stated = identityFields.find(field => reading.cell(field).trim() !== '')
  reading.fail(stated ?? 'customer_id', stated ? 'no-customer' : 'missing')
  return []
}

/** Whether it really is one depends on the workspace's region, which the Worker knows. */
function mayBePhone(text: string): boolean {
  return text.replace(/\D/g, '').length >= fewestPhoneDigits
}

function readName(reading: RowReading): string | null {
  const parts = [reading.text('first_name'), reading.text('last_name')].filter(part => part !== null)
  return reading.text('name') ?? (parts.join(' ') || null)
}
