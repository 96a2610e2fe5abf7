// A real Request Tracker from Debian's packages over a seeded database, on loopback alone. Sends no mail: what it would
// send it writes into its own folder, which goes with it.

import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { freePort } from '../../../.ci/free-port.ts'
import { startProcess } from '../background-process.ts'
import { type DebianPackages, ensureInstalled as ensurePackages } from '../debian-packages.ts'
import { seedMembers, seedTickets, seedUsers } from './tickets.ts'

/** They bring a mail server where the machine has none; nobody starts it. */
const packages: DebianPackages = {
  what: 'Request Tracker',
  names: ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone'],
  answers: [
    'request-tracker5 request-tracker5/dbconfig-install boolean false\n',
    'request-tracker5 request-tracker5/handle-siteconfig-permissions boolean false\n',
  ].join(''),
  services: ['exim4', 'request-tracker5'],
}
const setUp = '/usr/sbin/rt-setup-database-5'
const server = '/usr/share/request-tracker5/libexec/rt-server'
/** Each answers one request at a time, and one page asks for several things. */
const workers = 3

export interface RequestTracker {
  /** Ends with a slash. */
  url: string
  /** Sends this content security policy with every page from now on; without one, none. */
  force(policy: string | null): Promise<void>
  /** Every change of a ticket so far: its number, what was done, and to which of its fields. */
  changes(): string[]
  stop(): Promise<void>
}

/** Installs it where it is missing. @returns whether it is there; where not, why is printed. */
export function ensureInstalled(): Promise<boolean> {
  return ensurePackages(packages)
}

/** To be called where it is installed. */
export async function startRequestTracker(): Promise<RequestTracker> {
  const port = await freePort()
  const state = await mkdtemp(join(tmpdir(), 'holdfast-request-tracker-'))
  for (const name of ['mason', 'sessions', 'mails', 'more-settings']) await mkdir(join(state, name))
  const env = {
    RT_SITE_CONFIG: join(import.meta.dirname, 'site-config.pm'),
    RT_SITE_CONFIG_DIR: join(state, 'more-settings'),
    RT_COMPONENTS: join(import.meta.dirname, 'components'),
    RT_STATE: state,
    RT_PORT: String(port),
    TMPDIR: join(state, 'mails'),
  }
  await fill(env)
  const listen = ['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port)]
  const running = await startProcess({
    run: ['perl', server, ...listen, '--max-workers', String(workers)],
    env,
    log: join(state, 'server.log'),
    port,
  })
  const policyFile = join(state, 'content-security-policy')
  return {
    url: `http://127.0.0.1:${port}/`,
    force: policy => (policy ? writeFile(policyFile, policy) : rm(policyFile, { force: true })),
    changes: () => readChanges(join(state, 'rt.sqlite')),
    async stop() {
      await running.stop()
      await rm(state, { recursive: true, force: true })
    },
  }
}

async function fill(settings: Record<string, string>): Promise<void> {
  const options = { env: { ...process.env, ...settings } }
  await promisify(execFile)(setUp, ['--action', 'init', '--skip-create'], options)
  const seeding = promisify(execFile)('perl', [join(import.meta.dirname, 'seed.pl')], options)
  seeding.child.stdin?.end(JSON.stringify({ members: seedMembers, users: seedUsers, tickets: seedTickets() }))
  await seeding
}

function readChanges(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  const rows = database
    .prepare("SELECT ObjectId, Type, Field FROM Transactions WHERE ObjectType = 'RT::Ticket' ORDER BY id")
    .all()
  database.close()
  return rows.map(({ ObjectId, Type, Field }) => `${ObjectId} ${Type} ${Field ?? ''}`.trim())
}
