// irritant: one row an occurrence and revision; the newest revision counts.

import type { Env } from '../env.ts'
import type { Irritant } from '../metrics/metric.ts'
import { type Fact, factTable } from './fact-table.ts'

/** `content` of a fact: moment in epoch milliseconds, category, note, solved at, author. */
export const irritants = factTable('irritant', ['at', 'category', 'note', 'solved_at', 'author_id'])

/** Occurrences logged by members have ids of their own under this source. */
export const memberSource = 'member'

export const statements = {
  ...irritants.statements,
  ofCustomer: `
    SELECT source, external_id, day, revision, at, category, note, solved_at, author_id, owner_id FROM irritant
    WHERE workspace_id = ?1 AND customer_id = ?2 AND superseded_at IS NULL`,
}

interface Row {
  source: string
  external_id: string
  day: number
  revision: number
  at: number
  category: string
  note: string | null
  solved_at: number | null
  author_id: string
  owner_id: string | null
}

/** An occurrence with the fact it is stored as. */
export interface StoredIrritant extends Irritant {
  authorId: string
  fact: Fact
}

/** As a statement for a batch; read its rows with `storedIrritants`. */
export function findIrritants(db: Env['DB'], workspaceId: string, customerId: string): D1PreparedStatement {
  return db.prepare(statements.ofCustomer).bind(workspaceId, customerId)
}

/** Oldest first. */
export function storedIrritants(rows: readonly unknown[], customerId: string): StoredIrritant[] {
  return (rows as Row[]).map(row => storedIrritant(row, customerId)).sort((one, other) => one.at - other.at)
}

function storedIrritant(row: Row, customerId: string): StoredIrritant {
  const { source, external_id: externalId, day, revision, owner_id: ownerId, author_id: authorId } = row
  const { at, category, note, solved_at: solvedAt } = row
  const content = [at, category, note, solvedAt, authorId]
  const fact = { customerId, day, source, externalId, revision, ownerId, content }
  return { id: externalId, at, category, note, solvedAt, authorId, fact }
}

/** The fact of an occurrence as it is to be stored next. */
export function irritantFact(
  { id, at, category, note, solvedAt }: Irritant,
  {
    customerId,
    day,
    authorId,
    ownerId,
    revision,
  }: Pick<Fact, 'customerId' | 'day' | 'ownerId' | 'revision'> & { authorId: string },
): Fact {
  const content = [at, category, note, solvedAt, authorId]
  return { customerId, day, source: memberSource, externalId: id, revision, ownerId, content }
}
