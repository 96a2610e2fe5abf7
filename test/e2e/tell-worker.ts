// Puts facts into the workspace of the browser tests, past the extension.

import { inject } from 'vitest'

/** @throws where the Worker refuses the call or a row. */
export async function tellWorker(noun: 'customers' | 'purchases', rows: readonly unknown[]): Promise<void> {
  const response = await fetch(`${inject('workerUrl')}/v1/${noun}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${inject('token')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ [noun]: rows }),
  })
  const answer = (await response.json()) as { rejected?: unknown[] }
  if (answer.rejected?.length !== 0) throw new Error(`The Worker refused ${noun}: ${JSON.stringify(answer)}`)
}
