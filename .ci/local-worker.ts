// The Worker on this machine: an embedded D1 under a state folder, migrated, served by workerd.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { freePort } from './free-port.ts'
import { root, start } from './steps.ts'

/** Wrangler neither asks the network for anything nor reports anything. */
export const offline = { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', CI: '1' }
Object.assign(process.env, offline)

const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const longestStartMs = 60_000
const choresEveryMs = 300_000
/** Wrangler leaves a request unanswered for as long as the Worker does not compile. */
const longestAnswerMs = 2_000

/** Where the local D1 lies unless `STATE_DIR` says otherwise. */
export function stateFolder(): string {
  return resolve(root, process.env.STATE_DIR ?? join('.wrangler', 'state'))
}

/** Brings the local D1 up to the newest migration. */
export async function migrate(folder: string): Promise<void> {
  if (await isMigrated(folder)) return
  const args = [wrangler, 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...offline },
  })
  const output: Buffer[] = []
  child.stdout.on('data', chunk => output.push(chunk))
  child.stderr.on('data', chunk => output.push(chunk))
  const code = await new Promise(done => child.once('exit', done))
  if (code !== 0) throw new Error(`The migrations could not be applied:\n${Buffer.concat(output).toString()}`)
}

async function isMigrated(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'v3', 'd1'))) return false
  const files = readdirSync(join(root, 'worker', 'migrations')).filter(name => name.endsWith('.sql'))
  return withDatabase(folder, async db => {
    try {
      const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
      return files.every(file => results.some(({ name }) => name === file))
    } catch {
      return false
    }
  })
}

/** Lets `use` work on the local D1 from Node; slow for many statements, so bulk goes through the Worker. */
export async function withDatabase<Result>(
  folder: string,
  use: (db: D1Database) => Promise<Result>,
): Promise<Result> {
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
    configPath: join(root, 'wrangler.toml'),
    persist: { path: join(folder, 'v3') },
  })
  try {
    return await use(env.DB)
  } finally {
    await dispose()
  }
}

export interface LocalWorker {
  url: string
  process: ChildProcess
  stop(): Promise<void>
}

/**
 * Serves the Worker on a port of 127.0.0.1; resolves once it answers.
 * @param config the Wrangler configuration, the project's own unless a benchmark brings another
 * @throws where it ends, does not compile or does not answer, with what Wrangler said about it
 */
export async function startWorker(
  port: number,
  folder: string,
  config = join(root, 'wrangler.toml'),
): Promise<LocalWorker> {
  await migrate(folder)
  const url = `http://127.0.0.1:${port}`
  const child = start(
    [
      process.execPath,
      wrangler,
      'dev',
      '--config',
      config,
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--inspector-port',
      String(await freePort()),
      '--persist-to',
      folder,
      '--log-level',
      'warn',
      '--show-interactive-dev-session=false',
    ],
    offline,
    'pipe',
  )
  const said: Buffer[] = []
  child.stdout?.on('data', chunk => said.push(chunk))
  child.stderr?.on('data', chunk => said.push(chunk))
  const deadline = Date.now() + longestStartMs
  while (!(await answers(url))) {
    const output = Buffer.concat(said).toString()
    const why = whyItWillNotAnswer(child, output, deadline)
    if (why) {
      await stop(child)
      throw new Error(`The Worker ${why}:\n${output}`)
    }
    await new Promise(done => setTimeout(done, 100))
  }
  const chores = setInterval(() => void callChores(url), choresEveryMs).unref()
  child.once('exit', () => clearInterval(chores))
  return { url, process: child, stop: () => stop(child) }
}

/** What the triggers of wrangler.toml do where it is deployed: nothing calls the clock here by itself. */
async function callChores(url: string): Promise<void> {
  await fetch(`${url}/cdn-cgi/handler/scheduled`).catch(() => null)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/v1/health`, { signal: AbortSignal.timeout(longestAnswerMs) })).ok
  } catch {
    return false
  }
}

/** @returns null while it still may. */
function whyItWillNotAnswer(child: ChildProcess, output: string, deadline: number): string | null {
  if (isGone(child)) return 'ended before it answered'
  if (output.includes('Build failed')) return 'does not compile'
  return Date.now() > deadline ? `did not answer within ${longestStartMs / 1000} seconds` : null
}

async function stop(child: ChildProcess): Promise<void> {
  if (isGone(child)) return
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGKILL'), 5000)
  await gone
  clearTimeout(patience)
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
