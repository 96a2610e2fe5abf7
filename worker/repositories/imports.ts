// import: one file that came in, what became of its rows, and whether it was taken back.

import * as z from 'zod/mini'
import type { Env } from '../env.ts'

/** Where anything can be said of a customer `c`. */
const factTables = [
  'purchase',
  'response',
  'irritant',
  'person',
  'contact',
  'preference',
  'promise',
  'gesture',
  'pause',
  'visit',
  'departure',
  'win_back',
  'win_back_step',
  'override',
]
const holdsNoFact = (table: string) => `AND NOT EXISTS (SELECT 1 FROM ${table} f
        WHERE f.workspace_id = ?1 AND f.customer_id = c.id AND f.superseded_at IS NULL)`

export const statements = {
  find: `SELECT undoing_at, undone_at FROM import WHERE workspace_id = ?1 AND id = ?2`,
  // Each part of a file adds its own numbers.
  tally: `
    INSERT INTO import (workspace_id, id, kind, source, name, author_id, recorded_at, accepted, duplicates, rejected)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    ON CONFLICT (workspace_id, id) DO UPDATE SET accepted = accepted + excluded.accepted,
      duplicates = duplicates + excluded.duplicates, rejected = rejected + excluded.rejected`,
  list: `
    SELECT id, kind, source, name, recorded_at, accepted, duplicates, rejected, undoing_at, undone_at FROM import
    WHERE workspace_id = ?1 AND recorded_at <= ?2 ORDER BY recorded_at DESC LIMIT ?3`,
  beginUndo: `
    UPDATE import SET undoing_at = coalesce(undoing_at, ?3) WHERE workspace_id = ?1 AND id = ?2`,
  // A customer whom the import made stays when anybody else has said something about them since.
  forgetCustomers: `
    UPDATE customer AS c SET superseded_at = ?3, revision = revision + 1
    WHERE c.workspace_id = ?1 AND c.import_id = ?2 AND c.superseded_at IS NULL
      ${factTables.map(holdsNoFact).join('\n      ')}`,
  // Identities go, but for those of such a customer: the others found them by these.
  forgetIdentities: `
    UPDATE identity AS i INDEXED BY identity_by_import SET superseded_at = ?3
    WHERE i.workspace_id = ?1 AND i.import_id = ?2 AND i.superseded_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.workspace_id = ?1 AND c.id = i.customer_id
        AND c.import_id = ?2 AND c.superseded_at IS NULL)`,
  endUndo: `UPDATE import SET undone_at = ?3 WHERE workspace_id = ?1 AND id = ?2`,
}

export interface Import {
  id: string
  kind: string
  source: string
  name: string | null
  /** Epoch milliseconds. */
  at: number
  accepted: number
  duplicates: number
  rejected: number
  state: 'done' | 'undoing' | 'undone'
  undoneAt: number | null
}

/** One part of a file: whose it is and what became of its rows. */
export interface ImportPart
  extends Pick<Import, 'id' | 'kind' | 'source' | 'name' | 'accepted' | 'duplicates' | 'rejected'> {
  authorId: string
}

const stateRow = z.object({ undoing_at: z.nullable(z.number()), undone_at: z.nullable(z.number()) })
const row = z.extend(stateRow, {
  id: z.string(),
  kind: z.string(),
  source: z.string(),
  name: z.nullable(z.string()),
  recorded_at: z.number(),
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
})

const mostListed = 200

/** As a statement for a batch; read its rows with `importStateOf`. */
export function findImport(db: Env['DB'], workspaceId: string, id: string): D1PreparedStatement {
  return db.prepare(statements.find).bind(workspaceId, id)
}

/** Null for an import that is not known (yet). */
export function importStateOf(rows: readonly unknown[]): Import['state'] | null {
  return rows[0] === undefined ? null : stateOf(z.parse(stateRow, rows[0]))
}

export function tallyImport(
  db: Env['DB'],
  workspaceId: string,
  { id, kind, source, name, authorId, accepted, duplicates, rejected }: ImportPart,
  recordedAt: number,
): D1PreparedStatement {
  return db
    .prepare(statements.tally)
    .bind(workspaceId, id, kind, source, name, authorId, recordedAt, accepted, duplicates, rejected)
}

/** The newest imports, as a statement for a batch; read its rows with `importOf`. */
export function listImports(db: Env['DB'], workspaceId: string, now: number): D1PreparedStatement {
  return db.prepare(statements.list).bind(workspaceId, now, mostListed)
}

export function importOf(value: unknown): Import {
  const { recorded_at: at, undone_at: undoneAt, undoing_at, ...rest } = z.parse(row, value)
  return { ...rest, at, undoneAt, state: stateOf({ undoing_at, undone_at: undoneAt }) }
}

export function beginUndo(db: Env['DB'], workspaceId: string, id: string, now: number): D1PreparedStatement {
  return db.prepare(statements.beginUndo).bind(workspaceId, id, now)
}

/** Once no fact of the import is left: its customers, its identities, and the word that it is done. */
export function endUndo(db: Env['DB'], workspaceId: string, id: string, now: number): D1PreparedStatement[] {
  return [statements.forgetCustomers, statements.forgetIdentities, statements.endUndo].map(sql =>
    db.prepare(sql).bind(workspaceId, id, now),
  )
}

function stateOf({ undoing_at, undone_at }: z.infer<typeof stateRow>): Import['state'] {
  if (undone_at !== null) return 'undone'
  return undoing_at === null ? 'done' : 'undoing'
}
