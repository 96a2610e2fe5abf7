// A server between the extension and the real Worker that can be away, slow, out of order, or somebody else.

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FailureBody, FailureCode } from '../../shared/failure.ts'

export type Fault =
  | { is: 'none' }
  /** Every answer waits as long as the function says; it gets the number of the request. */
  | { is: 'delayed'; ms: (number: number) => number }
  /** Connections are cut. */
  | { is: 'away' }
  /** A page of some proxy. */
  | { is: 'html' }
  /** The Worker itself refuses. */
  | { is: 'status'; status: number; body: FailureBody }
  /** The Worker gets the request, its answer is lost. */
  | { is: 'answer-lost' }

export interface FaultyWorker {
  url: string
  fault: Fault
  /** Method and path of every request so far. */
  requests: string[]
  close(): Promise<void>
}

/** @param target the address of the real Worker. */
export async function startFaultyWorker(target: string): Promise<FaultyWorker> {
  const state: FaultyWorker = { url: '', fault: { is: 'none' }, requests: [], close }
  const server = createServer((incoming, outgoing) => {
    state.requests.push(`${incoming.method} ${incoming.url}`)
    void answer(incoming, outgoing, state.fault, state.requests.length)
  })

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault, number: number) {
    switch (fault.is) {
      case 'away':
        incoming.socket.destroy()
        return
      case 'html':
        outgoing
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><title>Sign in to the network</title>')
        return
      case 'status':
        outgoing
          .writeHead(fault.status, { 'content-type': 'application/json' })
          .end(JSON.stringify(fault.body))
        return
      case 'delayed':
        await new Promise(resolve => setTimeout(resolve, fault.ms(number)))
        break
      default:
    }
    forward(incoming, outgoing, fault.is === 'answer-lost')
  }

  function forward(incoming: IncomingMessage, outgoing: ServerResponse, loseAnswer: boolean): void {
    const { method, url, headers } = incoming
    const sent = request(new URL(url ?? '/', target), { method, headers }, response => {
      if (loseAnswer) {
        response.resume().on('end', () => incoming.socket.destroy())
        return
      }
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    sent.on('error', () => outgoing.destroy())
    incoming.pipe(sent)
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function close(): Promise<void> {
    server.closeAllConnections()
    return new Promise(resolve => server.close(() => resolve()))
  }

  return state
}

/** As the Worker words its own failures. */
export function refusal(status: number, code: FailureCode): Fault {
  return {
    is: 'status',
    status,
    body: { error: { code, message: 'Refused by the test.', requestId: 'test' } },
  }
}
