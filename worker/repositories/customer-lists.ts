// A page of a workspace's customers by where they stand, in the order of ids: which ones, not what is known of them.

import * as z from 'zod/mini'
import type { StatusId } from '../../shared/snapshot.ts'
import type { Who } from '../authenticate.ts'
import type { Env } from '../env.ts'
import type { Credentials } from '../token.ts'
import { whoOf, whoTable } from './sessions.ts'

/** `statusAt` of worker/standing.ts over a row `s`, on the local day ?3. */
const statusOnDay = `CASE
      WHEN s.departed_day <= ?3 THEN 'departed'
      WHEN s.since_day IS NULL THEN 'prospect'
      WHEN s.series = 'once' THEN CASE WHEN s.once_day <= ?3 THEN 'once' ELSE 'new' END
      WHEN s.lost_day <= ?3 THEN 'lost'
      WHEN s.late_day <= ?3 THEN 'late'
      WHEN s.returned_day IS NOT NULL AND coalesce(s.returned_until_day > ?3, 1) THEN 'returned'
      ELSE 'active' END`

const owned = `(?4 IS NULL OR c.owner_id = ?4)`

export const statements = {
  // ?5 the statuses wanted, ?6 the last id seen, ?7 how many.
  byStatus: `
    WITH ${whoTable},
    page AS MATERIALIZED (
      SELECT c.id FROM who
      CROSS JOIN rule_version r ON r.workspace_id = who.workspace_id AND r.version = who.rule_version
      CROSS JOIN customer c ON c.workspace_id = who.workspace_id AND c.id > ?6
      LEFT JOIN standing s ON s.workspace_id = who.workspace_id AND s.rule_version = r.standing_version
        AND s.customer_id = c.id
      WHERE c.superseded_at IS NULL AND ${owned} AND ${statusOnDay} IN (SELECT value FROM json_each(?5))
      ORDER BY c.id LIMIT ?7
    )
    SELECT who.*, (SELECT json_group_array(page.id) FROM page) AS ids FROM who`,
  // Whoever was known by the moment ?3, whatever they are called and whose they are now.
  knownBy: `
    WITH ${whoTable}
    SELECT who.*, (SELECT json_group_array(id) FROM (
      SELECT c.id FROM customer c WHERE c.workspace_id = who.workspace_id AND c.id > ?4 AND c.recorded_at <= ?3
      ORDER BY c.id LIMIT ?5)) AS ids
    FROM who`,
}

export interface CustomerPage {
  who: Who
  ids: string[]
}

/** Customers of some statuses today, behind an id; null where the session is not proven. */
export async function readByStatus(
  db: Env['DB'],
  { workspaceId, secretHash }: Credentials,
  asked: {
    today: number
    statuses: readonly StatusId[]
    ownerId: string | null
    after: string
    most: number
  },
): Promise<CustomerPage | null> {
  const { today, statuses, ownerId, after, most } = asked
  const row = await db
    .prepare(statements.byStatus)
    .bind(workspaceId, secretHash, today, ownerId, JSON.stringify(statuses), after, most)
    .first()
  return pageOf(row)
}

/** Everybody who was known by a moment, behind an id; null where the session is not proven. */
export async function readKnownBy(
  db: Env['DB'],
  { workspaceId, secretHash }: Credentials,
  { knownAt, after, most }: { knownAt: number; after: string; most: number },
): Promise<CustomerPage | null> {
  return pageOf(
    await db.prepare(statements.knownBy).bind(workspaceId, secretHash, knownAt, after, most).first(),
  )
}

function pageOf(row: unknown): CustomerPage | null {
  const who = whoOf(row)
  if (!who) return null
  const { ids } = z.parse(z.object({ ids: z.string() }), row)
  return { who, ids: JSON.parse(ids) }
}
