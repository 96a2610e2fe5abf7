// A real Tryton with its web client, from Debian's packages, over a seeded database and on loopback alone. `node
// test/hosts/tryton/tryton.ts [port]` runs it until it is interrupted; HOSTS_STATE names where it keeps its data.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../../.ci/free-port.ts'
import { type BackgroundProcess, startProcess } from '../background-process.ts'
import { type DebianPackages, ensureInstalled as ensurePackages } from '../debian-packages.ts'
import { seedOpportunities, seedParties } from './seed-database.ts'
import { openCalls, type TrytonCalls, type TrytonLogin } from './tryton-calls.ts'

const packages: DebianPackages = {
  what: 'Tryton',
  names: ['tryton-server', 'tryton-sao', 'tryton-modules-party', 'tryton-modules-sale-opportunity'],
  services: ['tryton-server', 'tryton-server-cron', 'tryton-server-worker'],
}
const modules = ['party', 'company', 'sale_opportunity']
const client = '/usr/share/tryton-sao/www'
const database = 'crm'
const login: TrytonLogin = { user: 'agent', password: 'Agent-pass-2026' }
const administrator: TrytonLogin = { user: 'admin', password: 'Admin-pass-2026' }
const seeds = ['tryton.ts', 'seed-database.ts', 'parties.ts', '../mail/customers.ts']

export interface Tryton {
  /** Of the web client, and of its database; every page's address begins so. */
  url: string
  /** The database's name, as addresses have it. */
  database: string
  login: TrytonLogin
  /** What lies in it, asked as the member. */
  calls: TrytonCalls
  stop(): Promise<void>
}

export interface TrytonPlace {
  /** Absent: one that nobody uses. */
  port?: number
  /** Keeps the database for the next time. Absent: a temporary one, removed with `stop`. */
  folder?: string
}

/**
 * Installs it where it is missing, and makes the database that is copied at every start.
 * @returns whether it is there; where not, why is printed.
 */
export async function ensureInstalled(): Promise<boolean> {
  const isThere = await ensurePackages(packages)
  if (isThere) await seededDatabase()
  return isThere
}

/** To be called where it is installed. */
export async function startTryton(place: TrytonPlace = {}): Promise<Tryton> {
  const port = place.port ?? (await freePort())
  const folder = place.folder ?? (await mkdtemp(join(tmpdir(), 'holdfast-tryton-')))
  await mkdir(folder, { recursive: true })
  if (!existsSync(databaseIn(folder))) await copyFile(await seededDatabase(), databaseIn(folder))
  const server = await startServer(folder, port)
  const url = `http://127.0.0.1:${port}/`
  return {
    url: `${url}#${database}`,
    database,
    login,
    calls: await openCalls(`${url}${database}/`, login),
    async stop() {
      await server.stop()
      if (!place.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

function databaseIn(folder: string): string {
  return join(folder, `${database}.sqlite`)
}

/** Making one takes Tryton half a minute, so it is made once for all times and copied. */
async function seededDatabase(): Promise<string> {
  const state = resolve(import.meta.dirname, '..', '..', '..', '.state', 'hosts')
  const kept = join(state, `tryton-${await hashOfSeeds()}.sqlite`)
  if (existsSync(kept)) return kept
  process.stderr.write('Making a database for Tryton (once, about half a minute) ...\n')
  await mkdir(state, { recursive: true })
  const folder = await mkdtemp(join(state, 'tryton-'))
  try {
    await makeDatabase(folder)
    await rename(databaseIn(folder), kept)
  } finally {
    await rm(folder, { recursive: true })
  }
  return kept
}

/** Of everything that decides what lies in a seeded database. */
async function hashOfSeeds(): Promise<string> {
  const hash = createHash('sha256')
  for (const seed of seeds) hash.update(await readFile(join(import.meta.dirname, seed)))
  return hash.digest('hex').slice(0, 16)
}

async function makeDatabase(folder: string): Promise<void> {
  await writeFile(databaseIn(folder), '')
  const secret = join(folder, 'password')
  await writeFile(secret, administrator.password, { mode: 0o600 })
  await promisify(execFile)(
    '/usr/bin/trytond-admin',
    [
      ...['-c', await configurationIn(folder, 0), '-d', database, '--email', 'admin@support.example'],
      ...['--activate-dependencies', '-u', ...modules],
    ],
    { env: { ...process.env, TRYTONPASSFILE: secret } },
  )
  const port = await freePort()
  const server = await startServer(folder, port)
  const address = `http://127.0.0.1:${port}/${database}/`
  try {
    await seedParties(await openCalls(address, administrator), login)
    await seedOpportunities(await openCalls(address, login))
  } finally {
    await server.stop()
  }
}

async function startServer(folder: string, port: number): Promise<BackgroundProcess> {
  return await startProcess({
    run: ['/usr/bin/trytond', '-c', await configurationIn(folder, port), '-d', database],
    log: join(folder, 'trytond.log'),
    port,
  })
}

/** Its server reads no file of the system's then. */
async function configurationIn(folder: string, port: number): Promise<string> {
  const path = join(folder, 'trytond.conf')
  const sections = [
    ['[database]', 'uri = sqlite://', `path = ${folder}`],
    ['[web]', `listen = 127.0.0.1:${port}`, `root = ${client}`],
    ['[session]', 'timeout = 86400', 'max_age = 86400'],
  ]
  await writeFile(path, sections.map(lines => `${lines.join('\n')}\n`).join('\n'))
  return path
}

if (import.meta.main) {
  if (!(await ensureInstalled())) process.exit(1)
  const folder = resolve(process.env.HOSTS_STATE ?? join('.state', 'hosts'), 'tryton')
  const tryton = await startTryton({ port: Number(process.argv[2] ?? 18703), folder })
  console.log(`Tryton at ${tryton.url}, ${login.user} / ${login.password}`)
  console.log(`Its data in ${folder}. Press Ctrl+C to stop.`)
  process.once('SIGINT', () => void tryton.stop())
}
