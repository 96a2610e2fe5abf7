// customer: who buys, with the days on which they did.

import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import { payloads } from '../payload.ts'
import type { PurchaseDays } from '../purchase-days.ts'
import { rhythmOf } from '../rhythm.ts'

const columns = `c.id, c.name, c.company, c.owner_id, c.first_day, c.gaps, c.revision`

export const statements = {
  // ?2 [[kind, value, host], ...]: whoever has one of these identities, once.
  ofIdentities: `
    WITH matched AS MATERIALIZED (
      SELECT DISTINCT i.customer_id FROM json_each(?2) asked
      CROSS JOIN identity i ON i.workspace_id = ?1 AND i.kind = asked.value ->> 0 AND i.value = asked.value ->> 1
        AND i.host = asked.value ->> 2
      WHERE i.superseded_at IS NULL
    )
    SELECT ${columns},
      (SELECT json_group_array(json_array(k.kind, k.value, k.host)) FROM identity k INDEXED BY identity_by_customer
        WHERE k.workspace_id = ?1 AND k.customer_id = c.id AND k.superseded_at IS NULL) AS identities
    FROM matched CROSS JOIN customer c ON c.workspace_id = ?1 AND c.id = matched.customer_id
    WHERE c.superseded_at IS NULL`,
  byIds: `
    SELECT ${columns}, '[]' AS identities FROM json_each(?2) asked
    CROSS JOIN customer c ON c.workspace_id = ?1 AND c.id = asked.value
    WHERE c.superseded_at IS NULL`,
  // ?2 [[id, revision], ...]: stops the batch when a customer was changed since it was read. There is no
  // statement to raise an error with; malformed JSON is the one that names what happened.
  refuseIfMoved: `
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM json_each(?2) seen
      CROSS JOIN customer c ON c.workspace_id = ?1 AND c.id = seen.value ->> 0
      WHERE c.revision <> seen.value ->> 1
    ) THEN json('customer moved') END`,
  save: `
    INSERT INTO customer (workspace_id, id, name, company, owner_id, first_day, gaps, last_day, rhythm, revision,
      recorded_at, import_id)
    SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7, value ->> 8, ?3, ?4
    FROM json_each(?2) WHERE true
    ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, company = excluded.company,
      owner_id = excluded.owner_id, first_day = excluded.first_day, gaps = excluded.gaps,
      last_day = excluded.last_day, rhythm = excluded.rhythm, revision = excluded.revision`,
  // Pages through the workspace for a fit; ?2 the last id seen, ?3 the last local day that counts.
  page: `
    SELECT c.id, c.first_day, c.gaps FROM customer c
    WHERE c.workspace_id = ?1 AND c.id > ?2 AND c.first_day <= ?3 ORDER BY c.id LIMIT ?4`,
}

export interface Customer {
  id: string
  name: string
  company: string | null
  ownerId: string | null
  days: PurchaseDays | null
  /** Of the row as read; 0 for one that is not stored yet. */
  revision: number
}

const gapsJson = z.array(z.number())
const customerRow = z.object({
  id: z.string(),
  name: z.string(),
  company: z.nullable(z.string()),
  owner_id: z.nullable(z.string()),
  first_day: z.nullable(z.number()),
  gaps: z.string(),
  revision: z.number(),
  identities: z.string(),
})

/** A customer with the identities (`[kind, value, host]`) by which they are known. */
export interface KnownCustomer extends Customer {
  identities: [kind: string, value: string, host: string][]
}

/** Whoever has one of the identities, as a statement for a batch; read its rows with `knownCustomerOf`. */
export function findCustomersOf(db: Env['DB'], workspaceId: string, asked: string): D1PreparedStatement {
  return db.prepare(statements.ofIdentities).bind(workspaceId, asked)
}

export function findCustomers(
  db: Env['DB'],
  workspaceId: string,
  ids: readonly string[],
): D1PreparedStatement {
  return db.prepare(statements.byIds).bind(workspaceId, JSON.stringify(ids))
}

export function knownCustomerOf(row: unknown): KnownCustomer {
  const { id, name, company, owner_id, first_day, gaps, revision, identities } = z.parse(customerRow, row)
  const days = first_day === null ? null : { firstDay: first_day, gaps: z.parse(gapsJson, JSON.parse(gaps)) }
  return { id, name, company, ownerId: owner_id, days, revision, identities: JSON.parse(identities) }
}

/** Statements that store customers, and first of all refuse to when one was changed meanwhile. */
export function saveCustomers(
  db: Env['DB'],
  workspaceId: string,
  customers: readonly Customer[],
  recordedAt: number,
  importId: string | null,
): D1PreparedStatement[] {
  const seen = customers.map(({ id, revision }) => [id, revision])
  const rows = customers.map(({ id, name, company, ownerId, days, revision }) => {
    const rhythm = days && rhythmOf(days)
    return [
      id,
      name,
      company,
      ownerId,
      days?.firstDay ?? null,
      JSON.stringify(days?.gaps ?? []),
      rhythm?.lastDay ?? null,
      rhythm && JSON.stringify(rhythm),
      revision + 1,
    ]
  })
  return [
    ...payloads(seen).map(json => db.prepare(statements.refuseIfMoved).bind(workspaceId, json)),
    ...payloads(rows).map(json => db.prepare(statements.save).bind(workspaceId, json, recordedAt, importId)),
  ]
}

const pageRow = z.object({ id: z.string(), first_day: z.number(), gaps: z.string() })
/** D1 allows 50 statements a request here: a workspace of a million customers still fits. */
const pageSize = 25_000

/** The purchase days of every customer who bought up to a local day, page by page. A whole-workspace job. */
export async function* allPurchaseDays(
  db: Env['DB'],
  workspaceId: string,
  untilDay: number,
): AsyncGenerator<PurchaseDays[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { results }: D1Result = await db
      .prepare(statements.page)
      .bind(workspaceId, after, untilDay, pageSize)
      .all()
    const rows = results as z.infer<typeof pageRow>[]
    yield rows.map(({ first_day, gaps }) => ({ firstDay: first_day, gaps: JSON.parse(gaps) }))
    after = rows.length === pageSize ? rows.at(-1)?.id : undefined
  }
}
