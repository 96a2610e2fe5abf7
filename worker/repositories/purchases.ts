// purchase: one row a purchase or refund and revision; the newest revision counts.

import type { Env } from '../env.ts'
import type { DayTally } from '../money.ts'
import { type CustomerTotals, daysOfYear } from '../rollup.ts'
import { type Fact, factTable } from './fact-table.ts'
import { importedTable } from './imported-table.ts'

/** `content` of a fact: moment in epoch milliseconds, amount in minor units (negative: refund), currency, product. */
export const purchases = importedTable(factTable('purchase', ['at', 'amount_minor', 'currency', 'product']))

/** Over the rows `p` of a day; refunds never add a purchase, and only the workspace's currency is money. */
const dayTally = (currency: string) => `total(p.amount_minor >= 0) AS purchases,
      total(CASE p.currency WHEN ${currency} THEN p.amount_minor END) AS minor,
      total(p.currency = ${currency} AND p.amount_minor >= 0) AS paid`

export const statements = {
  ...purchases.statements,
  // ?2 [customer_id, ...]: how many purchases on which day and what they paid, from the purchases themselves.
  days: `
    SELECT p.customer_id, p.day, ${dayTally('?3')} FROM json_each(?2) asked
    CROSS JOIN purchase p ON p.workspace_id = ?1 AND p.customer_id = asked.value
    WHERE p.superseded_at IS NULL
    GROUP BY p.customer_id, p.day`,
  // ?3 [customer_id, ...]: the same without what the import ?2 brought.
  daysWithoutImport: `
    SELECT p.customer_id, p.day, ${dayTally('?4')} FROM json_each(?3) asked
    CROSS JOIN purchase p ON p.workspace_id = ?1 AND p.customer_id = asked.value
    WHERE p.superseded_at IS NULL AND p.import_id IS NOT ?2
    GROUP BY p.customer_id, p.day`,
  // Pages through the workspace in the order of customers; ?2 the last one seen, ?3 today, ?4 the currency.
  totals: `
    SELECT p.customer_id, max(CASE WHEN p.amount_minor >= 0 THEN p.day END) AS last_day,
      count(DISTINCT CASE WHEN p.amount_minor >= 0 THEN p.day END) AS purchase_days,
      total(CASE p.currency WHEN ?4 THEN p.amount_minor END) AS total_minor,
      total(CASE WHEN p.currency = ?4 AND p.day > ?3 - ${daysOfYear} THEN p.amount_minor END) AS year_minor
    FROM purchase p
    WHERE p.workspace_id = ?1 AND p.customer_id > ?2 AND p.day <= ?3 AND p.superseded_at IS NULL
    GROUP BY p.customer_id ORDER BY p.customer_id LIMIT ?5`,
}

/** D1 allows 50 statements a request here: a workspace of 500,000 customers still fits. */
const totalsAtOnce = 25_000

/** What each customer bought up to a local day, page by page. A whole-workspace job. */
export async function* readPurchaseTotals(
  db: Env['DB'],
  workspaceId: string,
  currency: string,
  today: number,
): AsyncGenerator<CustomerTotals[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { results }: D1Result<TotalsRow> = await db
      .prepare(statements.totals)
      .bind(workspaceId, after, today, currency, totalsAtOnce)
      .all<TotalsRow>()
    yield results.flatMap(({ last_day, purchase_days, total_minor, year_minor }) =>
      last_day === null
        ? []
        : [
            {
              lastDay: last_day,
              purchaseDays: purchase_days,
              totalMinor: total_minor,
              yearMinor: year_minor,
            },
          ],
    )
    after = results.length === totalsAtOnce ? results.at(-1)?.customer_id : undefined
  }
}

interface TotalsRow {
  customer_id: string
  last_day: number | null
  purchase_days: number
  total_minor: number
  year_minor: number
}

interface DayRow extends DayTally {
  customer_id: string
  day: number
}

/** A purchase or refund (which reduces money and never adds a purchase) of a fact's `content`. */
export function boughtOf(day: number, [, minor, currency]: Fact['content'], own: string) {
  return { day, minor: Number(minor), isOwnCurrency: currency === own }
}

/** The purchases of customers by day, for those whose days and money cannot be told from the ones known. */
export async function tallyPurchases(
  db: Env['DB'],
  workspaceId: string,
  currency: string,
  customerIds: readonly string[],
): Promise<Map<string, Map<number, DayTally>>> {
  const { results } = await db
    .prepare(statements.days)
    .bind(workspaceId, JSON.stringify(customerIds), currency)
    .all<DayRow>()
  return talliesOf(customerIds, results)
}

/** The same without what an import brought, as a statement for a batch; read its rows with `talliesOf`. */
export function tallyWithoutImport(
  db: Env['DB'],
  workspaceId: string,
  importId: string,
  currency: string,
  customerIds: readonly string[],
): D1PreparedStatement {
  return db
    .prepare(statements.daysWithoutImport)
    .bind(workspaceId, importId, JSON.stringify(customerIds), currency)
}

/** Tallies by customer and day; customers without any have an empty map. */
export function talliesOf(
  customerIds: readonly string[],
  rows: readonly unknown[],
): Map<string, Map<number, DayTally>> {
  const counted = new Map<string, Map<number, DayTally>>(customerIds.map(id => [id, new Map()]))
  for (const { customer_id, day, ...tally } of rows as DayRow[]) counted.get(customer_id)?.set(day, tally)
  return counted
}
