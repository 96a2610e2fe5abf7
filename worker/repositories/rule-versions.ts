// rule_version: the workspace's settings together with the fits they use, one row a version. The workspace points
// at the one in force; a version whose standings are still being made is in force only once all of them are.

import * as z from 'zod/mini'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { layOver } from '../../shared/settings-change.ts'
import type { Who } from '../authenticate.ts'
import type { Env } from '../env.ts'
import { remembering } from '../remembering.ts'
import { type Rule, ruleFitsOf } from '../rule.ts'
import type { Credentials } from '../token.ts'
import { whoOf, whoTable } from './sessions.ts'

const columns = `r.version, r.settings, r.settings_version, r.fits, r.standing_version`

export const statements = {
  current: `
    WITH ${whoTable}
    SELECT who.*, ${columns} FROM who
    CROSS JOIN rule_version r ON r.workspace_id = who.workspace_id AND r.version = who.rule_version`,
  inForce: `
    SELECT ${columns} FROM workspace w
    CROSS JOIN rule_version r ON r.workspace_id = w.id AND r.version = w.rule_version
    WHERE w.id = ?1`,
  unbuilt: `
    SELECT ${columns}, r.built_until FROM rule_version r INDEXED BY rule_version_unbuilt
    WHERE r.workspace_id = ?1 AND r.applied_at IS NULL ORDER BY r.version DESC LIMIT 1`,
  // Any workspace that has one: the index holds unbuilt versions alone.
  anyUnbuilt: `
    SELECT r.workspace_id FROM rule_version r INDEXED BY rule_version_unbuilt WHERE r.applied_at IS NULL LIMIT 1`,
  // The rule in force, or the one that is being built after it.
  newest: `
    WITH ${whoTable}
    SELECT who.*, ${columns}, r.applied_at FROM who
    CROSS JOIN rule_version r ON r.workspace_id = who.workspace_id AND r.version = (
      SELECT max(n.version) FROM rule_version n
      WHERE n.workspace_id = who.workspace_id AND n.version >= who.rule_version)`,
  // A rule version is never below the settings version it holds: each change of settings makes one.
  ofSettings: `
    SELECT r.settings FROM rule_version r
    WHERE r.workspace_id = ?1 AND r.version >= ?2 AND r.settings_version = ?2 ORDER BY r.version LIMIT 1`,
  // The first rule version of each settings version below ?2; those after it differ by their fits alone.
  settingsHistory: `
    SELECT r.settings_version, r.settings, r.note, r.recorded_at, a.id AS author_id, a.name AS author_name
    FROM rule_version r
    LEFT JOIN member a ON a.workspace_id = r.workspace_id AND a.id = r.author_id
    WHERE r.workspace_id = ?1 AND r.version < ?2 AND NOT EXISTS (
      SELECT 1 FROM rule_version b WHERE b.workspace_id = r.workspace_id AND b.version = r.version - 1
        AND b.settings_version = r.settings_version)
    ORDER BY r.version DESC LIMIT ?3`,
  add: `
    INSERT INTO rule_version (workspace_id, version, settings, settings_version, note, author_id, fits,
      standing_version, recorded_at, applied_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
  // Stops the batch when another rule came into force since ?2 was read.
  refuseIfMoved: `
    SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM workspace w WHERE w.id = ?1 AND w.rule_version = ?2)
    THEN json('rule moved') END`,
  // Stops the batch when another request built on from ?3, or the version is in force already.
  refuseIfBuiltOn: `
    SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM rule_version r
      WHERE r.workspace_id = ?1 AND r.version = ?2 AND r.built_until = ?3 AND r.applied_at IS NULL)
    THEN json('rule built on') END`,
  // Stops the batch when beside its own rule another one holds the settings version ?2.
  refuseIfSettingsTaken: `
    SELECT CASE WHEN (SELECT count(*) FROM rule_version r
      WHERE r.workspace_id = ?1 AND r.version >= ?2 AND r.settings_version = ?2) > 1
    THEN json('settings taken') END`,
  builtUntil: `UPDATE rule_version SET built_until = ?3 WHERE workspace_id = ?1 AND version = ?2`,
  apply: `UPDATE rule_version SET applied_at = ?3 WHERE workspace_id = ?1 AND version = ?2`,
  point: `UPDATE workspace SET rule_version = ?2 WHERE id = ?1`,
}

/** A rule as it is stored. */
export interface StoredRule extends Rule {
  version: number
  /** Counts the changes of settings alone; what members are shown. */
  settingsVersion: number
  /** The version under which standings, spans and movements lie. */
  standingVersion: number
}

/** A version that is being built: the last customer done, in the order of ids. */
export interface UnbuiltRule extends StoredRule {
  builtUntil: string
}

/** The newest rule; false while it is being built. */
export interface NewestRule extends StoredRule {
  isInForce: boolean
}

/** A version of the settings as its admin left it. */
export interface SettingsVersion {
  version: number
  settings: Settings
  note: string
  /** Epoch milliseconds. */
  at: number
  /** Null for the version that a workspace begins with. */
  author: { id: string; name: string } | null
}

export interface NewRule extends StoredRule {
  note: string
  authorId: string | null
}

const ruleRow = z.object({
  version: z.number(),
  settings: z.string(),
  settings_version: z.number(),
  fits: z.string(),
  standing_version: z.number(),
})

export function ruleOf(row: unknown): StoredRule {
  const { version, settings, settings_version, fits, standing_version } = z.parse(ruleRow, row)
  return {
    version,
    settings: settingsOf(settings),
    settingsVersion: settings_version,
    fits: ruleFitsOf(fits),
    standingVersion: standing_version,
  }
}

/** Stored settings over the defaults, so that a setting added later has its default everywhere. */
export const settingsOf = remembering((json): Settings => layOver(defaultSettings, JSON.parse(json)))

/** The first version, all defaults: in force at once, since there is nobody yet. */
export function addFirstRule(db: Env['DB'], workspaceId: string, recordedAt: number): D1PreparedStatement {
  return addRule(
    db,
    workspaceId,
    {
      version: 1,
      settings: defaultSettings,
      settingsVersion: 1,
      fits: [],
      standingVersion: 1,
      note: '',
      authorId: null,
    },
    recordedAt,
    recordedAt,
  )
}

/** @param appliedAt null for a version that has to be built first. */
export function addRule(
  db: Env['DB'],
  workspaceId: string,
  rule: NewRule,
  recordedAt: number,
  appliedAt: number | null,
): D1PreparedStatement {
  const { version, settings, settingsVersion, note, authorId, fits, standingVersion } = rule
  return db
    .prepare(statements.add)
    .bind(
      workspaceId,
      version,
      JSON.stringify(settings),
      settingsVersion,
      note,
      authorId,
      JSON.stringify(fits),
      standingVersion,
      recordedAt,
      appliedAt,
    )
}

/** The rule in force, as a statement for a batch; read its row with `ruleOf`. */
export function findRule(db: Env['DB'], workspaceId: string): D1PreparedStatement {
  return db.prepare(statements.inForce).bind(workspaceId)
}

/** The version being built, if there is one. */
export async function readUnbuiltRule(db: Env['DB'], workspaceId: string): Promise<UnbuiltRule | null> {
  const row = await db.prepare(statements.unbuilt).bind(workspaceId).first()
  return (
    row && { ...ruleOf(row), builtUntil: z.parse(z.object({ built_until: z.string() }), row).built_until }
  )
}

/** A workspace with a version that is being built; null where there is none. */
export async function readBuildingWorkspace(db: Env['DB']): Promise<string | null> {
  const row = await db.prepare(statements.anyUnbuilt).first<{ workspace_id: string }>()
  return row?.workspace_id ?? null
}

/** The proven member with the rule in force; null where the session is not proven. */
export async function readRule(
  db: Env['DB'],
  { workspaceId, secretHash }: Credentials,
): Promise<{ who: Who; rule: StoredRule } | null> {
  const row = await db.prepare(statements.current).bind(workspaceId, secretHash).first()
  const who = whoOf(row)
  return who && { who, rule: ruleOf(row) }
}

/** The proven member and the newest rule, as a statement for a batch; read its row with `newestRuleOf`. */
export function findNewestRule(db: Env['DB'], { workspaceId, secretHash }: Credentials): D1PreparedStatement {
  return db.prepare(statements.newest).bind(workspaceId, secretHash)
}

/** Null where the session is not proven. */
export function newestRuleOf(row: unknown): { who: Who; rule: NewestRule } | null {
  const who = whoOf(row)
  if (!who) return null
  const { applied_at } = z.parse(z.object({ applied_at: z.nullable(z.number()) }), row)
  return { who, rule: { ...ruleOf(row), isInForce: applied_at !== null } }
}

/** As a statement for a batch; read its row with `settingsOfRow`. */
export function findSettings(
  db: Env['DB'],
  workspaceId: string,
  settingsVersion: number,
): D1PreparedStatement {
  return db.prepare(statements.ofSettings).bind(workspaceId, settingsVersion)
}

/** Null for a version that never was. */
export function settingsOfRow(row: unknown): Settings | null {
  return row === undefined ? null : settingsOf(z.parse(z.object({ settings: z.string() }), row).settings)
}

/** The newest versions, newest first, as a statement for a batch; read its rows with `settingsVersionOf`. */
export function listSettings(db: Env['DB'], workspaceId: string, most: number): D1PreparedStatement {
  return db.prepare(statements.settingsHistory).bind(workspaceId, Number.MAX_SAFE_INTEGER, most)
}

const settingsVersionRow = z.object({
  settings_version: z.number(),
  settings: z.string(),
  note: z.string(),
  recorded_at: z.number(),
  author_id: z.nullable(z.string()),
  author_name: z.nullable(z.string()),
})

export function settingsVersionOf(row: unknown): SettingsVersion {
  const { settings_version, settings, note, recorded_at, author_id, author_name } = z.parse(
    settingsVersionRow,
    row,
  )
  return {
    version: settings_version,
    settings: settingsOf(settings),
    note,
    at: recorded_at,
    author: author_id === null || author_name === null ? null : { id: author_id, name: author_name },
  }
}

export function refuseIfRuleMoved(db: Env['DB'], workspaceId: string, version: number): D1PreparedStatement {
  return db.prepare(statements.refuseIfMoved).bind(workspaceId, version)
}

/** After the rule with a new settings version is added: refuses where somebody else has taken that number. */
export function refuseIfSettingsTaken(
  db: Env['DB'],
  workspaceId: string,
  settingsVersion: number,
): D1PreparedStatement {
  return db.prepare(statements.refuseIfSettingsTaken).bind(workspaceId, settingsVersion)
}

/** The guard and the mark of one chunk: from the last customer done to the next one. */
export function buildOn(
  db: Env['DB'],
  workspaceId: string,
  { version, builtUntil }: Pick<UnbuiltRule, 'version' | 'builtUntil'>,
  until: string,
): [guard: D1PreparedStatement, mark: D1PreparedStatement] {
  return [
    db.prepare(statements.refuseIfBuiltOn).bind(workspaceId, version, builtUntil),
    db.prepare(statements.builtUntil).bind(workspaceId, version, until),
  ]
}

/** From now on the version is in force. */
export function applyRule(
  db: Env['DB'],
  workspaceId: string,
  version: number,
  now: number,
): D1PreparedStatement[] {
  return [
    db.prepare(statements.apply).bind(workspaceId, version, now),
    db.prepare(statements.point).bind(workspaceId, version),
  ]
}
