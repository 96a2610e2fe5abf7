// Are standings, spans and movements of a workspace those that its customers' days give under the rule in force?

import { expect } from 'vitest'
import { type Movement, movementsOf } from '../../worker/movements.ts'
import { allCustomers, type PagedCustomer } from '../../worker/repositories/customers.ts'
import { findRule, ruleOf, type StoredRule } from '../../worker/repositories/rule-versions.ts'
import { readStands } from '../../worker/repositories/standings.ts'
import { type Stand, standUnder } from '../../worker/stand.ts'

const movementColumns = ['started', 'returned', 'repeated', 'lost', 'departed'] as const

/** Fails where anything stored under the rule in force differs, or anything lies under another one. */
export async function expectStoredStands(db: D1Database, workspaceId: string): Promise<StoredRule> {
  const rule = ruleOf(await findRule(db, workspaceId).first())
  const customers = await readAll(db, workspaceId)
  const stand = standUnder(rule)
  const expected = new Map(customers.map(({ id, days }) => [id, stand(days)]))
  const stored = await readStands(db, workspaceId, rule.standingVersion, [...expected.keys()])
  for (const [id, { stand: one }] of stored) expect(one, id).toEqual(inOrder(expected.get(id)))
  expect(await storedMovements(db, workspaceId, rule.standingVersion)).toEqual(movements(customers, expected))
  return rule
}

function inOrder(stand: Stand | undefined): Stand | undefined {
  return stand && { ...stand, spans: stand.spans.toSorted((one, other) => one.startDay - other.startDay) }
}

async function readAll(db: D1Database, workspaceId: string): Promise<PagedCustomer[]> {
  const all: PagedCustomer[] = []
  for await (const page of allCustomers(db, workspaceId)) all.push(...page)
  return all
}

function movements(customers: readonly PagedCustomer[], stands: ReadonlyMap<string, Stand>) {
  const counts: Record<string, number> = {}
  for (const { id, ownerId } of customers) {
    const stand = stands.get(id)
    if (!stand) continue
    for (const movement of movementsOf(stand)) {
      const key = keyOf(movement, ownerId ?? '')
      counts[key] = (counts[key] ?? 0) + 1
    }
  }
  return counts
}

async function storedMovements(db: D1Database, workspaceId: string, version: number) {
  const { results } = await db
    .prepare('SELECT * FROM daily_movement WHERE workspace_id = ?1 AND rule_version = ?2')
    .bind(workspaceId, version)
    .all<{ day: number; owner_id: string; series: Movement['series'] } & Record<Movement['kind'], number>>()
  const counts: Record<string, number> = {}
  for (const row of results) {
    for (const kind of movementColumns) {
      if (row[kind] !== 0) counts[keyOf({ day: row.day, series: row.series, kind }, row.owner_id)] = row[kind]
    }
  }
  return counts
}

function keyOf({ day, series, kind }: Movement, ownerId: string): string {
  return `${day} ${ownerId} ${series} ${kind}`
}

/** How many rows lie under rule versions, by version. */
export async function versionsStored(db: D1Database, workspaceId: string): Promise<number[]> {
  const { results } = await db
    .prepare('SELECT DISTINCT rule_version AS version FROM standing WHERE workspace_id = ?1')
    .bind(workspaceId)
    .all<{ version: number }>()
  return results.map(({ version }) => version)
}
