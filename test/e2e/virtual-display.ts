// A display that nobody sees and keys that somebody presses on it: what a browser's own prompts need to be
// answered. Xvfb and xdotool from Debian's packages.

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { ensureInstalled } from '../hosts/debian-packages.ts'

export interface VirtualDisplay {
  /** As `DISPLAY` names it: `:1`. */
  name: string
  /** Presses keys one after the other, as xdotool names them, in whatever has the focus. */
  press(...keys: string[]): Promise<void>
  close(): Promise<void>
}

const run = promisify(execFile)
const longestStartMs = 20_000

/** Installs what is missing. @returns false, with a printed notice, where that cannot be done. */
export async function ensureVirtualDisplay(): Promise<boolean> {
  const isThere = ['/usr/bin/Xvfb', '/usr/bin/xdotool'].every(path => existsSync(path))
  return isThere || (await ensureInstalled({ what: 'a virtual display', names: ['xvfb', 'xdotool'] }))
}

export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  // It picks a free number itself and writes it to its first descriptor.
  const screen = ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'pipe', 'ignore'] })
  const end = () => server.kill('SIGKILL')
  process.once('exit', end)
  const [number] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(longestStartMs) })
  const name = `:${String(number).trim()}`
  return {
    name,
    async press(...keys) {
      for (const key of keys) await run('xdotool', ['key', key], { env: { ...process.env, DISPLAY: name } })
    },
    async close() {
      process.off('exit', end)
      const gone = once(server, 'exit')
      server.kill()
      await gone
    },
  }
}
