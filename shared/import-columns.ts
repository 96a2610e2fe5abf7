// Which column of a CSV holds what: the fields of each kind of import, found by header names. It reads headers
// alone, never cells; the names themselves are in import-column-names.ts.

import { misleadingNames, usualColumnNames, whoNames } from './import-column-names.ts'

export const importKinds = ['purchases', 'responses'] as const
export type ImportKind = (typeof importKinds)[number]

const ofCustomer = ['customer_id', 'email', 'phone', 'name', 'first_name', 'last_name'] as const

/** The fields of each kind, by the names they have in a canonical CSV. */
export const importFields = {
  purchases: [...ofCustomer, 'order_id', 'date', 'amount', 'currency', 'product', 'ordinal'],
  responses: [...ofCustomer, 'response_id', 'date', 'score', 'comment', 'touchpoint', 'ordinal'],
} as const satisfies Record<ImportKind, readonly string[]>
export type ImportField = (typeof importFields)[ImportKind][number]

/** Where each field stands, counted from 0. */
export type ImportColumns = Partial<Record<ImportField, number>>

/** Any one of these says who it was. */
export const identityFields = ['customer_id', 'email', 'phone'] as const

/** `customer` stands for any one of the identity fields. */
export type MissingField = ImportField | 'customer'

/** A survey's own question is a header too; what is longer is a broken file. */
const longestHeader = 120
const longestNameWords = 4
/** Any exact name is surer than every partial one, and a partial one the less sure the more words surround it. */
const partialDoubt = 1000

interface Candidate {
  field: ImportField
  column: number
  doubt: number
}

/** Words of a header in a row, and those around them. */
interface Part {
  words: string[]
  beside: string[]
}

const usual = new Map<string, { field: ImportField; rank: number }[]>()
for (const [field, lines] of Object.entries(usualColumnNames) as [ImportField, readonly string[]][]) {
  keysOf(lines).forEach((key, rank) => {
    usual.set(key, [...(usual.get(key) ?? []), { field, rank }])
  })
}
const whoKeys = new Set(keysOf(whoNames))
const misleading = new Set(keysOf(misleadingNames))

/**
 * Finds the fields of `kind` by header names: exact names before partial ones, never two fields in one column.
 * @param headers in the order of the file; any of them may be empty.
 */
export function recogniseColumns(headers: readonly string[], kind: ImportKind): ImportColumns {
  const fields = new Set<ImportField>(importFields[kind])
  const candidates = headers
    .flatMap(candidatesOf)
    .filter(({ field }) => fields.has(field))
    .sort((one, other) => one.doubt - other.doubt || one.column - other.column)
  const columns: ImportColumns = {}
  const taken = new Set<number>()
  for (const { field, column } of candidates) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return withWho(columns, headers, taken)
}

/** What an import of this kind needs and the columns do not give; empty where the file can be read. */
export function missingFields(columns: ImportColumns, kind: ImportKind): MissingField[] {
  const needed: ImportField[] = ['date', kind === 'purchases' ? 'amount' : 'score']
  const missing = needed.filter(field => columns[field] === undefined)
  return hasIdentity(columns) ? missing : ['customer', ...missing]
}

function hasIdentity(columns: ImportColumns): boolean {
  return identityFields.some(field => columns[field] !== undefined)
}

/** Two people of one name are not one customer: a name counts as an id only where there is nothing better. */
function withWho(columns: ImportColumns, headers: readonly string[], taken: Set<number>): ImportColumns {
  const who = headers.findIndex((header, column) => !taken.has(column) && whoKeys.has(keyOf(header)))
  if (who < 0) return columns
  if (!hasIdentity(columns)) return { ...columns, customer_id: who }
  return columns.name === undefined ? { ...columns, name: who } : columns
}

function candidatesOf(header: string, column: number): Candidate[] {
  if (header.length > longestHeader) return []
  const exact = usual.get(keyOf(header))
  if (exact) return exact.map(({ field, rank }) => ({ field, column, doubt: rank }))
  return partsOf(wordsOf(header)).flatMap(({ words, beside }) => {
    if (beside.some(word => misleading.has(word))) return []
    return (usual.get(words.join('')) ?? [])
      .filter(({ field }) => isEnough(field, words))
      .map(({ field, rank }) => ({ field, column, doubt: partialDoubt * beside.length + rank }))
  })
}

/** An id taken wrongly makes one row of many, so half a name is not enough: `order source` is no order id. */
function isEnough(field: ImportField, words: readonly string[]): boolean {
  return field !== 'ordinal' && (words.length > 1 || !field.endsWith('_id'))
}

function partsOf(words: readonly string[]): Part[] {
  return words.flatMap((_, from) => {
    const most = Math.min(longestNameWords, words.length - from)
    return Array.from({ length: most }, (_, index) => ({
      words: words.slice(from, from + index + 1),
      beside: [...words.slice(0, from), ...words.slice(from + index + 1)],
    }))
  })
}

function keysOf(lines: readonly string[]): string[] {
  return lines.flatMap(line => line.split(',')).map(keyOf)
}

function keyOf(header: string): string {
  return wordsOf(header).join('')
}

/** `customerEmail`, `Customer-E-mail` and `CUSTOMER E MAIL` read alike; accents and case are left out. */
function wordsOf(header: string): string[] {
  const parted = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const plain = parted.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}
