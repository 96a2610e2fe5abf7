// Published data in through the public endpoints, published values out: the Worker as its users reach it.

import { describe, expect, inject, it } from 'vitest'
import { isPresent, readCdnowMaster, readText } from '../reference-data.ts'

const longest = { timeout: 180_000 }

describe.skipIf(!isPresent)('CDNOW', () => {
  it('fitted as of 1997-09-30 gives the published parameters', longest, async () => {
    const rows = readText('CDNOW_sample.txt')
      .split('\n')
      .map(line => line.trim().split(/\s+/))
      .filter(({ length }) => length === 5)
      .map(([, customer, date, , amount], index) => ({
        source: 'cdnow-sample',
        externalId: String(index),
        customer: [{ kind: 'record', host: 'cdnow-sample', value: customer }],
        at: `${dashed(date)}T12:00:00Z`,
        amountMinor: Math.round(Number(amount) * 100),
        currency: 'EUR',
      }))
    expect(rows).toHaveLength(6919)
    for (let from = 0; from < rows.length; from += 5000) {
      const { rejected } = await call('/v1/purchases', { purchases: rows.slice(from, from + 5000) })
      expect(rejected).toEqual([])
    }
    const fit = await call('/v1/model-fits', { asOf: '1997-09-30' })
    const published = { r: 0.518, alpha: 6.154, a: 0.905, b: 1.67 }
    for (const [name, value] of Object.entries(published)) {
      expect(Math.abs(fit.params[name] / value - 1), name).toBeLessThan(0.01)
    }
    expect(Math.abs(fit.logLikelihood + 9582.14)).toBeLessThan(0.05)
    expect(fit.customers).toBe(2357)
    const { answers } = await call('/v1/lookups', {
      lookups: rows.slice(0, 100).map(({ customer }) => ({ identities: customer })),
      view: 'panel',
      asOf: '1997-09-30',
    })
    for (const { snapshot } of answers) {
      const { score, start, reasons } = snapshot.risk
      expect(reasons.reduce((sum: number, { points }: { points: number }) => sum + points, start)).toBe(score)
    }
  })

  it(
    'in full comes in as one file of 69,659 rows, equal ones kept, and is gone after an undo',
    longest,
    async () => {
      const rows = readText('CDNOW_master.txt')
        .split('\n')
        .slice(1)
        .map(line => line.trim().split(/\s+/))
        .filter(({ length }) => length === 4)
        .map(([customer, date, , amount]) => [customer, dashed(date), amount].join())
      expect(rows).toHaveLength(69_659)
      const parts = partsOf(rows, 5000)
      const path = '/v1/imports/purchases?import=cdnow-in-full&source=cdnow-in-full'
      let accepted = 0
      for (const part of parts) accepted += (await send(path, part)).accepted
      expect(accepted).toBe(69_659)
      const again = await send(
        '/v1/imports/purchases?import=cdnow-again&source=cdnow-in-full',
        parts[0] ?? '',
      )
      expect(again).toMatchObject({ accepted: 0, duplicates: 5000 })

      const log = readCdnowMaster()
      const some = [...log].filter((_, index) => index % 500 === 0)
      const found = await lookUp(some.map(([customer]) => customer))
      expect(found.map(({ snapshot }) => snapshot.gap.purchases)).toEqual(some.map(([, days]) => days.length))
      for (let tries = 0; tries < 5; tries += 1) {
        if ((await call('/v1/imports/cdnow-in-full/undo', {})).done) break
      }
      expect(await lookUp(some.map(([customer]) => customer))).toEqual(
        some.map(() => ({ missing: 'unknown_customer' })),
      )
    },
  )
})

/** CSV parts with the ordinal of each combination in the whole file. */
function partsOf(rows: readonly string[], size: number): string[] {
  const seen = new Map<string, number>()
  const numbered = rows.map(row => {
    const ordinal = (seen.get(row) ?? 0) + 1
    seen.set(row, ordinal)
    return `${row},${ordinal}`
  })
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) =>
    ['customer_id,date,amount,ordinal', ...numbered.slice(part * size, (part + 1) * size), ''].join('\n'),
  )
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer holds and fails where it does not
async function lookUp(customers: readonly string[]): Promise<any[]> {
  const lookups = customers.map(value => ({ identities: [{ kind: 'record', host: 'cdnow-in-full', value }] }))
  return (await call('/v1/lookups', { lookups, view: 'panel' })).answers
}

function call(path: string, body: unknown) {
  return send(path, JSON.stringify(body))
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function send(path: string, body: string): Promise<any> {
  const headers = { authorization: `Bearer ${inject('emptyToken')}` }
  const response = await fetch(inject('workerUrl') + path, { method: 'POST', headers, body })
  expect(response.status, `${path}`).toBe(200)
  return response.json()
}

function dashed(date = ''): string {
  return date.replace(/(....)(..)(..)/, '$1-$2-$3')
}
