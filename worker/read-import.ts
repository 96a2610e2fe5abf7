// A part of a CSV file into rows for the bulk tables, and what is wrong with the others. Pure: text in, rows out;
// the cells are read by the same code as in the options page.

import { type CsvError, type Info, parse } from 'csv-parse/browser/esm/sync'
import { mostRows } from '../shared/api.ts'
import { Failure } from '../shared/failure.ts'
import { guessDecimal } from '../shared/import-amount.ts'
import {
  type ImportColumns,
  type ImportField,
  type ImportKind,
  importFields,
  missingFields,
  recogniseColumns,
} from '../shared/import-columns.ts'
import { guessDateOrder } from '../shared/import-date.ts'
import {
  type CellFailure,
  combinationOf,
  type ImportedRow,
  type ImportRules,
  readImportRow,
} from '../shared/import-row.ts'

/** Cells looked at to guess how dates and amounts are written. */
const mostSamples = 200
const delimiters = [',', ';', '\t', '|']

export interface ImportOptions extends Partial<ImportRules> {
  /** Header names by field, where they are not recognised. */
  headers: Partial<Record<string, string>>
}

export interface ReadRow<Kind extends ImportKind> {
  /** Counted from the first row below the header. */
  index: number
  /** In the text, from 1. */
  line: number
  row: ImportedRow<Kind>
  /** What no other row of the file has, where it has no id of its own: its combination, and the how many-th of it. */
  unique: string | null
}

export interface UnreadableRow {
  index: number
  line: number
  message: string
}

type BrokenRow = Omit<UnreadableRow, 'index'>

interface CsvRecord {
  record: string[]
  info: Info
}

/** @throws Failure where the text is no table, lacks a column or is too long. */
export function readImport<Kind extends ImportKind>(
  kind: Kind,
  text: string,
  options: ImportOptions,
): { rows: ReadRow<Kind>[]; unreadable: UnreadableRow[] } {
  const { records, broken } = readRecords(text)
  const [header, ...body] = records
  if (!header) throw new Failure('invalid', 'The file is empty: a header row is needed.')
  if (body.length + broken.length > mostRows) {
    throw new Failure(
      'too_large',
      `More than ${mostRows} rows. Send the file in parts, each with the header row.`,
    )
  }
  const columns = columnsOf(header.record, kind, options)
  const rules = rulesOf(body, columns, options)
  const ordinals = new Map<string, number>()
  const rows: ReadRow<Kind>[] = []
  const unreadable: UnreadableRow[] = broken.map((row, before) => ({
    ...row,
    index: before + body.filter(({ info }) => info.lines < row.line).length,
  }))
  body.forEach(({ record, info }, position) => {
    const index = position + broken.filter(({ line }) => line < info.lines).length
    const read = readImportRow(kind, record, columns, rules)
    if ('failures' in read) {
      unreadable.push({ index, line: info.lines, message: read.failures.map(sayFailure).join('; ') })
      return
    }
    const unique = read.row.id === null ? uniqueOf(read.row, ordinals) : null
    rows.push({ index, line: info.lines, row: read.row, unique })
  })
  return { rows, unreadable }
}

/** @param ordinals of each combination the last one so far. */
function uniqueOf(row: ImportedRow, ordinals: Map<string, number>): string {
  const combination = combinationOf(row)
  const ordinal = row.ordinal ?? (ordinals.get(combination) ?? 0) + 1
  ordinals.set(combination, ordinal)
  return `${combination} ${ordinal}`
}

function readRecords(text: string): { records: CsvRecord[]; broken: BrokenRow[] } {
  const broken: BrokenRow[] = []
  // Bytes, since of a text the package's browser build makes them in script, which takes several times as long.
  const records: unknown = parse(new TextEncoder().encode(text), {
    info: true,
    delimiter: delimiterOf(text),
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip(error) {
      if (error) broken.push({ line: Number(error.lines), message: sayError(error) })
    },
  })
  return { records: records as CsvRecord[], broken }
}

/** The one that the header row has most of. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1)
  const counts = delimiters.map(delimiter => header.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

function columnsOf(header: readonly string[], kind: ImportKind, { headers }: ImportOptions): ImportColumns {
  const columns = recogniseColumns(header, kind)
  for (const field of importFields[kind] as readonly ImportField[]) {
    const name = headers[field]
    if (name === undefined) continue
    const index = header.indexOf(name)
    if (index < 0) throw new Failure('invalid', `There is no column for ${field} under the name given.`)
    columns[field] = index
  }
  const missing = missingFields(columns, kind)
  if (missing.length > 0) {
    const what = missing.map(field => (field === 'customer' ? 'customer_id, email or phone' : field))
    throw new Failure('invalid', `These columns are missing: ${what.join('; ')}.`)
  }
  return columns
}

function rulesOf(records: readonly CsvRecord[], columns: ImportColumns, options: ImportOptions): ImportRules {
  const samples = (field: ImportField): string[] => {
    const column = columns[field]
    return column === undefined ? [] : records.slice(0, mostSamples).map(({ record }) => record[column] ?? '')
  }
  return {
    dateOrder: options.dateOrder ?? guessDateOrder(samples('date')),
    decimal: options.decimal ?? guessDecimal(samples('amount')),
    currency: options.currency ?? '',
  }
}

const failureWords: Record<CellFailure['code'], string> = {
  missing: 'is empty',
  'no-customer': 'cannot be a customer',
  'no-date': 'is no date',
  'no-amount': 'is no amount',
  'no-currency': 'is no currency',
  'no-score': 'is no score from 0 to 10',
  'too-long': 'is too long',
}

function sayFailure({ field, code }: CellFailure): string {
  return `${field} ${failureWords[code]}`
}

function sayError({ code, column }: CsvError): string {
  switch (code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return 'the row has more or fewer cells than the header'
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed'
    default:
      return `the row is not well-formed CSV${typeof column === 'number' ? ` in column ${column + 1}` : ''}`
  }
}
