// workspace: one company using Holdfast.

import * as z from 'zod/mini'
import { dayMs, daysPerWeek } from '../../shared/time.ts'
import type { Env } from '../env.ts'

export const statements = {
  idByName: `SELECT id FROM workspace WHERE name = ?1 ORDER BY created_at LIMIT 1`,
  add: `
    INSERT INTO workspace (id, name, time_zone, currency, region, rule_version, created_at, fit_due_at)
    VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)`,
  fitDue: `
    SELECT id, time_zone, currency FROM workspace INDEXED BY workspace_by_fit_due WHERE fit_due_at <= ?1
    ORDER BY fit_due_at LIMIT 1`,
  putOffFit: `UPDATE workspace SET fit_due_at = ?2 WHERE id = ?1`,
  hastenFit: `UPDATE workspace SET fit_due_at = min(fit_due_at, ?2) WHERE id = ?1`,
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
  return db
    .prepare(statements.add)
    .bind(id, name, timeZone, currency, region, recordedAt, recordedAt + daysPerWeek * dayMs)
}

/** The workspace whose fit is due for longest; null where none is. */
export async function readFitDue(
  db: Env['DB'],
  now: number,
): Promise<Pick<NewWorkspace, 'id' | 'timeZone' | 'currency'> | null> {
  const row = await db
    .prepare(statements.fitDue)
    .bind(now)
    .first<{ id: string; time_zone: string; currency: string }>()
  return row && { id: row.id, timeZone: row.time_zone, currency: row.currency }
}

/** The next fit is due then. */
export function putOffFit(db: Env['DB'], workspaceId: string, at: number): D1PreparedStatement {
  return db.prepare(statements.putOffFit).bind(workspaceId, at)
}

/** The next fit is due then, or earlier if it already was. */
export function hastenFit(db: Env['DB'], workspaceId: string, at: number): D1PreparedStatement {
  return db.prepare(statements.hastenFit).bind(workspaceId, at)
}
