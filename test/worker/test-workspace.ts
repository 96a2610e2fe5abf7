// A workspace of its own for a test, with a token for each role and a way to call the Worker as it is: the real
// app on a real local D1 behind the production limits.

import { env } from 'cloudflare:workers'
import { issueToken, type TokenRequest } from '../../.ci/issue-token.ts'
import type { Role } from '../../shared/api.ts'
import type { PurchaseRow } from '../../shared/facts.ts'
import { createApp } from '../../worker/app.ts'
import { type Cost, limitedDatabase } from './limited-database.ts'

const { DB } = env as unknown as { DB: D1Database }

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer holds and fails where it does not
  body: any
  text: string
  cost: Cost
  headers: Headers
}

export interface TestWorkspace {
  tokens: Record<Role, string>
  /** The moment the Worker believes it is, epoch milliseconds; tests move it. */
  clock: { now: number }
  call(path: string, body?: unknown, options?: CallOptions): Promise<Answer>
  /** Purchases of one customer, known by address, on local dates. */
  buy(email: string, dates: readonly string[], amountMinor?: number): Promise<Answer>
  /** The panel's snapshot of a customer. */
  snapshot(email: string, asOf?: string): Promise<Answer['body']>
}

export interface CallOptions {
  method?: string
  token?: string | null
  headers?: Record<string, string>
  /** Sent as it is instead of JSON. */
  raw?: string
}

let workspaces = 0

/** @param now the moment the workspace's clock starts at, a local date meaning noon UTC. */
export async function testWorkspace(
  now = '2026-11-23',
  settings: Partial<TokenRequest> = {},
): Promise<TestWorkspace> {
  workspaces += 1
  const clock = { now: Date.parse(`${now}T12:00:00Z`) }
  const request = {
    workspace: `Test ${workspaces}`,
    timeZone: 'UTC',
    currency: 'EUR',
    region: 'LT',
    ...settings,
  }
  const tokens = {
    admin: await issueToken(DB, { ...request, role: 'admin' }, clock.now),
    manager: await issueToken(DB, { ...request, role: 'manager' }, clock.now),
    agent: await issueToken(DB, { ...request, role: 'agent' }, clock.now),
  }
  const app = createApp(() => clock.now)

  async function call(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    const { token = tokens.admin, headers = {}, raw } = options
    const { db, cost } = limitedDatabase(DB)
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await app.request(
      path,
      {
        method: options.method ?? (sent === undefined ? 'GET' : 'POST'),
        headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
        ...(sent !== undefined && { body: sent }),
      },
      { DB: db },
    )
    const text = await response.text()
    return { status: response.status, body: parse(text), text, cost, headers: response.headers }
  }

  return {
    tokens,
    clock,
    call,
    buy: (email, dates, amountMinor = 1000) =>
      call('/v1/purchases', { purchases: dates.map(date => purchase(email, date, amountMinor)) }),
    async snapshot(email, asOf) {
      const { body } = await call('/v1/lookups', {
        lookups: [{ identities: [{ kind: 'email', value: email }] }],
        view: 'panel',
        locale: 'en',
        asOf,
      })
      return body.answers[0].snapshot
    },
  }
}

/** A purchase at noon of a day. */
export function purchase(email: string, date: string, amountMinor = 1000): PurchaseRow {
  return {
    source: 'shop',
    externalId: `${email} ${date}`,
    customer: [{ kind: 'email', value: email }],
    at: `${date}T12:00:00Z`,
    amountMinor,
    currency: 'EUR',
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
