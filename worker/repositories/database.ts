// The database itself.

import type { Env } from '../env.ts'

/** Proves that the database answers; throws what D1 says where it does not. */
export async function readNothing(db: Env['DB']): Promise<void> {
  await db.prepare('SELECT 1').run()
}
