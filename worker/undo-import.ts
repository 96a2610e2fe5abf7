// Takes an import back: customers with its facts -> what their days will be -> facts superseded, corrected ones
// restored, days renewed in one transaction -> the next customers; at last its identities and customers. A request
// does as much as its statements allow, and the next one goes on, so a kill loses nothing.

import type { Env } from './env.ts'
import { purchaseDaysOf } from './purchase-days.ts'
import { type Customer, findCustomers, knownCustomerOf, saveCustomers } from './repositories/customers.ts'
import type { FactTable } from './repositories/fact-table.ts'
import { endUndo } from './repositories/imports.ts'
import { countWithoutImport, isPurchase, purchases, purchasesByCustomer } from './repositories/purchases.ts'
import { responses } from './repositories/responses.ts'
import { writeUnlessMoved } from './repositories/write-unless-moved.ts'

const customersAtOnce = 5_000
/** A round takes about ten statements of the fifty a request may have. */
const mostRounds = 4

export interface UndoProgress {
  done: boolean
  /** Facts of the import that still count. */
  left: number
}

/** @param now the moment of the undo, epoch milliseconds. */
export async function undoImport(
  db: Env['DB'],
  workspaceId: string,
  importId: string,
  now: number,
): Promise<UndoProgress> {
  for (let round = 0; round < mostRounds; round += 1) {
    const next = await nextCustomers(db, workspaceId, importId)
    if (!next) {
      await db.batch(endUndo(db, workspaceId, importId, now))
      return { done: true, left: 0 }
    }
    await takeBack(db, workspaceId, importId, next, now)
  }
  return { done: false, left: await countLeft(db, workspaceId, importId) }
}

interface Next {
  table: FactTable
  customerIds: string[]
}

async function nextCustomers(db: Env['DB'], workspaceId: string, importId: string): Promise<Next | null> {
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
  workspaceId: string,
  importId: string,
  { table, customerIds }: Next,
  now: number,
): Promise<void> {
  const asked = JSON.stringify(customerIds)
  const renewed = table === purchases ? await renewedCustomers(db, workspaceId, importId, customerIds) : []
  const { restore, takeBack } = table.statements
  await writeUnlessMoved(db, [
    ...saveCustomers(db, workspaceId, renewed, now, null),
    db.prepare(restore).bind(workspaceId, importId, asked, now),
    db.prepare(takeBack).bind(workspaceId, importId, asked, now),
  ])
}

/** Everybody whose days change, with the days they will have. */
async function renewedCustomers(
  db: Env['DB'],
  workspaceId: string,
  importId: string,
  customerIds: readonly string[],
): Promise<Customer[]> {
  const { results: before } = await db
    .prepare(purchases.statements.before)
    .bind(workspaceId, importId, JSON.stringify(customerIds))
    .all<{ customer_id: string; day: number; content: string }>()
  const restored = before.filter(({ content }) => isPurchase(JSON.parse(content)))
  const all = [...new Set([...customerIds, ...before.map(({ customer_id }) => customer_id)])]
  const [known, counts] = await db.batch([
    findCustomers(db, workspaceId, all),
    countWithoutImport(db, workspaceId, importId, all),
  ])
  const daysOf = purchasesByCustomer(all, counts?.results ?? [])
  for (const { customer_id, day } of restored) daysOf.get(customer_id)?.set(day, 1)
  return (known?.results ?? []).map(knownCustomerOf).map(customer => ({
    ...customer,
    days: purchaseDaysOf([...(daysOf.get(customer.id)?.keys() ?? [])]),
  }))
}

async function countLeft(db: Env['DB'], workspaceId: string, importId: string): Promise<number> {
  const answers = await db.batch<{ facts: number }>(
    [purchases, responses].map(({ statements }) =>
      db.prepare(statements.countOfImport).bind(workspaceId, importId),
    ),
  )
  return answers.reduce((sum, { results }) => sum + (results[0]?.facts ?? 0), 0)
}
