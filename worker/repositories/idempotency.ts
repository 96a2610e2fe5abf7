// idempotency: the first answer to each key, so that a write sent again is answered again and done once.

import type { Env } from '../env.ts'

export const statements = {
  find: `SELECT request_hash, response FROM idempotency WHERE workspace_id = ?1 AND key = ?2`,
  add: `
    INSERT INTO idempotency (workspace_id, key, request_hash, response, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5)`,
}

export interface FirstAnswer {
  requestHash: string
  response: unknown
}

/** As a statement for a batch; read its rows with `firstAnswerOf`. */
export function findAnswer(db: Env['DB'], workspaceId: string, key: string): D1PreparedStatement {
  return db.prepare(statements.find).bind(workspaceId, key)
}

export function firstAnswerOf(rows: readonly unknown[]): FirstAnswer | null {
  const [row] = rows as { request_hash: string; response: string }[]
  return row ? { requestHash: row.request_hash, response: JSON.parse(row.response) } : null
}

/** Fails the batch it is in when the key was used meanwhile. */
export function addAnswer(
  db: Env['DB'],
  workspaceId: string,
  key: string,
  { requestHash, response }: FirstAnswer,
  recordedAt: number,
): D1PreparedStatement {
  return db.prepare(statements.add).bind(workspaceId, key, requestHash, JSON.stringify(response), recordedAt)
}
