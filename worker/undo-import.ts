// Takes an import back: customers with its facts -> what their days will be -> facts superseded, corrected ones
// restored, days renewed in one transaction -> the next customers; at last its identities and customers. A request
// does as much as its statements allow, and the next one goes on, so a kill loses nothing.

import { changeCustomers } from './change-customers.ts'
import type { Env } from './env.ts'
import { tally } from './money.ts'
import { countedAnew } from './renew-purchases.ts'
import { findCustomers, knownCustomerOf } from './repositories/customers.ts'
import type { ImportedTable } from './repositories/imported-table.ts'
import { endUndo } from './repositories/imports.ts'
import { boughtOf, purchases, talliesOf, tallyWithoutImport } from './repositories/purchases.ts'
import { responses } from './repositories/responses.ts'
import { findRule, ruleOf } from './repositories/rule-versions.ts'
import { writeUnlessMoved } from './repositories/write-unless-moved.ts'

const customersAtOnce = 5_000
/** A round takes about ten statements of the fifty a request may have. */
const mostRounds = 4

export interface UndoProgress {
  done: boolean
  /** Facts of the import that still count. */
  left: number
}

export interface UndoneImport {
  workspaceId: string
  /** Of the workspace. */
  currency: string
  importId: string
}

/** @param now the moment of the undo, epoch milliseconds. */
export async function undoImport(db: Env['DB'], undone: UndoneImport, now: number): Promise<UndoProgress> {
  const { workspaceId, importId } = undone
  for (let round = 0; round < mostRounds; round += 1) {
    const next = await nextCustomers(db, undone)
    if (!next) {
      await db.batch(endUndo(db, workspaceId, importId, now))
      return { done: true, left: 0 }
    }
    await takeBack(db, undone, next, now)
  }
  return { done: false, left: await countLeft(db, undone) }
}

interface Next {
  table: ImportedTable
  customerIds: string[]
}

async function nextCustomers(db: Env['DB'], { workspaceId, importId }: UndoneImport): Promise<Next | null> {
  const tables = [purchases, responses]
  const answers = await db.batch<{ customer_id: string }>(
    tables.map(({ statements }) =>
      db.prepare(statements.customersOfImport).bind(workspaceId, importId, customersAtOnce),
    ),
  )
  for (const [index, table] of tables.entries()) {
    const customerIds = answers[index]?.results.map(({ customer_id }) => customer_id) ?? []
    if (customerIds.length > 0) return { table, customerIds }
  }
  return null
}

async function takeBack(
  db: Env['DB'],
  undone: UndoneImport,
  { table, customerIds }: Next,
  now: number,
): Promise<void> {
  const { workspaceId, importId } = undone
  const asked = JSON.stringify(customerIds)
  const renewed = table === purchases ? await renewCustomers(db, undone, customerIds, now) : []
  const { restore, takeBack } = table.statements
  await writeUnlessMoved(db, [
    ...renewed,
    db.prepare(restore).bind(workspaceId, importId, asked, now),
    db.prepare(takeBack).bind(workspaceId, importId, asked, now),
  ])
}

/** The statements that give everybody whose days change the days they will have. */
async function renewCustomers(
  db: Env['DB'],
  { workspaceId, importId, currency }: UndoneImport,
  customerIds: readonly string[],
  now: number,
): Promise<D1PreparedStatement[]> {
  const { results: before } = await db
    .prepare(purchases.statements.before)
    .bind(workspaceId, importId, JSON.stringify(customerIds))
    .all<{ customer_id: string; day: number; content: string }>()
  const all = [...new Set([...customerIds, ...before.map(({ customer_id }) => customer_id)])]
  const [rule, known, counts] = await db.batch([
    findRule(db, workspaceId),
    findCustomers(db, workspaceId, all),
    tallyWithoutImport(db, workspaceId, importId, currency, all),
  ])
  const tallies = talliesOf(all, counts?.results ?? [])
  for (const { customer_id, day, content } of before) {
    const restored = tallies.get(customer_id)
    if (restored) tally(restored, boughtOf(day, JSON.parse(content), currency))
  }
  const changes = (known?.results ?? []).map(knownCustomerOf).map(customer => ({
    before: customer,
    after: countedAnew(customer, tallies.get(customer.id) ?? new Map()),
  }))
  return changeCustomers(db, workspaceId, ruleOf(rule?.results[0]), changes, now, null)
}

async function countLeft(db: Env['DB'], { workspaceId, importId }: UndoneImport): Promise<number> {
  const answers = await db.batch<{ facts: number }>(
    [purchases, responses].map(({ statements }) =>
      db.prepare(statements.countOfImport).bind(workspaceId, importId),
    ),
  )
  return answers.reduce((sum, { results }) => sum + (results[0]?.facts ?? 0), 0)
}
