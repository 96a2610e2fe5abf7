// A Chromium that loads an unpacked extension: the system's, or one installed now. Branded Chrome refuses to.

import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { exitOf, start } from './steps.ts'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/homebrew/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Quiet, offline, and able to run as root in a container. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium, or null where there is none yet. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return [...known, chromium.executablePath()].find(path => path && existsSync(path)) ?? null
}

/** Installs a Chromium where there is none: by the system's package manager as root on Debian, else Playwright's. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found) return found
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  console.error(
    `Installing Chromium (once) ${isDebianRoot ? 'from the system packages' : 'for this user'} ...`,
  )
  if (isDebianRoot) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await exitOf(start(['apt-get', 'update', '-qq'], env))
    await exitOf(
      start(
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'],
        env,
      ),
    )
  } else {
    await exitOf(start(['playwright-core', 'install', 'chromium']))
  }
  const installed = findChromium()
  if (!installed) {
    throw new Error(
      'Chromium could not be installed. Install it yourself, or name its program in CHROMIUM_PATH.',
    )
  }
  return installed
}
