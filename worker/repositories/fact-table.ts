// What all tables of facts share: a fact comes from a source under an id of its own, so the same one twice is a
// duplicate, and a changed one is its next revision.

import type { Env } from '../env.ts'
import { payloads } from '../payload.ts'

export type Value = string | number | null

/** One fact of a customer. `content` follows the table's own columns. */
export interface Fact {
  customerId: string
  /** Local day number of when it happened. */
  day: number
  source: string
  externalId: string
  revision: number
  content: readonly Value[]
  /** Who answered for the customer when it was recorded. */
  ownerId: string | null
}

/** The newest revision of a fact that was stored before, under the `position`-th of the ids asked for. */
export interface StoredFact extends Fact {
  position: number
  /** False where the fact was taken back and nothing has come since. */
  isLive: boolean
}

interface FoundRow {
  position: number
  customer_id: string
  day: number
  source: string
  external_id: string
  revision: number
  owner_id: string | null
  is_live: number
  content: string
}

export interface FactTable {
  name: string
  /** Its own, in the order of `content`. */
  columns: readonly string[]
  statements: Record<'find' | 'ofCustomer' | 'refuseIfMoved' | 'supersede' | 'add', string>
  /** As a statement for a batch; `asked` is `[[source, externalId], ...]`. Read its rows with `stored`. */
  find(db: Env['DB'], workspaceId: string, asked: string): D1PreparedStatement
  stored(row: unknown): StoredFact
  /** All live facts of a customer, as a statement for a batch. Read its rows with `stored`. */
  findOfCustomer(db: Env['DB'], workspaceId: string, customerId: string): D1PreparedStatement
  /**
   * Statements that stamp older revisions as superseded and add the new ones. They stop the batch where one of those
   * is no longer the newest, or was taken back.
   */
  save(
    db: Env['DB'],
    workspaceId: string,
    facts: readonly Fact[],
    superseded: readonly Fact[],
    recordedAt: number,
    importId: string | null,
  ): D1PreparedStatement[]
}

/** The table `name` with its index `<name>_by_source` and its own columns, in the order of `content`. */
export function factTable(name: string, columns: readonly string[]): FactTable {
  const statements = factStatements(name, columns)
  return {
    name,
    columns,
    statements,
    find: (db, workspaceId, asked) => db.prepare(statements.find).bind(workspaceId, asked),
    stored(row) {
      const { position, customer_id, day, source, external_id, revision, owner_id, is_live, content } =
        row as FoundRow
      return {
        position,
        customerId: customer_id,
        day,
        source,
        externalId: external_id,
        revision,
        ownerId: owner_id,
        isLive: is_live === 1,
        content: JSON.parse(content),
      }
    },
    findOfCustomer: (db, workspaceId, customerId) =>
      db.prepare(statements.ofCustomer).bind(workspaceId, customerId),
    save(db, workspaceId, facts, superseded, recordedAt, importId) {
      const old = superseded.map(fact => [
        fact.customerId,
        fact.day,
        fact.source,
        fact.externalId,
        fact.revision,
      ])
      const rows = facts.map(fact => [
        fact.customerId,
        fact.day,
        fact.source,
        fact.externalId,
        fact.revision,
        fact.ownerId,
        ...fact.content,
      ])
      return [
        ...payloads(old).map(json => db.prepare(statements.refuseIfMoved).bind(workspaceId, json)),
        ...payloads(old).map(json => db.prepare(statements.supersede).bind(workspaceId, json, recordedAt)),
        ...payloads(rows).map(json =>
          db.prepare(statements.add).bind(workspaceId, json, recordedAt, importId),
        ),
      ]
    },
  }
}

function factStatements(name: string, columns: readonly string[]): FactTable['statements'] {
  const own = columns.join(', ')
  const stored = `f.customer_id, f.day, f.source, f.external_id, f.revision, f.owner_id,
        f.superseded_at IS NULL AS is_live, json_array(${columns.map(column => `f.${column}`).join(', ')}) AS content`
  return {
    // ?2 [[source, external_id], ...] -> the newest revision of each that is known.
    find: `
      SELECT asked.key AS position, ${stored}
      FROM json_each(?2) asked
      CROSS JOIN ${name} f INDEXED BY ${name}_by_source ON f.workspace_id = ?1
        AND f.source = asked.value ->> 0 AND f.external_id = asked.value ->> 1
      WHERE f.revision = (SELECT max(newest.revision) FROM ${name} newest WHERE newest.workspace_id = ?1
        AND newest.source = f.source AND newest.external_id = f.external_id)`,
    ofCustomer: `
      SELECT 0 AS position, ${stored} FROM ${name} f
      WHERE f.workspace_id = ?1 AND f.customer_id = ?2 AND f.superseded_at IS NULL`,
    // ?2 [[customer_id, day, source, external_id, revision], ...]
    refuseIfMoved: `
      SELECT CASE WHEN EXISTS (
        SELECT 1 FROM json_each(?2) seen
        CROSS JOIN ${name} f INDEXED BY ${name}_by_source ON f.workspace_id = ?1
          AND f.source = seen.value ->> 2 AND f.external_id = seen.value ->> 3
        WHERE f.revision > seen.value ->> 4 OR (f.revision = seen.value ->> 4 AND f.superseded_at IS NOT NULL)
      ) THEN json('fact moved') END`,
    // ?2 the same.
    supersede: `
      INSERT INTO ${name} SELECT f.* FROM json_each(?2) old
      CROSS JOIN ${name} f ON f.workspace_id = ?1 AND f.customer_id = old.value ->> 0
        AND f.day = old.value ->> 1 AND f.source = old.value ->> 2 AND f.external_id = old.value ->> 3
        AND f.revision = old.value ->> 4
      WHERE true ON CONFLICT DO UPDATE SET superseded_at = ?3`,
    add: `
      INSERT INTO ${name} (workspace_id, customer_id, day, source, external_id, revision, owner_id, ${own},
        recorded_at, import_id)
      SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
        ${columns.map((_, index) => `value ->> ${index + 6}`).join(', ')}, ?3, ?4
      FROM json_each(?2)`,
  }
}
