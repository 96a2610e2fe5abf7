// A real Roundcube from Debian's packages over a seeded mailbox, on loopback alone. `node
// test/hosts/roundcube/roundcube.ts [port]` runs it until it is interrupted; HOSTS_STATE names where it keeps its data.

import { chmod, copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freePort } from '../../../.ci/free-port.ts'
import { startProcess } from '../background-process.ts'
import { areInstallable, type DebianPackages, ensureInstalled as ensurePackages } from '../debian-packages.ts'
import { mailPackages, startMailServer } from '../mail/mail-server.ts'
import type { MailLogin } from '../mail/mailbox.ts'

/** `php8.2-cgi` only keeps Apache out, which PHP's packages would else bring. */
const packages: DebianPackages = {
  what: 'Roundcube',
  names: ['roundcube-core', 'roundcube-sqlite3', 'php-cli', 'php8.2-cgi', ...mailPackages.names],
  answers: 'roundcube-core roundcube/dbconfig-install boolean false\n',
  services: mailPackages.services ?? [],
}
const program = '/var/lib/roundcube/public_html'
const schema = '/usr/share/roundcube/SQL/sqlite.initial.sql'
const defaults = ['defaults.inc.php', 'mimetypes.php']

export interface Roundcube {
  /** Ends with a slash. */
  url: string
  imapPort: number
  login: MailLogin
  /** Every message that was sent so far, as it travelled. */
  sent: readonly string[]
  stop(): Promise<void>
}

export interface RoundcubePlace {
  /** Absent: one that nobody uses. */
  port?: number
  imapPort?: number
  /** Keeps mailbox and settings for the next time. Absent: a temporary one, removed with `stop`. */
  folder?: string
}

/** May Roundcube be had on this machine? */
export function isInstallable(): Promise<boolean> {
  return areInstallable(packages)
}

/** Installs it where it is missing. @returns whether it is there; where not, why is printed. */
export function ensureInstalled(): Promise<boolean> {
  return ensurePackages(packages)
}

/** To be called where it is installed. */
export async function startRoundcube(place: RoundcubePlace = {}): Promise<Roundcube> {
  const port = place.port ?? (await freePort())
  const folder = place.folder ?? (await temporaryFolder())
  const mail = await startMailServer(join(folder, 'mail'), place.imapPort ?? (await freePort()))
  const state = await prepare(join(folder, 'roundcube'))
  const php = await startProcess({
    run: [
      'php',
      '-d',
      'date.timezone=UTC',
      '-d',
      'display_errors=0',
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      program,
    ],
    env: {
      ROUNDCUBE_CONFIG_DIR: join(state, 'config'),
      ROUNDCUBE_STATE: state,
      IMAP_PORT: String(mail.imapPort),
      SMTP_PORT: String(mail.smtpPort),
      PHP_CLI_SERVER_WORKERS: '4',
    },
    log: join(state, 'logs', 'php.log'),
    port,
  })
  const { imapPort, login, sent } = mail
  return {
    url: `http://127.0.0.1:${port}/`,
    imapPort,
    login,
    sent,
    async stop() {
      await php.stop()
      await mail.stop()
      if (!place.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Open to the users that the mail server's processes run as. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-roundcube-'))
  await chmod(folder, 0o755)
  return folder
}

/** @returns the folder, with its configuration and an empty database where there is none. */
async function prepare(folder: string): Promise<string> {
  for (const name of ['config', 'logs', 'temp']) await mkdir(join(folder, name), { recursive: true })
  for (const name of defaults) await copyFile(join('/etc/roundcube', name), join(folder, 'config', name))
  await copyFile(join(import.meta.dirname, 'config.inc.php'), join(folder, 'config', 'config.inc.php'))
  const database = new DatabaseSync(join(folder, 'roundcube.sqlite'))
  const [{ tables } = { tables: 0 }] = database.prepare('SELECT count(*) AS tables FROM sqlite_master').all()
  if (tables === 0) database.exec(await readFile(schema, 'utf8'))
  database.close()
  return folder
}

if (import.meta.main) {
  if (!(await ensureInstalled())) process.exit(1)
  const folder = resolve(process.env.HOSTS_STATE ?? join('.state', 'hosts'), 'roundcube')
  const roundcube = await startRoundcube({ port: Number(process.argv[2] ?? 18701), folder })
  console.log(`Roundcube at ${roundcube.url}, ${roundcube.login.user} / ${roundcube.login.password}`)
  console.log(`IMAP on ${roundcube.imapPort}, its data in ${folder}. Press Ctrl+C to stop.`)
  process.once('SIGINT', () => void roundcube.stop())
}
