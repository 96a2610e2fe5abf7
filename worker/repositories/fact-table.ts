// What all tables of facts share: a fact comes from a source under an id of its own, so the same one twice is a
// duplicate, and a changed one is its next revision.

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

/** A fact that is stored already, under the `position`-th of the ids asked for. */
export interface StoredFact extends Omit<Fact, 'source' | 'externalId' | 'ownerId'> {
  position: number
}

interface FoundRow {
  position: number
  customer_id: string
  day: number
  revision: number
  content: string
}

export interface FactTable {
  name: string
  statements: { find: string; supersede: string; add: string }
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
  ): D1PreparedStatement[]
}

/** The table `name` with its unique index `<name>_by_source` and its own columns, in the order of `content`. */
export function factTable(name: string, columns: readonly string[]): FactTable {
  const statements = {
    find: `
      SELECT asked.key AS position, f.customer_id, f.day, f.revision,
        json_array(${columns.map(column => `f.${column}`).join(', ')}) AS content
      FROM json_each(?2) asked
      CROSS JOIN ${name} f INDEXED BY ${name}_by_source ON f.workspace_id = ?1
        AND f.source = asked.value ->> 0 AND f.external_id = asked.value ->> 1
      WHERE f.superseded_at IS NULL`,
    supersede: `
      INSERT INTO ${name} SELECT f.* FROM json_each(?2) old
      CROSS JOIN ${name} f ON f.workspace_id = ?1 AND f.customer_id = old.value ->> 0
        AND f.day = old.value ->> 1 AND f.source = old.value ->> 2 AND f.external_id = old.value ->> 3
        AND f.revision = old.value ->> 4
      WHERE true ON CONFLICT DO UPDATE SET superseded_at = ?3`,
    add: `
      INSERT INTO ${name} (workspace_id, customer_id, day, source, external_id, revision, owner_id,
        ${columns.join(', ')}, recorded_at)
      SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
        ${columns.map((_, index) => `value ->> ${index + 6}`).join(', ')}, ?3
      FROM json_each(?2)`,
  }
  return {
    name,
    statements,
    find: (db, workspaceId, asked) => db.prepare(statements.find).bind(workspaceId, asked),
    stored(row) {
      const { position, customer_id, day, revision, content } = row as FoundRow
      return { position, customerId: customer_id, day, revision, content: JSON.parse(content) }
    },
    save(db, workspaceId, facts, superseded, recordedAt) {
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
        ...payloads(rows).map(json => db.prepare(statements.add).bind(workspaceId, json, recordedAt)),
      ]
    },
  }
}
