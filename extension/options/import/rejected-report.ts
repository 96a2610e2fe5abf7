// Every row that was left out, as a CSV to download: its line in the file, why, and its cells as they were. Rows go
// into blobs, which the browser may keep on disk, so a file of a million bad rows costs no memory.

import { csvLine, guardFormula } from './write-csv.ts'

export interface RejectedRow {
  line: number
  reason: string
  /** Null where the line could not be cut into cells. */
  cells: readonly string[] | null
}

const linesPerBlob = 2000
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
  }

  /** Nothing above the last row added is to come any more: what was added is put in order. */
  settle(): void {
    if (this.#waiting.length < linesPerBlob) return
    this.#write()
  }

  toBlob(): Blob {
    this.#write()
    return new Blob(this.#blobs, { type: 'text/csv' })
  }

  #write(): void {
    const rows = this.#waiting.sort((one, other) => one.line - other.line)
    const lines = rows.map(({ line, reason, cells }) =>
      guardedLine([String(line), reason.replace(isolates, ''), ...(cells ?? [])]),
    )
    this.#blobs.push(new Blob(lines))
    this.#waiting = []
  }
}

function guardedLine(cells: readonly string[]): string {
  return csvLine(cells.map(guardFormula))
}
