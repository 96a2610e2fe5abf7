// What all tables of facts share: a fact comes from a source under an id of its own, so the same one twice is a
// duplicate, a changed one is its next revision, and what an import brought can be taken back as a whole.

import type { Env } from '../env.ts'
import { payloads } from '../payload.ts'

type Value = string | number | null

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
export interface StoredFact extends Omit<Fact, 'source' | 'externalId' | 'ownerId'> {
  position: number
  /** False where the fact was taken back and nothing has come since. */
  isLive: boolean
}

interface FoundRow {
  position: number
  customer_id: string
  day: number
  revision: number
  is_live: number
  content: string
}

export interface FactTable {
  name: string
  statements: Record<
    'find' | 'supersede' | 'add' | 'customersOfImport' | 'countOfImport' | 'before' | 'restore' | 'takeBack',
    string
  >
  /** As a statement for a batch; `asked` is `[[source, externalId], ...]`. Read its rows with `stored`. */
  find(db: Env['DB'], workspaceId: string, asked: string): D1PreparedStatement
  stored(row: unknown): StoredFact
  /** Statements that stamp older revisions as superseded and add the new ones. */
  save(
    db: Env['DB'],
    workspaceId: string,
    facts: readonly Fact[],
    superseded: readonly Fact[],
    recordedAt: number,
    importId: string | null,
  ): D1PreparedStatement[]
}

/** The table `name` with its indexes `<name>_by_source` and `_by_import` and its own columns, in the order of `content`. */
export function factTable(name: string, columns: readonly string[]): FactTable {
  const statements = factStatements(name, columns)
  return {
    name,
    statements,
    find: (db, workspaceId, asked) => db.prepare(statements.find).bind(workspaceId, asked),
    stored(row) {
      const { position, customer_id, day, revision, is_live, content } = row as FoundRow
      return {
        position,
        customerId: customer_id,
        day,
        revision,
        isLive: is_live === 1,
        content: JSON.parse(content),
      }
    },
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
  const sameFact = (one: string) =>
    `${one}.workspace_id = ?1 AND ${one}.source = undone.source AND ${one}.external_id = undone.external_id`
  /** Of the customers ?3: the live facts of the import ?2, and beside each the revision of others that it corrected. */
  const corrections = `
    json_each(?3) asked
    CROSS JOIN ${name} undone ON undone.workspace_id = ?1 AND undone.customer_id = asked.value
    CROSS JOIN ${name} before INDEXED BY ${name}_by_source ON ${sameFact('before')} AND before.revision = (
      SELECT max(other.revision) FROM ${name} other
      WHERE ${sameFact('other')} AND other.revision < undone.revision AND other.import_id IS NOT ?2)
    CROSS JOIN ${name} correction INDEXED BY ${name}_by_source ON ${sameFact('correction')}
      AND correction.revision = before.revision + 1
    WHERE undone.import_id = ?2 AND undone.superseded_at IS NULL AND before.superseded_at = correction.recorded_at`
  return {
    // ?2 [[source, external_id], ...] -> the newest revision of each that is known.
    find: `
      SELECT asked.key AS position, f.customer_id, f.day, f.revision, f.superseded_at IS NULL AS is_live,
        json_array(${columns.map(column => `f.${column}`).join(', ')}) AS content
      FROM json_each(?2) asked
      CROSS JOIN ${name} f INDEXED BY ${name}_by_source ON f.workspace_id = ?1
        AND f.source = asked.value ->> 0 AND f.external_id = asked.value ->> 1
      WHERE f.revision = (SELECT max(newest.revision) FROM ${name} newest WHERE newest.workspace_id = ?1
        AND newest.source = f.source AND newest.external_id = f.external_id)`,
    // ?2 [[customer_id, day, source, external_id, revision], ...]
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
    // Some customers with live facts of the import ?2.
    customersOfImport: `
      SELECT DISTINCT f.customer_id FROM ${name} f INDEXED BY ${name}_by_import
      WHERE f.workspace_id = ?1 AND f.import_id = ?2 AND f.superseded_at IS NULL LIMIT ?3`,
    countOfImport: `
      SELECT count(*) AS facts FROM ${name} f INDEXED BY ${name}_by_import
      WHERE f.workspace_id = ?1 AND f.import_id = ?2 AND f.superseded_at IS NULL`,
    // What comes back when the facts of the customers ?3 are taken back; a correction may have moved it.
    before: `
      SELECT before.customer_id, before.day,
        json_array(${columns.map(column => `before.${column}`).join(', ')}) AS content
      FROM ${corrections}`,
    restore: `
      INSERT INTO ${name} (workspace_id, customer_id, day, source, external_id, revision, owner_id, ${own},
        recorded_at, import_id)
      SELECT ?1, before.customer_id, before.day, before.source, before.external_id, undone.revision + 1,
        before.owner_id, ${columns.map(column => `before.${column}`).join(', ')}, ?4, before.import_id
      FROM ${corrections}`,
    takeBack: `
      INSERT INTO ${name} SELECT f.* FROM json_each(?3) asked
      CROSS JOIN ${name} f ON f.workspace_id = ?1 AND f.customer_id = asked.value
      WHERE f.import_id = ?2 AND f.superseded_at IS NULL ON CONFLICT DO UPDATE SET superseded_at = ?4`,
  }
}
