// Requests over kept-alive connections, as light as Node can send them, so that the Worker is what is measured.

import { Agent, request } from 'node:http'

export interface Post {
  path: string
  body: string
  /** POST where it is not said. */
  method?: 'GET' | 'PUT' | 'POST'
}

/** Sends to one Worker with one token. */
export class Client {
  readonly #agent: Agent
  readonly #url: URL
  readonly #token: string

  constructor(url: string, token: string, connections = 4) {
    this.#url = new URL(url)
    this.#token = token
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** The answer's text; throws where the answer is a failure. */
  send({ path, body, method = 'POST' }: Post): Promise<string> {
    const { hostname, port } = this.#url
    const headers = {
      authorization: `Bearer ${this.#token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, headers, agent: this.#agent }, response => {
        const chunks: Buffer[] = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode === 200) resolve(text)
          else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  /** Milliseconds a request for `count` of them, `at once` at a time. */
  async time(posts: (index: number) => Post, count: number, atOnce: number): Promise<number> {
    let next = 0
    const started = performance.now()
    const lane = async () => {
      while (next < count) {
        const index = next
        next += 1
        await this.send(posts(index))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    return (performance.now() - started) / count
  }

  close(): void {
    this.#agent.destroy()
  }
}

/**
 * The median of `measured / baseline` over rounds that take turns, so that a drifting machine cancels out, with the
 * medians of both.
 */
export async function compare(
  measured: () => Promise<number>,
  baseline: () => Promise<number>,
  rounds: number,
): Promise<{ value: number; baseline: number; ratio: number }> {
  const pairs: [number, number][] = []
  for (let round = 0; round < rounds; round += 1) pairs.push([await measured(), await baseline()])
  return {
    value: median(pairs.map(([one]) => one)),
    baseline: median(pairs.map(([, other]) => other)),
    ratio: median(pairs.map(([one, other]) => one / other)),
  }
}

export function median(numbers: readonly number[]): number {
  const ascending = numbers.toSorted((one, other) => one - other)
  return ascending[Math.floor(ascending.length / 2)] ?? Number.NaN
}
