// Lines of cells -> rows of the file, each read or with everything that is wrong with it. Rows are numbered from 1
// below the header, empty ones not counted; those without an id of their own get their ordinal here. Pure.

import type { ImportColumns, ImportField, ImportKind } from '../../../shared/import-columns.ts'
import {
  type CellFailureCode,
  combinationOf,
  type ImportedRow,
  type ImportRules,
  readImportRow,
} from '../../../shared/import-row.ts'
import type { CsvLine, LineFault } from './csv-lines.ts'
import { HashCounter } from './hash-counter.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** How a file is to be read. */
export interface ReadingPlan {
  kind: ImportKind
  /** As many cells as the header has. */
  width: number
  columns: ImportColumns
  rules: ImportRules
}

/** Columns are counted from 1. */
export type RowFault =
  | { code: LineFault; column: number }
  | { code: 'ragged'; expected: number; got: number }
  /** The bytes of this cell are no letters in the chosen encoding. */
  | { code: 'wrong-encoding'; column: number }
  | { code: CellFailureCode; column: number; field: ImportField; text: string }

export interface GoodRow {
  number: number
  line: number
  cells: string[]
  row: ImportedRow
}
export interface BadRow {
  number: number
  line: number
  /** Null where the line could not be cut into cells. */
  cells: string[] | null
  faults: RowFault[]
}
export type FileRow = GoodRow | BadRow

export const mostColumns = 500
const mostBrokenLines = 1000
/** What a decoder puts in the place of bytes that mean nothing. */
const unreadableLetter = '\uFFFD'

/** @throws UnreadableFile where there is no header, or more is broken than good. */
export async function* fileRows(
  lines: AsyncIterable<CsvLine[]>,
  plan: ReadingPlan,
): AsyncGenerator<FileRow[]> {
  const ordinals = new HashCounter()
  let number = 0
  let broken = 0
  let isHeader = true
  for await (const some of lines) {
    const rows: FileRow[] = []
    for (const line of some) {
      if (isHeader) {
        if (!('cells' in line)) throw new UnreadableFile('no-header')
        isHeader = false
      } else if (!isBlank(line)) {
        number += 1
        rows.push(withOrdinal(readLine(line, number, plan), ordinals))
        if (!('cells' in line)) broken += 1
      }
    }
    if (broken > mostBrokenLines) throw new UnreadableFile('too-many-broken')
    yield rows
  }
  if (isHeader) throw new UnreadableFile('empty')
  if (number === 0) throw new UnreadableFile('no-rows')
}

function isBlank(line: CsvLine): boolean {
  return 'cells' in line && line.cells.every(cell => cell.trim() === '')
}

function readLine(line: CsvLine, number: number, plan: ReadingPlan): FileRow {
  const place = { number, line: line.line }
  if (!('cells' in line)) {
    return { ...place, cells: null, faults: [{ code: line.fault, column: line.column }] }
  }
  const { cells } = line
  if (cells.length !== plan.width) {
    return { ...place, cells, faults: [{ code: 'ragged', expected: plan.width, got: cells.length }] }
  }
  const unreadable = Object.values(plan.columns).filter(column => cells[column]?.includes(unreadableLetter))
  if (unreadable.length > 0) {
    return {
      ...place,
      cells,
      faults: unreadable.map(column => ({ code: 'wrong-encoding', column: column + 1 })),
    }
  }
  const result = readImportRow(plan.kind, cells, plan.columns, plan.rules)
  if ('row' in result) return { ...place, cells, row: result.row }
  const faults = result.failures.map(failure => ({ ...failure, column: columnOf(failure.field, plan) }))
  return { ...place, cells, faults }
}

/** Where no identity is given, the first column that could give one is named. */
function columnOf(field: ImportField, { columns }: ReadingPlan): number {
  return (columns[field] ?? columns.email ?? columns.phone ?? 0) + 1
}

function withOrdinal(row: FileRow, ordinals: HashCounter): FileRow {
  if (!('row' in row) || row.row.id !== null || row.row.ordinal !== null) return row
  return { ...row, row: { ...row.row, ordinal: ordinals.add(combinationOf(row.row)) } }
}
