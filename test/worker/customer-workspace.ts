// A workspace with one customer, Rūta, who bought on the first days of September, October and November 2026.

import { env } from 'cloudflare:workers'
import { type Answer, type CallOptions, type TestWorkspace, testWorkspace } from './test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }

export interface CustomerWorkspace extends TestWorkspace {
  id: string
  customerId: string
  /** What an agent logs of the customer: `log('promises', {...})`. */
  log(noun: string, body: unknown, options?: CallOptions): Promise<Answer>
  /** How an agent corrects it. */
  correct(noun: string, factId: string, body: unknown, options?: CallOptions): Promise<Answer>
  /** The customer's panel, in English. */
  panel(when?: { asOf?: string; knownAt?: string }): Promise<Answer['body']>
  /** Rows of the database, for what no answer tells; ?1 is the workspace. */
  rows(sql: string): Promise<Record<string, unknown>[]>
}

export const ruta = 'ruta@baltic.lt'

export async function customerWorkspace(now = '2026-11-23'): Promise<CustomerWorkspace> {
  const workspace = await testWorkspace(now)
  const { call, tokens } = workspace
  const [, id = ''] = tokens.admin.split('_')
  await workspace.buy(ruta, ['2026-09-01', '2026-10-01', '2026-11-01'])
  const { customer } = await workspace.snapshot(ruta)
  const path = `/v1/customers/${customer.id}`
  const token = tokens.agent
  return {
    ...workspace,
    id,
    customerId: customer.id,
    log: (noun, body, options) => call(`${path}/${noun}`, body, { token, ...options }),
    correct: (noun, factId, body, options) =>
      call(`${path}/${noun}/${encodeURIComponent(factId)}`, body, { method: 'PATCH', token, ...options }),
    async panel(when = {}) {
      const lookups = [{ identities: [{ kind: 'email', value: ruta }] }]
      const { body } = await call('/v1/lookups', { lookups, view: 'panel', ...when })
      return body.answers[0].snapshot
    },
    rows: async sql => (await DB.prepare(sql).bind(id).all()).results,
  }
}
