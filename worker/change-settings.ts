// An admin's change of the settings: the newest and those the change was made on -> what it comes to -> refused
// where it contradicts itself or would overwrite what nobody saw -> the next rule, with its audit row.

import type { SettingsState } from '../shared/api.ts'
import { Failure } from '../shared/failure.ts'
import type { Settings } from '../shared/settings.ts'
import { type Difference, differencesBetween } from '../shared/settings-change.ts'
import { settingsContradictions } from '../shared/settings-contradictions.ts'
import { dayOf } from '../shared/time.ts'
import { admit, type Who } from './authenticate.ts'
import { changeRule, continueRule, ruleProgress } from './change-rule.ts'
import type { Env } from './env.ts'
import { addAudit } from './repositories/audit.ts'
import {
  findNewestRule,
  findSettings,
  type NewestRule,
  newestRuleOf,
  refuseIfSettingsTaken,
  settingsOfRow,
} from './repositories/rule-versions.ts'
import { hastenFit } from './repositories/workspaces.ts'
import type { Credentials } from './token.ts'

/** Somebody else's change, or a new fit, may come in between as often. */
const mostTries = 3

export interface SettingsWish {
  /** The settings version that the admin had before them. */
  version: number
  /** The earlier version whose settings are to come back, if it is that. */
  toVersion?: number
  /** What the settings are to be, of those the admin saw and those to come back. */
  next(seen: Settings, earlier: Settings | null): Settings
  note: string
}

/**
 * The newest settings after the change; asking for what they are already changes nothing.
 * @throws Failure `invalid` for contradictions and versions that never were; `conflict` with what somebody else
 *   changed since `version`; `busy` while an earlier change or a new fit is still being applied.
 */
export async function saveSettings(
  db: Env['DB'],
  credentials: Credentials,
  wish: SettingsWish,
  now: number,
): Promise<SettingsState> {
  for (let tries = 1; ; tries += 1) {
    const { who, rule, next } = await decide(db, credentials, wish)
    if (!next) return settingsState(db, who.workspaceId, rule)
    if (!rule.isInForce) {
      // A request has room to build one rule: whoever asks again and again gets the earlier one done.
      await continueRule(db, who.workspaceId, now)
      throw new Failure('busy', 'An earlier change was still being applied. Nothing was changed; try again.')
    }
    try {
      return await write(db, who, rule, next, wish, now)
    } catch (thrown) {
      if (tries === mostTries || !isOvertaken(thrown)) throw thrown
    }
  }
}

/** The settings as a member reads them: the newest, and how far they are from being in force. */
export async function settingsState(
  db: Env['DB'],
  workspaceId: string,
  { settingsVersion, settings, isInForce }: Pick<NewestRule, 'settingsVersion' | 'settings' | 'isInForce'>,
): Promise<SettingsState> {
  const progress = isInForce ? null : await ruleProgress(db, workspaceId)
  const changing = progress && { done: progress.done, of: progress.of }
  return { version: settingsVersion, settings, changing }
}

interface Decision {
  who: Who
  rule: NewestRule
  /** Null where there is nothing to change. */
  next: Settings | null
}

async function decide(db: Env['DB'], credentials: Credentials, wish: SettingsWish): Promise<Decision> {
  const { version, toVersion } = wish
  const { workspaceId } = credentials
  const [newest, seenRows, earlierRows] = await db.batch([
    findNewestRule(db, credentials),
    findSettings(db, workspaceId, version),
    ...(toVersion === undefined ? [] : [findSettings(db, workspaceId, toVersion)]),
  ])
  const found = newestRuleOf(newest?.results[0])
  const who = admit(found?.who ?? null, ['admin'])
  if (!found) throw new Failure('internal', 'A session was admitted that was never read.')
  const seen = settingsOfRow(seenRows?.results[0])
  const earlier = settingsOfRow(earlierRows?.results[0])
  if (!seen) throw noSuchVersion('version')
  if (toVersion !== undefined && !earlier) throw noSuchVersion('toVersion')
  const { rule } = found
  return { who, rule, next: nextSettings(rule, seen, wish.next(seen, earlier)) }
}

function nextSettings(
  { settings: newest, settingsVersion }: NewestRule,
  seen: Settings,
  next: Settings,
): Settings | null {
  refuseContradictions(next)
  if (differencesBetween(newest, next).length === 0) return null
  refuseOverwriting(differencesBetween(seen, newest), differencesBetween(seen, next), settingsVersion)
  return next
}

function refuseContradictions(settings: Settings): void {
  const contradictions = settingsContradictions(settings)
  if (contradictions.length === 0) return
  throw new Failure(
    'invalid',
    'The settings contradict each other. Nothing was changed.',
    contradictions.map(({ path, message }) => ({ path: `settings.${path}`, message })),
  )
}

/** @param theirs what somebody else changed since the admin looked. @param yours what the admin changed. */
function refuseOverwriting(
  theirs: readonly Difference[],
  yours: readonly Difference[],
  settingsVersion: number,
): void {
  if (theirs.length === 0) return
  const wanted = new Map(yours.map(({ path, after }) => [path, after]))
  throw new Failure(
    'conflict',
    `The settings were changed meanwhile and are now at version ${settingsVersion}. Look at what changed and save again.`,
    theirs.map(({ path, before, after }) => ({
      path: `settings.${path}`,
      message: 'was changed meanwhile',
      theirs: after,
      yours: wanted.has(path) ? wanted.get(path) : before,
    })),
  )
}

function noSuchVersion(path: string): Failure {
  return new Failure('invalid', 'The settings have no such version.', [
    { path, message: 'there is no such version' },
  ])
}

async function write(
  db: Env['DB'],
  { workspaceId, memberId: authorId, timeZone }: Who,
  before: NewestRule,
  settings: Settings,
  { note, toVersion }: SettingsWish,
  now: number,
): Promise<SettingsState> {
  const version = before.settingsVersion + 1
  const kind = toVersion === undefined ? 'change' : 'restore'
  const alongside = [
    refuseIfSettingsTaken(db, workspaceId, version),
    addAudit(
      db,
      workspaceId,
      { authorId, action: 'settings', kind, customerId: null, factId: String(version) },
      now,
    ),
    // What a fit says of all customers together is about one horizon.
    ...(isSameHorizon(before.settings, settings) ? [] : [hastenFit(db, workspaceId, now)]),
  ]
  const today = dayOf(now, timeZone)
  const { applied, done, of } = await changeRule(
    db,
    workspaceId,
    { settings, settingsVersion: version, note, authorId, today, alongside },
    now,
  )
  return { version, settings, changing: applied ? null : { done, of } }
}

function isSameHorizon(one: Settings, other: Settings): boolean {
  return JSON.stringify(one.horizon) === JSON.stringify(other.horizon)
}

/** Another change came in between, or is being applied: whose settings these are is known on looking again. */
function isOvertaken(thrown: unknown): boolean {
  return thrown instanceof Failure && (thrown.code === 'conflict' || thrown.code === 'busy')
}
