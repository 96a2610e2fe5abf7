// A real SOGo from Debian's packages over a seeded mailbox and address book, on loopback alone. `node
// test/hosts/sogo/sogo.ts [port]` runs it until it is interrupted; HOSTS_STATE names where it keeps its data.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../../../.ci/free-port.ts'
import { type BackgroundProcess, startProcess } from '../background-process.ts'
import { type DebianPackages, ensureInstalled as ensurePackages } from '../debian-packages.ts'
import { mailCustomers } from '../mail/customers.ts'
import { mailPackages, startMailServer } from '../mail/mail-server.ts'
import type { MailLogin } from '../mail/mailbox.ts'
import { agent } from '../mail/seed-messages.ts'
import { cardOf, putCards } from './address-book.ts'
import { type DaemonPlace, daemonSettings, usersTable } from './daemon-settings.ts'
import { type Database, databasePackages, startDatabase } from './database.ts'
import { nginxConfiguration } from './nginx-configuration.ts'

const packages: DebianPackages = {
  what: 'SOGo',
  names: ['sogo', 'memcached', 'nginx', ...databasePackages, ...mailPackages.names],
  services: ['sogo', 'memcached', 'nginx', ...(mailPackages.services ?? [])],
}

export interface Sogo {
  /** Ends with a slash. */
  url: string
  imapPort: number
  login: MailLogin
  /** Every message that was sent so far, as it travelled. */
  sent: readonly string[]
  stop(): Promise<void>
}

export interface SogoPlace {
  /** Absent: one that nobody uses. */
  port?: number
  /** Keeps mailbox and cards for the next time. Absent: a temporary one, removed with `stop`. */
  folder?: string
}

/** Installs it where it is missing. @returns whether it is there; where not, why is printed. */
export function ensureInstalled(): Promise<boolean> {
  return ensurePackages(packages)
}

/** To be called where it is installed. */
export async function startSogo(place: SogoPlace = {}): Promise<Sogo> {
  const folder = place.folder ?? (await temporaryFolder())
  const mail = await startMailServer(join(folder, 'mail'), await freePort())
  const owner = ownerOfProcesses()
  const own = await ownFolder(join(folder, 'sogo'), owner)
  const isNew = !existsSync(join(own, 'database'))
  const database = await startUsersDatabase(join(own, 'database'), owner, mail.login)
  const memcached = await startMemcached(own)
  const daemon = await startDaemon(own, owner, {
    ...mail,
    database: database.url,
    memcachedPort: memcached.port,
  })
  const proxy = await startProxy(join(own, 'nginx'), owner, place.port ?? (await freePort()), daemon.port)
  const url = `http://127.0.0.1:${proxy.port}/`
  if (isNew) await putCards({ url, login: mail.login }, mailCustomers.map(cardOf))
  return {
    url,
    imapPort: mail.imapPort,
    login: mail.login,
    sent: mail.sent,
    async stop() {
      for (const part of [proxy, daemon, memcached, database, mail]) await part.stop()
      if (!place.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Part extends BackgroundProcess {
  port: number
}

/** SOGo refuses to run as root. */
function ownerOfProcesses(): string {
  return isRoot() ? 'sogo' : execFileSync('id', ['-un'], { encoding: 'utf8' }).trim()
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Open to the users that the mail server's processes run as. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-sogo-'))
  await chmod(folder, 0o755)
  return folder
}

/** @returns the folder, whose owner may write there. */
async function ownFolder(folder: string, owner: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  if (isRoot()) execFileSync('chown', [`${owner}:`, folder])
  return folder
}

async function startUsersDatabase(folder: string, owner: string, login: MailLogin): Promise<Database> {
  const columns = ['c_uid', 'c_name', 'c_password', 'c_cn', 'mail']
  const member = [login.user, login.user, login.password, agent.name, agent.email]
  return await startDatabase({
    folder: await ownFolder(folder, owner),
    port: await freePort(),
    user: owner,
    name: 'sogo',
    schema: [
      `CREATE OR REPLACE TABLE ${usersTable} (${columns.map(name => `${name} VARCHAR(128)`).join(', ')})`,
      `INSERT INTO ${usersTable} VALUES (${member.map(value => `'${value}'`).join(', ')})`,
    ],
  })
}

async function startMemcached(folder: string): Promise<Part> {
  const port = await freePort()
  const asNobody = isRoot() ? ['-u', 'nobody'] : []
  const { stop } = await startProcess({
    run: ['memcached', ...asNobody, '-l', '127.0.0.1', '-p', String(port), '-U', '0', '-m', '32'],
    log: join(folder, 'memcached.log'),
    port,
  })
  return { port, stop }
}

async function startDaemon(
  folder: string,
  owner: string,
  beside: Omit<DaemonPlace, 'port' | 'folder'>,
): Promise<Part> {
  const port = await freePort()
  const spool = await ownFolder(join(folder, 'spool'), owner)
  const asOwner = isRoot() ? ['runuser', '-u', owner, '--'] : []
  const [program = 'sogod', ...args] = [
    ...asOwner,
    'sogod',
    ...daemonSettings({ ...beside, port, folder: spool }),
  ]
  const { stop } = await startProcess({
    run: [program, ...args],
    // GNUstep keeps its own defaults there.
    env: { HOME: spool, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    log: join(folder, 'sogo.log'),
    port,
  })
  return { port, stop }
}

async function startProxy(folder: string, owner: string, port: number, sogoPort: number): Promise<Part> {
  const configuration = join(await ownFolder(folder, owner), 'nginx.conf')
  await writeFile(configuration, nginxConfiguration({ folder, port, sogoPort, user: owner }))
  const { stop } = await startProcess({
    run: ['nginx', '-c', configuration, '-p', folder, '-e', join(folder, 'error.log')],
    log: join(folder, 'start.log'),
    port,
  })
  return { port, stop }
}

if (import.meta.main) {
  if (!(await ensureInstalled())) process.exit(1)
  const folder = resolve(process.env.HOSTS_STATE ?? join('.state', 'hosts'), 'sogo')
  const sogo = await startSogo({ port: Number(process.argv[2] ?? 18707), folder })
  console.log(`SOGo at ${sogo.url}SOGo, ${sogo.login.user} / ${sogo.login.password}`)
  console.log(`IMAP on ${sogo.imapPort}, its data in ${folder}. Press Ctrl+C to stop.`)
  process.once('SIGINT', () => void sogo.stop())
}
