// What is stored of a customer depends on what happened, not on the order in which it became known.

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { type Random, seededRandom } from '../bench/simulate-customers.ts'
import { expectStoredStands } from './stored-stands.ts'
import { purchase, type TestWorkspace, testWorkspace } from './test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }
const day = 20_780

interface Bought {
  email: string
  id: string
  day: number
  minor: number
}

const rowOf = ({ email, id, day, minor }: Bought) => ({
  ...purchase(email, dateOf(day), minor),
  externalId: id,
})

function dateOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

function some(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map(one => [random(), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one)
}

/** Everything stored about customers, by address: their ids are drawn by chance. */
async function storedState({ tokens }: TestWorkspace): Promise<unknown[]> {
  const [, id = ''] = tokens.admin.split('_')
  const rule = await expectStoredStands(DB, id)
  const { results } = await DB.prepare(
    `SELECT i.value AS email, c.first_day, c.last_day, c.gaps, c.rhythm, c.money,
      s.series, s.since_day, s.since_cause, s.once_day, s.late_day, s.lost_day, s.returned_day, s.returned_until_day,
      (SELECT json_group_array(json_array(a.start_day, a.end_day, a.end_cause)) FROM active_span a
        WHERE a.workspace_id = ?1 AND a.rule_version = ?2 AND a.customer_id = c.id) AS spans
    FROM identity i
    JOIN customer c ON c.workspace_id = ?1 AND c.id = i.customer_id
    LEFT JOIN standing s ON s.workspace_id = ?1 AND s.rule_version = ?2 AND s.customer_id = c.id
    WHERE i.workspace_id = ?1 AND c.first_day IS NOT NULL ORDER BY i.value`,
  )
    .bind(id, rule.standingVersion)
    .all()
  return results
}

async function send({ call }: TestWorkspace, rows: readonly Bought[]): Promise<void> {
  const { body } = await call('/v1/purchases', { purchases: rows.map(rowOf) })
  expect(body.rejected).toEqual([])
}

/** A file with other purchases of the same customers, brought in and taken back again. */
async function importAndUndo({ call }: TestWorkspace, random: Random, name: string): Promise<void> {
  const lines = Array.from(
    { length: 12 },
    (_, index) =>
      `c${some(random, 8)}@shop.example,${dateOf(day - some(random, 900))},12.50,${name}-${index}`,
  )
  const csv = ['email,date,amount,order_id', ...lines].join('\n')
  const { body } = await call(`/v1/imports/purchases?import=${name}-import`, undefined, {
    method: 'POST',
    raw: csv,
    headers: { 'content-type': 'text/csv' },
  })
  expect(body.accepted).toBe(12)
  await call(`/v1/imports/${name}-import/undo`, {})
}

describe('what is stored of customers', () => {
  it.each([1, 2, 3, 4])(
    'is the same in whatever order purchases, corrections and undos arrive (%i)',
    async seed => {
      const random = seededRandom(seed)
      const bought = Array.from({ length: 70 }, (_, index): Bought => {
        const isRefund = random() < 0.1
        return {
          email: `c${some(random, 8)}@shop.example`,
          id: `o${index}`,
          day: day - some(random, 900),
          minor: (isRefund ? -1 : 1) * some(random, 9_000),
        }
      })
      const ordered = await testWorkspace()
      for (const one of bought.toSorted((one, other) => one.day - other.day)) await send(ordered, [one])

      const chaotic = await testWorkspace()
      const wrong = bought.filter(() => random() < 0.3)
      const mistaken = wrong.map(one => ({
        ...one,
        email: random() < 0.5 ? one.email : `c${some(random, 8)}@shop.example`,
        day: day - some(random, 900),
        minor: some(random, 500) - 100,
      }))
      await send(chaotic, shuffled(mistaken, random))
      await importAndUndo(chaotic, random, `first-${seed}`)
      for (const one of shuffled(bought, random)) await send(chaotic, [one])
      await importAndUndo(chaotic, random, `second-${seed}`)

      expect(await storedState(chaotic)).toEqual(await storedState(ordered))
    },
  )
})
