// correction: which customer an identity on a page means, where a member said so; their own word before everybody's.

import type { Env } from '../env.ts'
import type { NormalIdentity } from '../normalise-identity.ts'

const ofIdentity = `workspace_id = ?1 AND kind = ?2 AND value = ?3 AND host = ?4 AND member_id = ?5`

export const statements = {
  supersede: `UPDATE correction SET superseded_at = ?6 WHERE ${ofIdentity} AND superseded_at IS NULL`,
  add: `
    INSERT INTO correction (workspace_id, kind, value, host, member_id, recorded_at, customer_id, author_id)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT DO UPDATE SET customer_id = excluded.customer_id, superseded_at = NULL`,
}

/** Of which identity, and whose word it is: null is everybody's. */
export interface Corrected {
  identity: NormalIdentity
  memberId: string | null
}

/** Statements that make the identity mean a customer from now on, or again whoever it is one of (null). */
export function saveCorrection(
  db: Env['DB'],
  workspaceId: string,
  corrected: Corrected,
  customerId: string | null,
  authorId: string,
  now: number,
): D1PreparedStatement[] {
  const key = keyOf(corrected)
  const supersede = db.prepare(statements.supersede).bind(workspaceId, ...key, now)
  if (customerId === null) return [supersede]
  return [supersede, db.prepare(statements.add).bind(workspaceId, ...key, now, customerId, authorId)]
}

function keyOf({ identity: { kind, value, host }, memberId }: Corrected): string[] {
  return [kind, value, host, memberId ?? '']
}
