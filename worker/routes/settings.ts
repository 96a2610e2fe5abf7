// /v1/settings: what the workspace has set about its figures, its versions, and changing it.

import { api, type SettingsHistory, type SettingsProgress } from '../../shared/api.ts'
import { changeSettings as changed, differencesBetween } from '../../shared/settings-change.ts'
import { formatInstant } from '../../shared/time.ts'
import { admit } from '../authenticate.ts'
import { continueRule } from '../change-rule.ts'
import { saveSettings, settingsState } from '../change-settings.ts'
import {
  findNewestRule,
  listSettings as listVersions,
  newestRuleOf,
  settingsVersionOf,
} from '../repositories/rule-versions.ts'
import { proveSession, whoOf } from '../repositories/sessions.ts'
import { type Route, route } from './route.ts'

/** Who needs more than these looks at the database. */
const mostListed = 200

export const readSettings: Route = route(api.readSettings, async ({ env: { DB: db }, credentials }) => {
  const found = newestRuleOf(await findNewestRule(db, credentials).first())
  const { workspaceId } = admit(found?.who ?? null)
  return found && settingsState(db, workspaceId, found.rule)
})

export const changeSettings: Route = route(
  api.changeSettings,
  ({ env: { DB: db }, credentials, body: { version, settings, note = '' }, now }) =>
    saveSettings(db, credentials, { version, note, next: seen => changed(seen, settings) }, now),
)

export const restoreSettings: Route = route(
  api.restoreSettings,
  ({ env: { DB: db }, credentials, body: { version, toVersion, note = '' }, now }) =>
    saveSettings(
      db,
      credentials,
      { version, toVersion, note, next: (seen, earlier) => earlier ?? seen },
      now,
    ),
)

export const continueSettings: Route = route(
  api.continueSettings,
  async ({ env: { DB: db }, credentials, now }) => {
    const who = admit(whoOf(await proveSession(db, credentials).first()), api.continueSettings.roles)
    const { done, of, applied } = await continueRule(db, who.workspaceId, now)
    return { done, of, applied } satisfies SettingsProgress
  },
)

export const listSettings: Route = route(api.listSettings, async ({ env: { DB: db }, credentials }) => {
  const [session, list] = await db.batch([
    proveSession(db, credentials),
    listVersions(db, credentials.workspaceId, mostListed + 1),
  ])
  admit(whoOf(session?.results[0]))
  const versions = (list?.results ?? []).map(settingsVersionOf)
  return {
    versions: versions.slice(0, mostListed).map(({ version, settings, note, at, author }, index) => {
      const before = versions[index + 1]?.settings ?? settings
      return {
        version,
        author,
        at: formatInstant(at),
        note,
        changes: differencesBetween(before, settings),
      }
    }),
  } satisfies SettingsHistory
})
