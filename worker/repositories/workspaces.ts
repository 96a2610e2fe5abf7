// workspace: one company using Holdfast.

import * as z from 'zod/mini'
import type { Env } from '../env.ts'

export const statements = {
  idByName: `SELECT id FROM workspace WHERE name = ?1 ORDER BY created_at LIMIT 1`,
  add: `
    INSERT INTO workspace (id, name, time_zone, currency, region, rule_version, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)`,
}

export interface NewWorkspace {
  id: string
  name: string
  timeZone: string
  currency: string
  region: string
}

/** The workspace of a name, for whoever runs the Worker's own database; null where there is none. */
export async function workspaceIdByName(db: Env['DB'], name: string): Promise<string | null> {
  const row = await db.prepare(statements.idByName).bind(name).first()
  return row ? z.parse(z.object({ id: z.string() }), row).id : null
}

export function addWorkspace(
  db: Env['DB'],
  { id, name, timeZone, currency, region }: NewWorkspace,
  recordedAt: number,
): D1PreparedStatement {
  return db.prepare(statements.add).bind(id, name, timeZone, currency, region, recordedAt)
}
