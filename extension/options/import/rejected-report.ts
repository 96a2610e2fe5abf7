// Every row that was left out, as a CSV to download: its line in the file, why, and its cells as they were. Rows go
// into blobs, which the browser may keep on disk, so a file of a million bad rows costs no memory.

import { csvLine, guardFormula } from './write-csv.ts'

export interface RejectedRow {
  line: number
  reason: string
  /** Null where the line could not be cut into cells. */
  cells: readonly string[] | null
}

const rowsPerBlob = 10_000
/** A row the Worker refused is added up to a part (5,000 rows) later than one that could not be read. */
const mostWaiting = 2 * rowsPerBlob
/** Marks of direction, which a spreadsheet would show as boxes. */
const isolates = /[\u2066-\u2069]/g

export class RejectedReport {
  count = 0
  readonly #blobs: Blob[] = []
  #waiting: RejectedRow[] = []

  /** @param headers of the file; `line` and `reason` stand before them. */
  constructor(names: { line: string; reason: string }, headers: readonly string[]) {
    // With a byte order mark, without which spreadsheets take the letters for another encoding's.
    this.#blobs.push(new Blob(['\uFEFF', guardedLine([names.line, names.reason, ...headers])]))
  }

  add(row: RejectedRow): void {
    this.count += 1
    this.#waiting.push(row)
    if (this.#waiting.length === mostWaiting) this.#write(rowsPerBlob)
  }

  toBlob(): Blob {
    this.#write(this.#waiting.length)
    return new Blob(this.#blobs, { type: 'text/csv' })
  }

  /** Writes the first of what waits, by line. */
  #write(most: number): void {
    this.#waiting.sort((one, other) => one.line - other.line)
    const lines = this.#waiting
      .splice(0, most)
      .map(({ line, reason, cells }) =>
        guardedLine([String(line), reason.replace(isolates, ''), ...(cells ?? [])]),
      )
    this.#blobs.push(new Blob(lines))
  }
}

function guardedLine(cells: readonly string[]): string {
  return csvLine(cells.map(guardFormula))
}
