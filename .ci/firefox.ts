// A stock Firefox for the browser tests: the system's, or one installed now. Where there is none, they are skipped.

import { existsSync } from 'node:fs'
import { ensureInstalled } from '../test/hosts/debian-packages.ts'

const known = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/opt/homebrew/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** The path of a Firefox, or null where there is none yet. */
export function findFirefox(): string | null {
  const named = process.env.FIREFOX_PATH
  if (named) return named
  return known.find(path => existsSync(path)) ?? null
}

/** Installs Debian's Firefox where there is none. @returns null, with a printed notice, where that cannot be done. */
export async function ensureFirefox(): Promise<string | null> {
  const found = findFirefox()
  if (found) return found
  await ensureInstalled({ what: 'Firefox', names: ['firefox-esr'] })
  return findFirefox()
}
