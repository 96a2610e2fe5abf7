// POST /v1/imports/{kind}, GET /v1/imports, POST /v1/imports/{id}/undo: files in, and taking them back.

import * as z from 'zod/mini'
import { api, type ImportList } from '../../shared/api.ts'
import { Failure } from '../../shared/failure.ts'
import { importKinds } from '../../shared/import-columns.ts'
import { formatInstant } from '../../shared/time.ts'
import { admit } from '../authenticate.ts'
import { type FilePart, importPart } from '../import-part.ts'
import { beginUndo, findImport, importOf, importStateOf, listImports } from '../repositories/imports.ts'
import { proveSession, whoOf } from '../repositories/sessions.ts'
import { undoImport as undo } from '../undo-import.ts'
import { type Call, type Route, route } from './route.ts'

export const importRows: Route = route(api.importRows, async call => {
  const { params, query, credentials, env, text, now } = call
  const who = admit(whoOf(await proveSession(env.DB, credentials).first()), api.importRows.roles)
  const kind = importKinds.find(known => known === params.kind)
  if (!kind) throw new Failure('not_found', `There are imports of ${importKinds.join(' and ')}.`)
  return importPart(
    env,
    credentials,
    who,
    {
      kind,
      text,
      importId: query.import ?? crypto.randomUUID(),
      source: query.source ?? 'csv',
      name: query.name ?? null,
      options: optionsOf(query),
    },
    now,
  )
})

export const listAllImports: Route = route(api.listImports, async ({ env: { DB: db }, credentials, now }) => {
  const [session, list] = await db.batch([
    proveSession(db, credentials),
    listImports(db, credentials.workspaceId, now),
  ])
  const { currency } = admit(whoOf(session?.results[0]), api.listImports.roles)
  return {
    currency,
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
    const { currency } = admit(whoOf(session?.results[0]), api.undoImport.roles)
    const state = importStateOf(found?.results ?? [])
    if (!state) throw new Failure('not_found', 'There is no such import.')
    if (state === 'undone') return { done: true, left: 0 }
    await beginUndo(db, workspaceId, id, now).run()
    return undo(db, { workspaceId, currency, importId: id }, now)
  },
)

function optionsOf(query: Call<unknown>['query']): FilePart['options'] {
  return {
    headers: headersOf(query.columns),
    ...(query.dateOrder && { dateOrder: query.dateOrder as 'ymd' }),
    ...(query.currency && { currency: query.currency }),
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
