// What the real Worker has stored, asked past every proxy and the extension.

import { inject } from 'vitest'

export interface KnownIrritant {
  note: string | null
  count: number
}

/** The irritants of a customer of the demo host. */
export async function irritantsOf(record: string): Promise<KnownIrritant[]> {
  const response = await fetch(`${inject('workerUrl')}/v1/lookups`, {
    method: 'POST',
    headers: { authorization: `Bearer ${inject('token')}` },
    body: JSON.stringify({
      lookups: [{ identities: [{ kind: 'record', host: 'demo-crm', value: record }] }],
      view: 'panel',
    }),
  })
  const { answers } = (await response.json()) as { answers: { snapshot: { irritants: KnownIrritant[] } }[] }
  return answers[0]?.snapshot.irritants ?? []
}
