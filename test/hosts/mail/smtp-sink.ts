// A mail server that takes every message, keeps it, and delivers nothing: so that a webmail can send.

import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface SmtpSink {
  port: number
  /** Every message so far, as it was sent. */
  received: readonly string[]
  stop(): Promise<void>
}

export async function startSmtpSink(): Promise<SmtpSink> {
  const received: string[] = []
  const server = createServer(socket => {
    void converse(socket, message => received.push(message)).catch(connectionIsLost)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    received,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

async function converse(socket: Socket, keep: (message: string) => void): Promise<void> {
  socket.write('220 sink\r\n')
  let message: string[] | null = null
  for await (const line of createInterface({ input: socket })) {
    if (message && line === '.') {
      keep(message.join('\r\n'))
      message = null
      socket.write('250 kept\r\n')
    } else if (message) {
      message.push(line.startsWith('..') ? line.slice(1) : line)
    } else if (/^DATA/i.test(line)) {
      message = []
      socket.write('354 go on\r\n')
    } else if (/^QUIT/i.test(line)) {
      socket.end('221 bye\r\n')
    } else {
      socket.write(/^EHLO/i.test(line) ? '250-sink\r\n250 8BITMIME\r\n' : '250 ok\r\n')
    }
  }
}

/** A client that hung up in the middle sent nothing. */
function connectionIsLost(): void {}
