// purchase: one row a purchase or refund and revision; the newest revision counts.

import type { Env } from '../env.ts'
import { factTable } from './fact-table.ts'

/** `content` of a fact: moment in epoch milliseconds, amount in minor units (negative: refund), currency, product. */
export const purchases = factTable('purchase', ['at', 'amount_minor', 'currency', 'product'])

export const statements = {
  ...purchases.statements,
  // ?2 [customer_id, ...]: how many purchases on which day, from the purchases themselves.
  days: `
    SELECT p.customer_id, p.day, count(*) AS purchases FROM json_each(?2) asked
    CROSS JOIN purchase p ON p.workspace_id = ?1 AND p.customer_id = asked.value
    WHERE p.superseded_at IS NULL AND p.amount_minor >= 0
    GROUP BY p.customer_id, p.day`,
  // ?3 [customer_id, ...]: the same without what the import ?2 brought.
  daysWithoutImport: `
    SELECT p.customer_id, p.day, count(*) AS purchases FROM json_each(?3) asked
    CROSS JOIN purchase p ON p.workspace_id = ?1 AND p.customer_id = asked.value
    WHERE p.superseded_at IS NULL AND p.amount_minor >= 0 AND p.import_id IS NOT ?2
    GROUP BY p.customer_id, p.day`,
}

interface DayRow {
  customer_id: string
  day: number
  purchases: number
}

/** Refunds reduce money and never add a purchase. */
export function isPurchase(content: readonly unknown[]): boolean {
  return Number(content[1]) >= 0
}

/** The purchases of customers by day, for those whose days cannot be told from the ones known. */
export async function countPurchasesByDay(
  db: Env['DB'],
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, Map<number, number>>> {
  const { results } = await db
    .prepare(statements.days)
    .bind(workspaceId, JSON.stringify(customerIds))
    .all<DayRow>()
  return purchasesByCustomer(customerIds, results)
}

/** The same without what an import brought, as a statement for a batch; read its rows with `purchasesByCustomer`. */
export function countWithoutImport(
  db: Env['DB'],
  workspaceId: string,
  importId: string,
  customerIds: readonly string[],
): D1PreparedStatement {
  return db.prepare(statements.daysWithoutImport).bind(workspaceId, importId, JSON.stringify(customerIds))
}

/** Purchases by customer and day; customers without any have an empty map. */
export function purchasesByCustomer(
  customerIds: readonly string[],
  rows: readonly unknown[],
): Map<string, Map<number, number>> {
  const counted = new Map<string, Map<number, number>>(customerIds.map(id => [id, new Map()]))
  for (const { customer_id, day, purchases } of rows as DayRow[]) {
    counted.get(customer_id)?.set(day, purchases)
  }
  return counted
}
