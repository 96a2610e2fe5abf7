// A Worker that knows some customers by address, in place of `fetch`: slow, broken or unreachable when told so.

import { vi } from 'vitest'
import type { IrritantGroup } from '../../../shared/snapshot.ts'
import { snapshotOf } from './kept.ts'

interface Asked {
  path: string
  key: string | null
  body: {
    lookups?: { identities: { value: string }[] }[]
    category?: string
    note?: string
    at?: string
  }
}

export class FakeWorker {
  /** Address (or customer id) -> customer ids. */
  readonly customers = new Map<string, string[]>()
  readonly asked: Asked[] = []
  readonly written = new Map<string, IrritantGroup>()
  /** What happens to the next requests instead of an answer. */
  trouble: 'none' | 'offline' | 'revoked' | 'refusing' | 'failing' = 'none'
  /** Answers wait for this. */
  gate: Promise<void> = Promise.resolve()

  readonly fetch = vi.fn(async (address: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    const asked: Asked = {
      path: new URL(address).pathname,
      key: headers.get('idempotency-key'),
      body: JSON.parse(String(init.body ?? '{}')),
    }
    this.asked.push(asked)
    await Promise.race([this.gate, untilAborted(init.signal)])
    return this.#answer(asked)
  })

  #answer(asked: Asked): Response {
    if (this.trouble === 'offline') throw new TypeError('Failed to fetch')
    if (this.trouble === 'revoked') return failure('unauthenticated', 401)
    if (this.trouble === 'refusing') return failure('not_found', 404)
    if (this.trouble === 'failing') return failure('internal', 500)
    if (asked.path === '/v1/lookups') return Response.json({ answers: asked.body.lookups?.map(this.#find) })
    return this.#write(asked)
  }

  readonly #find = ({ identities }: { identities: { value: string }[] }): unknown => {
    const found = identities.flatMap(({ value }) =>
      (this.customers.get(value) ?? []).map(customerId => ({
        customerId,
        name: customerId,
        evidence: value,
      })),
    )
    const [first, ...others] = found
    if (!first) return { missing: 'unknown_customer' }
    if (others.some(other => other.customerId !== first.customerId)) return { several: found }
    const match = { by: 'email', evidence: first.evidence, others: [] }
    return { match, snapshot: snapshotOf(first.customerId) }
  }

  #write({ key, body }: Asked): Response {
    const [example] = snapshotOf('any').irritants
    if (!example || !key) return failure('invalid', 422)
    const group = { ...example, id: key, category: body.category ?? '', note: body.note ?? null }
    this.written.set(key, this.written.get(key) ?? group)
    return Response.json({ irritant: this.written.get(key) }, { status: 201 })
  }
}

function failure(code: string, status: number): Response {
  return Response.json({ error: { code, message: 'No.', requestId: 'r1' } }, { status })
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
}
