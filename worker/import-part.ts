// One part of a CSV file: text -> rows -> bulk rows with ids of their own -> recorded like any others, under the
// import's id. Rejected rows are named by their line.

import * as z from 'zod/mini'
import { api, type ImportResult } from '../shared/api.ts'
import { purchaseRow, responseRow } from '../shared/facts.ts'
import type { Identity } from '../shared/identity.ts'
import type { ImportKind } from '../shared/import-columns.ts'
import type { Who } from './authenticate.ts'
import type { Env } from './env.ts'
import { type ImportOptions, type ReadRow, readImport } from './read-import.ts'
import { type ImportFile, type RowKind, recordFacts } from './record-facts.ts'
import { purchases } from './repositories/purchases.ts'
import { responses } from './repositories/responses.ts'
import { type Credentials, sha256 } from './token.ts'

const longestId = 40

const named = { name: z.optional(z.string()) }
const importedPurchase = z.extend(purchaseRow, named)
const importedResponse = z.extend(responseRow, named)
type ImportedPurchase = z.infer<typeof importedPurchase>
type ImportedResponse = z.infer<typeof importedResponse>

export interface FilePart {
  kind: ImportKind
  /** The CSV with its header row. */
  text: string
  importId: string
  source: string
  /** Of the file. */
  name: string | null
  options: Omit<ImportOptions, 'currency'> & { currency?: string }
}

/** @throws Failure where the text is no table of this kind. */
export async function importPart(
  env: Env,
  credentials: Credentials,
  who: Who,
  { kind, text, importId, source, name, options }: FilePart,
  now: number,
): Promise<ImportResult> {
  const { rows, unreadable } = readImport(kind, text, {
    ...options,
    currency: options.currency ?? who.currency,
  })
  const file: ImportFile = { id: importId, kind, source, name, unreadable: unreadable.length }
  const bulkRows = await Promise.all(rows.map(one => bulkRow(one, source)))
  const { result } =
    kind === 'purchases'
      ? await recordFacts(env, credentials, purchaseKind, { rows: bulkRows }, now, file)
      : await recordFacts(env, credentials, responseKind, { rows: bulkRows }, now, file)
  const rejected = result.rejected.map(({ index, ...rest }) => ({ ...rest, ...placeOf(rows, index) }))
  const all = [...rejected, ...unreadable.map(row => ({ ...row, code: 'invalid' as const }))]
  return {
    ...result,
    importId,
    rejected: all.sort((one, other) => one.line - other.line),
    otherCurrency: rows.filter(({ row }) => 'currency' in row.fact && row.fact.currency !== who.currency)
      .length,
  }
}

const shared = {
  endpoint: api.importRows,
  field: 'rows',
  identities: ({ customer }: { customer: Identity[] }) => customer,
  // A file names the customers it brings; it renames nobody.
  profile: ({ name }: { name?: string | undefined }) => (name === undefined ? null : { nameIfNew: name }),
}

const purchaseKind: RowKind<ImportedPurchase> = {
  ...shared,
  row: importedPurchase,
  table: purchases,
  fact: ({ at, amountMinor, currency, product }) => ({
    at,
    content: [amountMinor, currency, product ?? null],
  }),
}

const responseKind: RowKind<ImportedResponse> = {
  ...shared,
  row: importedResponse,
  table: responses,
  fact: ({ at, score, comment = null, touchpoint = null }) => ({
    at,
    content: responses.statedValuesOf({ score, comment, touchpoint, isGuessed: false, reason: null }),
  }),
}

async function bulkRow({ row, unique }: ReadRow<ImportKind>, source: string): Promise<object> {
  const { identities, id, at, name, fact } = row
  return {
    source,
    externalId: id ?? (await idOf(unique ?? '')),
    customer: identities.map(identity =>
      identity.kind === 'record' ? { ...identity, host: source } : identity,
    ),
    at,
    ...(name && { name }),
    ...withoutNulls(fact),
  }
}

/** A row without an id of its own is the ordinal-th of its customer, moment and amount: the same in any part. */
async function idOf(unique: string): Promise<string> {
  return `#${(await sha256(unique)).slice(0, longestId)}`
}

function withoutNulls(fact: object): object {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== null))
}

/** Where a row that went to the tables stands in the text. */
function placeOf(rows: readonly ReadRow<ImportKind>[], position: number): { index: number; line: number } {
  const { index, line } = rows[position] ?? { index: position, line: 0 }
  return { index, line }
}
