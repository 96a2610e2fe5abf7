// A program that runs beside a test: started in a group of its own, so that it ends with all it started itself,
// at the latest when this process does.

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { connect } from 'node:net'

const longestStartMs = 20_000
const longestStopMs = 5_000

export interface BackgroundProcess {
  stop(): Promise<void>
}

export interface Program {
  run: readonly [program: string, ...args: string[]]
  env?: Record<string, string>
  /** Where its output goes. */
  log: string
  /** It counts as started once this port of 127.0.0.1 takes connections. */
  port: number
}

/** @throws where the port stays closed; the log says why. */
export async function startProcess({ run, env, log, port }: Program): Promise<BackgroundProcess> {
  const [program, ...args] = run
  const output = openSync(log, 'a')
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
  })
  closeSync(output)
  let isGone = false
  const gone = new Promise<void>(resolve => {
    child.once('exit', resolve)
    child.once('error', () => resolve())
  }).then(() => {
    isGone = true
  })
  const kill = () => signal(child, 'SIGKILL')
  process.once('exit', kill)

  async function stop(): Promise<void> {
    signal(child, 'SIGTERM')
    const patience = setTimeout(kill, longestStopMs)
    await gone
    clearTimeout(patience)
    process.off('exit', kill)
  }

  const deadline = Date.now() + longestStartMs
  while (!(await takesConnections(port))) {
    if (isGone || Date.now() > deadline) {
      await stop()
      throw new Error(`${program} did not start; ${log} says why.`)
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return { stop }
}

/** To the whole group; where nobody is left in it, nothing happens. */
function signal({ pid }: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch (error) {
    if (!isNobodyThere(error)) throw error
  }
}

function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH'
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    const answer = (takes: boolean) => {
      socket.destroy()
      resolve(takes)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}
