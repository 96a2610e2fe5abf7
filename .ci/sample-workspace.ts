// Fills a workspace through the public API: customers, purchases, responses, irritants, and the first fit.

import type { SampleData } from '../test/sample-data/generate.ts'

const rowsACall = 2000

/** @param say hears what goes in, for the one who waits. */
export async function fillWorkspace(
  url: string,
  token: string,
  { customers, purchases, responses, irritants }: SampleData,
  say: (what: string) => void,
): Promise<void> {
  await sendRows('customers', customers)
  await sendRows('purchases', purchases)
  await sendRows('responses', responses)
  say(`${irritants.length} irritants`)
  for (const { customer, category, note, at, solvedAt } of irritants) {
    const id = await customerId(customer)
    const { irritant } = await call(`/v1/customers/${id}/irritants`, 'POST', { category, note, at })
    if (solvedAt) await call(`/v1/customers/${id}/irritants/${irritant.id}`, 'PATCH', { solvedAt })
  }
  say('the first fit')
  await call('/v1/model-fits', 'POST', {})

  async function sendRows(name: string, rows: readonly unknown[]): Promise<void> {
    say(`${rows.length} ${name}`)
    for (let from = 0; from < rows.length; from += rowsACall) {
      const { rejected } = await call(`/v1/${name}`, 'POST', { [name]: rows.slice(from, from + rowsACall) })
      if (rejected.length > 0) throw new Error(`Sample ${name} were rejected: ${JSON.stringify(rejected[0])}`)
    }
  }

  async function customerId(identities: unknown): Promise<string> {
    const { answers } = await call('/v1/lookups', 'POST', { lookups: [{ identities }], view: 'badge' })
    const id = answers[0]?.snapshot?.customer.id
    if (!id) throw new Error('A sample customer was not found again.')
    return id
  }

  // biome-ignore lint/suspicious/noExplicitAny: a failure shows itself at the first field that is missing
  async function call(path: string, method: string, body: unknown): Promise<any> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
}
