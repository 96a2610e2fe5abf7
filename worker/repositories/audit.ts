// audit: who did what to which fact; never what it says.

import type { Env } from '../env.ts'

export const statements = {
  // ?2 [[id, fact_id], ...]
  add: `
    INSERT INTO audit (workspace_id, recorded_at, id, author_id, action, kind, customer_id, fact_id)
    SELECT ?1, ?3, value ->> 0, ?4, ?5, ?6, ?7, value ->> 1 FROM json_each(?2)`,
}

/** `undo` takes a fact back, `redo` brings it back; `settings` are the workspace's. */
export type AuditAction = 'log' | 'correct' | 'undo' | 'redo' | 'settings'

interface Done {
  authorId: string
  action: AuditAction
  /** Of what: `promise`, `customer`. */
  kind: string
  customerId: string | null
}

/** For the transaction of the write. */
export function addAudit(
  db: Env['DB'],
  workspaceId: string,
  { factId, ...done }: Done & { factId: string | null },
  recordedAt: number,
): D1PreparedStatement {
  return addAudits(db, workspaceId, { ...done, factIds: [factId] }, recordedAt)
}

/** The same done to several facts. */
export function addAudits(
  db: Env['DB'],
  workspaceId: string,
  { authorId, action, kind, customerId, factIds }: Done & { factIds: readonly (string | null)[] },
  recordedAt: number,
): D1PreparedStatement {
  const rows = factIds.map(factId => [crypto.randomUUID(), factId])
  return db
    .prepare(statements.add)
    .bind(workspaceId, JSON.stringify(rows), recordedAt, authorId, action, kind, customerId)
}
