// session: who may ask. The proof is part of each request's first statement, never a round trip of its own.

import * as z from 'zod/mini'
import { roles } from '../../shared/api.ts'
import type { Who } from '../authenticate.ts'
import type { Env } from '../env.ts'
import type { Credentials } from '../token.ts'

/** A common table `who` of the proven member and their workspace: one row or none. Binds ?1 workspace, ?2 hash. */
export const whoTable = `
  who AS MATERIALIZED (
    SELECT w.id AS workspace_id, m.id AS member_id, m.role, w.name AS workspace_name, w.time_zone, w.currency,
      w.region, w.rule_version
    FROM session s
    CROSS JOIN member m ON m.workspace_id = s.workspace_id AND m.id = s.member_id
    CROSS JOIN workspace w ON w.id = s.workspace_id
    WHERE s.workspace_id = ?1 AND s.secret_hash = ?2 AND s.revoked_at IS NULL
  )`

export const statements = {
  who: `WITH ${whoTable} SELECT * FROM who`,
  add: `INSERT INTO session (workspace_id, secret_hash, member_id, label, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5)`,
  revoke: `UPDATE session SET revoked_at = ?3 WHERE workspace_id = ?1 AND secret_hash = ?2 AND revoked_at IS NULL`,
}

export const whoRow = z.object({
  workspace_id: z.string(),
  member_id: z.string(),
  role: z.enum(roles),
  workspace_name: z.string(),
  time_zone: z.string(),
  currency: z.string(),
  region: z.string(),
})

/** The first statement of a request that reads nothing else along with it. */
export function proveSession(db: Env['DB'], { workspaceId, secretHash }: Credentials): D1PreparedStatement {
  return db.prepare(statements.who).bind(workspaceId, secretHash)
}

/** The member of a `who` row; null where the session was not proven. */
export function whoOf(row: unknown): Who | null {
  if (row === null || row === undefined) return null
  const who = z.parse(whoRow, row)
  return {
    workspaceId: who.workspace_id,
    memberId: who.member_id,
    role: who.role,
    workspaceName: who.workspace_name,
    timeZone: who.time_zone,
    currency: who.currency,
    region: who.region,
  }
}

/** A session for a member, recognised by the hash of its token's secret. */
export function addSession(
  db: Env['DB'],
  workspaceId: string,
  { secretHash, memberId, label }: { secretHash: string; memberId: string; label: string },
  recordedAt: number,
): D1PreparedStatement {
  return db.prepare(statements.add).bind(workspaceId, secretHash, memberId, label, recordedAt)
}

/** Ends a session at once. */
export function revokeSession(
  db: Env['DB'],
  { workspaceId, secretHash }: Credentials,
  now: number,
): D1PreparedStatement {
  return db.prepare(statements.revoke).bind(workspaceId, secretHash, now)
}
