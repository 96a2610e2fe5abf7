// A mailbox asked over IMAP, past every webmail: what lies in it, and putting more into it. As much of the
// protocol as that needs; lines only, since nothing asked for is sent as a literal.

import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface Mailbox {
  /** Every message as `folder uid flags`, folders and flags in order. */
  contents(): Promise<string[]>
  createFolder(name: string): Promise<void>
  /** @param at when it arrived, epoch milliseconds */
  append(folder: string, raw: string, at: number, isSeen: boolean): Promise<void>
  close(): Promise<void>
}

export interface MailLogin {
  user: string
  password: string
}

/** @throws where the server refuses the login. */
export async function openMailbox(port: number, { user, password }: MailLogin): Promise<Mailbox> {
  const ask = conversation(connect(port, '127.0.0.1'))
  await ask(`LOGIN ${quote(user)} ${quote(password)}`)

  async function folders(): Promise<string[]> {
    const lines = await ask('LIST "" "*"')
    return lines.flatMap(line => /^\* LIST \([^)]*\) "." "?(.*?)"?$/.exec(line)?.[1] ?? []).sort()
  }

  async function messagesIn(folder: string): Promise<string[]> {
    await ask(`EXAMINE ${quote(folder)}`)
    const lines = await ask('UID FETCH 1:* (FLAGS)')
    return lines.flatMap(line => {
      const [, uid, flags = ''] = /UID (\d+) FLAGS \(([^)]*)\)/.exec(line) ?? []
      return uid ? [`${folder} ${uid} ${lastingFlags(flags)}`.trimEnd()] : []
    })
  }

  return {
    async contents() {
      const found: string[] = []
      for (const folder of await folders()) found.push(...(await messagesIn(folder)))
      return found
    },
    async createFolder(name) {
      await ask(`CREATE ${quote(name)}`)
      await ask(`SUBSCRIBE ${quote(name)}`)
    },
    async append(folder, raw, at, isSeen) {
      const flags = isSeen ? '(\\Seen)' : '()'
      const size = Buffer.byteLength(raw)
      await ask(`APPEND ${quote(folder)} ${flags} "${imapDate(at)}" {${size}+}\r\n${raw}`)
    },
    async close() {
      await ask('LOGOUT')
    },
  }
}

/** @returns sends one command and resolves with the lines that came before its own end. */
function conversation(socket: Socket): (command: string) => Promise<string[]> {
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  let count = 0
  return async command => {
    count += 1
    const tag = `h${count}`
    socket.write(`${tag} ${command}\r\n`)
    const answer: string[] = []
    for (;;) {
      const { value: line, done } = await lines.next()
      if (done) throw new Error('The mail server closed the connection.')
      if (line.startsWith(`${tag} OK`)) return answer
      if (line.startsWith(`${tag} `))
        throw new Error(`The mail server refused ${command.split(' ')[0]}: ${line}`)
      answer.push(line)
    }
  }
}

/** `\Recent` only says who looked first. */
function lastingFlags(flags: string): string {
  return flags
    .split(' ')
    .filter(flag => flag !== '\\Recent')
    .sort()
    .join(' ')
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** `18-Nov-2025 00:00:00 +0000` */
function imapDate(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ')
  return `${day}-${month}-${year} ${time} +0000`
}
