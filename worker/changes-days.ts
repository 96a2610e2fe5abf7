// Facts that a customer's days are made of, pauses and departures: when one changes, so do the customer's row, where
// they stand, and the workspace's movements.

import { changeCustomers } from './change-customers.ts'
import type { Consequences } from './fact-kind.ts'
import type { LoggedTable, Revision } from './repositories/logged-table.ts'
import { findRule, ruleOf } from './repositories/rule-versions.ts'
import type { CustomerDays } from './stand.ts'

/** @param daysOf what all live facts of the kind make of the customer's days. */
export function changesDays<Said, Content extends object>(
  table: LoggedTable<Content>,
  daysOf: (facts: readonly Revision<Content>[]) => Partial<CustomerDays>,
): Consequences<Said, Content> {
  return {
    reads: (db, workspaceId, { id = '' }) => [
      findRule(db, workspaceId),
      table.findOfCustomer(db, workspaceId, id),
    ],
    follow({ customer, factId, after, telling }, [ruleRows = [], factRows = []], { env: { DB: db }, now }) {
      const { workspaceId } = telling.who
      const others = table.revisions(factRows).filter(({ id }) => id !== factId)
      const days = { ...customer.days, ...daysOf(after ? [...others, after] : others) }
      const change = { before: customer, after: { ...customer, days } }
      return { writes: changeCustomers(db, workspaceId, ruleOf(ruleRows[0]), [change], now, null) }
    },
  }
}
