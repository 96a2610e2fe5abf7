// How the member wants the extension's faces, kept for all of them.

import { type Preferences, usualPreferences } from '../preferences.ts'
import { database } from './database.ts'

export async function readPreferences(): Promise<Preferences> {
  return (await (await database()).get('preferences', 'current')) ?? usualPreferences
}

export async function keepPreferences(preferences: Preferences): Promise<void> {
  await (await database()).put('preferences', preferences, 'current')
}
