// One mailbox behind a real IMAP server, and an SMTP server that keeps what is sent. On loopback alone.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startProcess } from '../background-process.ts'
import type { DebianPackages } from '../debian-packages.ts'
import { dovecotConfiguration } from './dovecot-configuration.ts'
import { type Mailbox, type MailLogin, openMailbox } from './mailbox.ts'
import { seedMessages } from './seed-messages.ts'
import { startSmtpSink } from './smtp-sink.ts'

export const mailPackages: DebianPackages = {
  what: 'a mail server',
  names: ['dovecot-imapd'],
  services: ['dovecot'],
}

export interface MailServer {
  imapPort: number
  smtpPort: number
  login: MailLogin
  /** Every message that was sent so far, as it travelled. */
  sent: readonly string[]
  stop(): Promise<void>
}

const login: MailLogin = { user: 'agent', password: 'agent-pass' }

/** @param folder takes all its data; a mailbox that lies there already is kept, else one is seeded. */
export async function startMailServer(folder: string, imapPort: number): Promise<MailServer> {
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? { user: 'www-data', group: 'www-data' } : { user: id('-un'), group: id('-gn') }
  const home = join(folder, 'home')
  const isNew = !existsSync(home)
  await mkdir(home, { recursive: true })
  await chmod(folder, 0o755)
  if (isNew && isRoot) execFileSync('chown', [`${owner.user}:`, home])
  await writeFile(join(folder, 'passwd'), `${login.user}:{PLAIN}${login.password}\n`)
  const configuration = join(folder, 'dovecot.conf')
  await writeFile(configuration, dovecotConfiguration({ folder, port: imapPort, owner }))
  const dovecot = await startProcess({
    run: ['/usr/sbin/dovecot', '-F', '-c', configuration],
    log: join(folder, 'start.log'),
    port: imapPort,
  })
  const smtp = await startSmtpSink()
  if (isNew) await seed(await openMailbox(imapPort, login))
  return {
    imapPort,
    smtpPort: smtp.port,
    login,
    sent: smtp.received,
    async stop() {
      await dovecot.stop()
      await smtp.stop()
    },
  }
}

function id(what: '-un' | '-gn'): string {
  return execFileSync('id', [what], { encoding: 'utf8' }).trim()
}

async function seed(mailbox: Mailbox): Promise<void> {
  await mailbox.createFolder('Edge cases')
  for (const { folder, raw, at, isSeen } of seedMessages()) await mailbox.append(folder, raw, at, isSeen)
  await mailbox.close()
}
