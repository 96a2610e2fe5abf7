// POST /v1/imports/{kind}, GET /v1/imports, POST /v1/imports/{id}/undo: files in, and taking them back.

import * as z from 'zod/mini'
import { api, type ImportList, type ImportResult } from '../../shared/api.ts'
import { purchaseRow, responseRow } from '../../shared/facts.ts'
import { Failure } from '../../shared/failure.ts'
import type { Identity } from '../../shared/identity.ts'
import { type ImportKind, importKinds } from '../../shared/import-columns.ts'
import { combinationOf, type ImportedRow } from '../../shared/import-row.ts'
import { formatInstant } from '../../shared/time.ts'
import { admit } from '../authenticate.ts'
import { type ReadRow, readImport } from '../read-import.ts'
import { type ImportFile, type RowKind, recordFacts } from '../record-facts.ts'
import { beginUndo, findImport, importOf, importStateOf, listImports } from '../repositories/imports.ts'
import { purchases } from '../repositories/purchases.ts'
import { responses } from '../repositories/responses.ts'
import { proveSession, whoOf } from '../repositories/sessions.ts'
import { sha256 } from '../token.ts'
import { undoImport as undo } from '../undo-import.ts'
import { type Call, type Route, route } from './route.ts'

const longestId = 40

const named = { name: z.optional(z.string()) }
const importedPurchase = z.extend(purchaseRow, named)
const importedResponse = z.extend(responseRow, named)
type ImportedPurchase = z.infer<typeof importedPurchase>
type ImportedResponse = z.infer<typeof importedResponse>

export const importRows: Route = route(api.importRows, async call => {
  const { params, query, credentials, env, text, now } = call
  const who = whoOf(await proveSession(env.DB, credentials).first())
  const { currency } = admit(who, api.importRows.roles)
  const kind = importKinds.find(known => known === params.kind)
  if (!kind) throw new Failure('not_found', `There are imports of ${importKinds.join(' and ')}.`)
  const { rows, unreadable } = readImport(kind, text, {
    ...optionsOf(call),
    currency: query.currency ?? currency,
  })
  const source = query.source ?? 'csv'
  const file: ImportFile = {
    id: query.import ?? crypto.randomUUID(),
    kind,
    source,
    name: query.name ?? null,
    unreadable: unreadable.length,
  }
  const bulkRows = await Promise.all(rows.map(one => bulkRow(one, source)))
  const { result } =
    kind === 'purchases'
      ? await recordFacts(env, credentials, purchaseKind, { rows: bulkRows }, now, file)
      : await recordFacts(env, credentials, responseKind, { rows: bulkRows }, now, file)
  const rejected = result.rejected.map(({ index, ...rest }) => ({ ...rest, ...placeOf(rows, index) }))
  const all = [...rejected, ...unreadable.map(row => ({ ...row, code: 'invalid' as const }))]
  return {
    ...result,
    importId: file.id,
    rejected: all.sort((one, other) => one.line - other.line),
    otherCurrency: rows.filter(({ row }) => 'currency' in row.fact && row.fact.currency !== currency).length,
  } satisfies ImportResult
})

export const listAllImports: Route = route(api.listImports, async ({ env: { DB: db }, credentials, now }) => {
  const [session, list] = await db.batch([
    proveSession(db, credentials),
    listImports(db, credentials.workspaceId, now),
  ])
  admit(whoOf(session?.results[0]), api.listImports.roles)
  return {
    imports: (list?.results ?? []).map(importOf).map(({ at, undoneAt, ...one }) => ({
      ...one,
      at: formatInstant(at),
      rows: one.accepted + one.duplicates + one.rejected,
      undoneAt: undoneAt === null ? null : formatInstant(undoneAt),
    })),
  } satisfies ImportList
})

export const undoImport: Route = route(
  api.undoImport,
  async ({ env: { DB: db }, credentials, params, now }) => {
    const { workspaceId } = credentials
    const id = params.id ?? ''
    const [session, found] = await db.batch([proveSession(db, credentials), findImport(db, workspaceId, id)])
    admit(whoOf(session?.results[0]), api.undoImport.roles)
    const state = importStateOf(found?.results ?? [])
    if (!state) throw new Failure('not_found', 'There is no such import.')
    if (state === 'undone') return { done: true, left: 0 }
    await beginUndo(db, workspaceId, id, now).run()
    return undo(db, workspaceId, id, now)
  },
)

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
  fact: ({ at, score, comment, touchpoint }) => ({
    at,
    content: [score, comment ?? null, touchpoint ?? null, null],
  }),
}

function optionsOf({ query }: Call<unknown>) {
  return {
    headers: headersOf(query.columns),
    ...(query.dateOrder && { dateOrder: query.dateOrder as 'ymd' }),
    ...(query.decimal && { decimal: query.decimal as 'point' }),
  }
}

function headersOf(columns: string | undefined): Record<string, string> {
  try {
    return z.parse(z.record(z.string(), z.string()), JSON.parse(columns ?? '{}'))
  } catch {
    throw new Failure('invalid', 'columns: header names by field as JSON are needed.')
  }
}

async function bulkRow({ row, ordinal }: ReadRow<ImportKind>, source: string): Promise<object> {
  const { identities, id, at, name, fact } = row
  return {
    source,
    externalId: id ?? (await idOf(row, ordinal)),
    customer: identities.map(identity =>
      identity.kind === 'record' ? { ...identity, host: source } : identity,
    ),
    at,
    ...(name && { name }),
    ...withoutNulls(fact),
  }
}

/** A row without an id of its own is the ordinal-th of its customer, moment and amount: the same in any part. */
async function idOf(row: ImportedRow, ordinal: number): Promise<string> {
  return `#${(await sha256(`${combinationOf(row)} ${ordinal}`)).slice(0, longestId)}`
}

function withoutNulls(fact: object): object {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== null))
}

/** Where a row that went to the tables stands in the text. */
function placeOf(rows: readonly ReadRow<ImportKind>[], position: number): { index: number; line: number } {
  const { index, line } = rows[position] ?? { index: position, line: 0 }
  return { index, line }
}
