// customer: who buys, with the days on which they did.

import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import { packMoney, type StoredMoney, unpackMoney } from '../money.ts'
import { payloads } from '../payload.ts'
import { packRhythm, rhythmOf } from '../rhythm.ts'
import type { CustomerDays } from '../stand.ts'

const columns = `c.id, c.name, c.company, c.owner_id, c.first_day, c.gaps, c.pauses,
  c.departures, c.money, c.revision`

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
  // ?2 [[the columns in their order], ...]; texts that are JSON come as texts: SQLite is slow to write arrays out.
  save: `
    INSERT INTO customer (workspace_id, id, name, company, owner_id, first_day, gaps, last_day, rhythm, pauses,
      departures, money, revision, recorded_at, import_id)
    SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, ?3, ?4
    FROM json_each(?2) WHERE true
    ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, company = excluded.company,
      owner_id = excluded.owner_id, first_day = excluded.first_day, gaps = excluded.gaps,
      last_day = excluded.last_day, rhythm = excluded.rhythm, pauses = excluded.pauses,
      departures = excluded.departures, money = excluded.money, revision = excluded.revision`,
  // ?2 [[id, name, company, owner_id], ...]: what customers were called up to ?3.
  keepProfiles: `
    INSERT INTO former_profile (workspace_id, customer_id, superseded_at, name, company, owner_id)
    SELECT ?1, value ->> 0, ?3, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2)
    WHERE true ON CONFLICT DO NOTHING`,
  // How many customers there are, and how many up to the id ?2.
  count: `SELECT count(*) AS customers, total(c.id <= ?2) AS up_to FROM customer c WHERE c.workspace_id = ?1`,
  // Pages through the workspace in the order of ids; ?2 the last id seen.
  page: `
    SELECT c.id, c.owner_id, c.first_day, c.gaps, c.pauses, c.departures FROM customer c
    WHERE c.workspace_id = ?1 AND c.id > ?2 ORDER BY c.id LIMIT ?3`,
}

export interface Customer {
  id: string
  name: string
  company: string | null
  ownerId: string | null
  days: CustomerDays
  money: StoredMoney
  /** Of the row as read; 0 for one that is not stored yet. */
  revision: number
}

const customerRow = z.object({
  id: z.string(),
  name: z.string(),
  company: z.nullable(z.string()),
  owner_id: z.nullable(z.string()),
  first_day: z.nullable(z.number()),
  gaps: z.string(),
  pauses: z.string(),
  departures: z.string(),
  money: z.nullable(z.string()),
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
  const { id, name, company, owner_id, money, revision, identities, ...days } = z.parse(customerRow, row)
  return {
    id,
    name,
    company,
    ownerId: owner_id,
    days: customerDaysOf(days),
    money: unpackMoney(money),
    revision,
    identities: JSON.parse(identities),
  }
}

interface DaysRow {
  first_day: number | null
  gaps: string
  pauses: string
  departures: string
}

function customerDaysOf({ first_day, gaps, pauses, departures }: DaysRow): CustomerDays {
  return {
    purchases: first_day === null ? null : { firstDay: first_day, gaps: JSON.parse(gaps) },
    pauses: JSON.parse(pauses),
    departures: JSON.parse(departures),
  }
}

/** Statements that store customers, and first of all refuse to when one was changed meanwhile. */
export function saveCustomers(
  db: Env['DB'],
  workspaceId: string,
  customers: readonly Customer[],
  recordedAt: number,
  importId: string | null,
): D1PreparedStatement[] {
  const rows = customers.map(({ id, name, company, ownerId, days, money, revision }) => {
    const { purchases, pauses, departures } = days
    const rhythm = purchases && rhythmOf(purchases, pauses)
    return [
      id,
      name,
      company,
      ownerId,
      purchases?.firstDay ?? null,
      JSON.stringify(purchases?.gaps ?? []),
      rhythm?.lastDay ?? null,
      rhythm && packRhythm(rhythm),
      JSON.stringify(pauses),
      JSON.stringify(departures),
      packMoney(money),
      revision + 1,
    ]
  })
  return [
    ...refuseIfCustomersMoved(db, workspaceId, customers),
    ...payloads(rows).map(json => db.prepare(statements.save).bind(workspaceId, json, recordedAt, importId)),
  ]
}

/** What customers were called, and whose they were, until now. */
export function keepProfiles(
  db: Env['DB'],
  workspaceId: string,
  customers: readonly Pick<Customer, 'id' | 'name' | 'company' | 'ownerId'>[],
  now: number,
): D1PreparedStatement[] {
  const rows = customers.map(({ id, name, company, ownerId }) => [id, name, company, ownerId])
  return payloads(rows).map(json => db.prepare(statements.keepProfiles).bind(workspaceId, json, now))
}

/** A customer as a whole-workspace job needs them. */
export interface PagedCustomer {
  id: string
  ownerId: string | null
  days: CustomerDays
}

type PageRow = DaysRow & { id: string; owner_id: string | null }

/** The customers behind an id, in the order of ids. */
export async function readCustomerPage(
  db: Env['DB'],
  workspaceId: string,
  after: string,
  most: number,
): Promise<PagedCustomer[]> {
  const { results } = await db.prepare(statements.page).bind(workspaceId, after, most).all<PageRow>()
  return results.map(({ id, owner_id: ownerId, ...days }) => ({ id, ownerId, days: customerDaysOf(days) }))
}

/** All customers, and those up to an id. A whole-workspace job. */
export async function countCustomers(
  db: Env['DB'],
  workspaceId: string,
  upTo: string,
): Promise<{ customers: number; upTo: number }> {
  const row = await db
    .prepare(statements.count)
    .bind(workspaceId, upTo)
    .first<{ customers: number; up_to: number }>()
  return { customers: row?.customers ?? 0, upTo: row?.up_to ?? 0 }
}

/** Statements that stop the batch when one of the customers was changed since they were read. */
export function refuseIfCustomersMoved(
  db: Env['DB'],
  workspaceId: string,
  customers: readonly Pick<Customer, 'id' | 'revision'>[],
): D1PreparedStatement[] {
  const seen = customers.map(({ id, revision }) => [id, revision])
  return payloads(seen).map(json => db.prepare(statements.refuseIfMoved).bind(workspaceId, json))
}

/** D1 allows 50 statements a request here: a workspace of a million customers still fits. */
const pageSize = 25_000

/** Every customer, page by page. A whole-workspace job. */
export async function* allCustomers(db: Env['DB'], workspaceId: string): AsyncGenerator<PagedCustomer[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: PagedCustomer[] = await readCustomerPage(db, workspaceId, after, pageSize)
    yield page
    after = page.length === pageSize ? page.at(-1)?.id : undefined
  }
}
