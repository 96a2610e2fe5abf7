// rule_version: the workspace's settings, one row a version.

import * as z from 'zod/mini'
import { defaultSettings, type Settings, settingsSchema } from '../../shared/settings.ts'
import type { Who } from '../authenticate.ts'
import type { Env } from '../env.ts'
import type { Credentials } from '../token.ts'
import { whoOf, whoTable } from './sessions.ts'

export const statements = {
  current: `
    WITH ${whoTable}
    SELECT who.*, r.settings FROM who
    CROSS JOIN rule_version r ON r.workspace_id = who.workspace_id AND r.version = who.rule_version`,
  add: `INSERT INTO rule_version (workspace_id, version, settings, author_id, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5)`,
}

/** The first version, all defaults. */
export function addFirstRule(db: Env['DB'], workspaceId: string, recordedAt: number): D1PreparedStatement {
  return db.prepare(statements.add).bind(workspaceId, 1, '{}', null, recordedAt)
}

/** Stored settings over the defaults, so that a setting added later has its default everywhere. */
export function settingsOf(json: string): Settings {
  const stored = z.parse(z.partial(settingsSchema), JSON.parse(json))
  return { ...defaultSettings, ...stored }
}

/** The proven member with the settings in force; null where the session is not proven. */
export async function readRule(
  db: Env['DB'],
  { workspaceId, secretHash }: Credentials,
): Promise<{ who: Who; settings: Settings } | null> {
  const row = await db.prepare(statements.current).bind(workspaceId, secretHash).first()
  const who = whoOf(row)
  return who && { who, settings: settingsOf(z.parse(z.object({ settings: z.string() }), row).settings) }
}
