// identity: one way to recognise a customer; one may lead to several customers.

import type { Env } from '../env.ts'
import type { NormalIdentity } from '../normalise-identity.ts'
import { payloads } from '../payload.ts'

export const statements = {
  // ?2 [[kind, value, host], ...] that led to nobody: stops the batch when they do by now, so that two requests
  // at once do not make two customers of one person.
  refuseIfTaken: `
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM json_each(?2) asked
      CROSS JOIN identity i ON i.workspace_id = ?1 AND i.kind = asked.value ->> 0 AND i.value = asked.value ->> 1
        AND i.host = asked.value ->> 2
      WHERE i.superseded_at IS NULL
    ) THEN json('identity taken') END`,
  add: `
    INSERT INTO identity (workspace_id, kind, value, host, customer_id, raw, recorded_at, import_id)
    SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ?3, ?4 FROM json_each(?2)
    WHERE true ON CONFLICT DO UPDATE SET superseded_at = NULL, recorded_at = excluded.recorded_at,
      import_id = excluded.import_id, came_with_person = 0
    WHERE identity.superseded_at IS NOT NULL`,
  ofCustomer: `
    SELECT kind, value, host, person_id FROM identity INDEXED BY identity_by_customer
    WHERE workspace_id = ?1 AND customer_id = ?2 AND superseded_at IS NULL`,
  // ?2 [[kind, value, host, raw], ...] of the customer ?3 are the person's, ?4; known before or not.
  addOfPerson: `
    INSERT INTO identity (workspace_id, kind, value, host, customer_id, raw, recorded_at, person_id, came_with_person)
    SELECT ?1, value ->> 0, value ->> 1, value ->> 2, ?3, value ->> 3, ?5, ?4, 1 FROM json_each(?2)
    WHERE true ON CONFLICT DO UPDATE SET person_id = excluded.person_id, superseded_at = NULL,
      came_with_person = identity.superseded_at IS NOT NULL OR identity.came_with_person,
      recorded_at = CASE WHEN identity.superseded_at IS NULL THEN identity.recorded_at ELSE excluded.recorded_at END`,
  // ?2 [[kind, value, host], ...] of the customer ?3 are nobody's any more; what came with the person goes.
  dropOfPerson: `
    INSERT INTO identity SELECT i.* FROM json_each(?2) dropped
    CROSS JOIN identity i ON i.workspace_id = ?1 AND i.kind = dropped.value ->> 0 AND i.value = dropped.value ->> 1
      AND i.host = dropped.value ->> 2 AND i.customer_id = ?3
    WHERE true ON CONFLICT DO UPDATE SET person_id = NULL,
      superseded_at = CASE WHEN came_with_person THEN ?4 ELSE superseded_at END`,
}

/** An identity of a customer, and whose of their people it is. */
export interface OwnedIdentity extends NormalIdentity {
  personId: string | null
}

export interface NewIdentity {
  identity: NormalIdentity
  customerId: string
  /** As it came. */
  raw: string
  /** It led to nobody when the request read it. */
  isUnclaimed: boolean
}

export function refuseIfTaken(
  db: Env['DB'],
  workspaceId: string,
  identities: readonly NewIdentity[],
): D1PreparedStatement[] {
  const unclaimed = identities.filter(({ isUnclaimed }) => isUnclaimed)
  const rows = unclaimed.map(({ identity: { kind, value, host } }) => [kind, value, host])
  return payloads(rows).map(json => db.prepare(statements.refuseIfTaken).bind(workspaceId, json))
}

export function addIdentities(
  db: Env['DB'],
  workspaceId: string,
  identities: readonly NewIdentity[],
  recordedAt: number,
  importId: string | null,
): D1PreparedStatement[] {
  const rows = identities.map(({ identity: { kind, value, host }, customerId, raw }) => [
    kind,
    value,
    host,
    customerId,
    raw,
  ])
  return payloads(rows).map(json => db.prepare(statements.add).bind(workspaceId, json, recordedAt, importId))
}

/** The identities of a customer, as a statement for a batch; read its rows with `ownedIdentities`. */
export function findIdentities(db: Env['DB'], workspaceId: string, customerId: string): D1PreparedStatement {
  return db.prepare(statements.ofCustomer).bind(workspaceId, customerId)
}

export function ownedIdentities(rows: readonly unknown[]): OwnedIdentity[] {
  return (rows as (NormalIdentity & { person_id: string | null })[]).map(
    ({ kind, value, host, person_id: personId }) => ({ kind, value, host, personId }),
  )
}

/** By what one of a customer's people is to be recognised, and by what no longer. */
export interface PersonIdentities {
  customerId: string
  personId: string
  added: readonly { identity: NormalIdentity; raw: string }[]
  dropped: readonly NormalIdentity[]
}

export function changeIdentitiesOfPerson(
  db: Env['DB'],
  workspaceId: string,
  { customerId, personId, added, dropped }: PersonIdentities,
  now: number,
): D1PreparedStatement[] {
  const rows = added.map(({ identity: { kind, value, host }, raw }) => [kind, value, host, raw])
  const old = dropped.map(({ kind, value, host }) => [kind, value, host])
  return [
    ...payloads(old).map(json =>
      db.prepare(statements.dropOfPerson).bind(workspaceId, json, customerId, now),
    ),
    ...payloads(rows).map(json =>
      db.prepare(statements.addOfPerson).bind(workspaceId, json, customerId, personId, now),
    ),
  ]
}
