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
      import_id = excluded.import_id
    WHERE identity.superseded_at IS NOT NULL`,
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
