// Runs the steps of a command one after the other, saying what runs and how long it took.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
const binaries = join(root, 'node_modules', '.bin')

export interface Step {
  what: string
  /** A program of node_modules/.bin or the path, and its arguments. */
  run: [program: string, ...args: string[]]
  env?: Record<string, string>
}

/** Runs the steps in order and exits with 1 at the first that fails. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const { what, run, env } of steps) {
    const started = Date.now()
    console.error(`\n▸ ${what}`)
    const code = await exitOf(start(run, env))
    console.error(`${code === 0 ? '✓' : '✗'} ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (code !== 0) process.exit(1)
  }
}

/** Runs the steps at once and exits with 1 when any fails. */
export async function runTogether(steps: readonly Step[]): Promise<void> {
  const codes = await Promise.all(steps.map(({ run, env }) => exitOf(start(run, env))))
  steps.forEach(({ what }, index) => {
    console.error(`${codes[index] === 0 ? '✓' : '✗'} ${what}`)
  })
  if (codes.some(code => code !== 0)) process.exit(1)
}

/** Starts a program with the project's own binaries first in the path. */
export function start(
  [program, ...args]: Step['run'],
  env: Record<string, string> = {},
  stdio: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  const path = `${binaries}:${process.env.PATH ?? ''}`
  return spawn(program, args, {
    cwd: root,
    stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, PATH: path, ...env },
  })
}

export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise(resolve => {
    child.once('exit', code => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
}
