// Writes one transaction that was decided on from an earlier reading.

import type { Env } from '../env.ts'

/** A guard statement's malformed JSON, or a revision or key that another request has taken meanwhile. */
const movedPattern = /malformed JSON|UNIQUE constraint/

/** False when what was read has changed since: nothing was written, and reading again will tell. */
export async function writeUnlessMoved(db: Env['DB'], statements: D1PreparedStatement[]): Promise<boolean> {
  if (statements.length === 0) return true
  try {
    await db.batch(statements)
    return true
  } catch (thrown) {
    if (thrown instanceof Error && movedPattern.test(thrown.message)) return false
    throw thrown
  }
}
