// Rows of a file -> parts of canonical CSV as the Worker takes them: the fields' own names above, ISO dates, a
// decimal point, and the ordinal of rows without an id. Pure.

import { decimalsOf } from '../../../shared/currency.ts'
import { type ImportField, type ImportKind, importFields } from '../../../shared/import-columns.ts'
import type { ImportedRow } from '../../../shared/import-row.ts'
import type { GoodRow } from './file-rows.ts'
import { csvLine } from './write-csv.ts'

export interface Part {
  csv: string
  rows: GoodRow[]
}

export const mostPartRows = 5000
/** The first parts are small, so that a member soon sees how fast it goes; each is twice the one before. */
const firstPartRows = 500
export const mostPartBytes = 1_000_000

const encoder = new TextEncoder()

export class PartCutter {
  readonly #kind: ImportKind
  readonly #fields: readonly ImportField[]
  #csv = ''
  #bytes = 0
  #rows: GoodRow[] = []
  #mostRows = firstPartRows

  constructor(kind: ImportKind) {
    this.#kind = kind
    this.#fields = importFields[kind].filter(field => field !== 'first_name' && field !== 'last_name')
  }

  /** @returns the part that was full before this row, or null. */
  add(row: GoodRow): Part | null {
    const cells = cellsOf(row.row, this.#kind)
    const text = csvLine(this.#fields.map(field => cells[field] ?? ''))
    const bytes = encoder.encode(text).byteLength
    const isFull = this.#rows.length === this.#mostRows || this.#bytes + bytes > mostPartBytes
    const full = isFull ? this.rest() : null
    if (this.#rows.length === 0) this.#begin()
    this.#csv += text
    this.#bytes += bytes
    this.#rows.push(row)
    return full
  }

  /** @returns what is left, or null where there is nothing. */
  rest(): Part | null {
    if (this.#rows.length === 0) return null
    const part = { csv: this.#csv, rows: this.#rows }
    this.#rows = []
    this.#mostRows = Math.min(mostPartRows, this.#mostRows * 2)
    return part
  }

  #begin(): void {
    this.#csv = csvLine(this.#fields)
    this.#bytes = encoder.encode(this.#csv).byteLength
  }
}

function cellsOf(row: ImportedRow, kind: ImportKind): Partial<Record<ImportField, string>> {
  const { identities, name, id, at, ordinal, fact } = row
  const identity = (wanted: string) => identities.find(({ kind }) => kind === wanted)?.value
  const cells: Partial<Record<ImportField, string | null | undefined>> = {
    customer_id: identity('record'),
    email: identity('email'),
    phone: identity('phone'),
    name,
    [kind === 'purchases' ? 'order_id' : 'response_id']: id,
    date: at,
    ...('score' in fact
      ? { ...fact, score: String(fact.score) }
      : {
          amount: writeAmount(fact.amountMinor, fact.currency),
          currency: fact.currency,
          product: fact.product,
        }),
    ordinal: id === null && ordinal !== null ? String(ordinal) : '',
  }
  return Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, cell ?? '']))
}

/** `-123456` in EUR -> `-1234.56`. */
function writeAmount(minor: number, currency: string): string {
  const places = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = minor < 0 ? '-' : ''
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`
}
