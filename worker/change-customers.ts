// A change of customers -> everything that follows from it in one transaction: their rows, what they were called
// before, where they stand under the rule in force, and the workspace's movements. Pure but for making statements.

import type { Env } from './env.ts'
import { type Customer, keepProfiles, saveCustomers } from './repositories/customers.ts'
import { refuseIfRuleMoved, type StoredRule } from './repositories/rule-versions.ts'
import { markDirty, type OwnedStand, type StandChange, saveStands } from './repositories/standings.ts'
import { type CustomerDays, standUnder } from './stand.ts'

/** A customer as read and as they are to be. */
export interface CustomerChange {
  /** Null for one who is new. */
  before: Customer | null
  after: Customer
}

/**
 * The statements of the change, guards first: they stop the batch when a customer or the rule has moved since they
 * were read (see `writeUnlessMoved`).
 * @param rule in force, as read together with the customers.
 */
export function changeCustomers(
  db: Env['DB'],
  workspaceId: string,
  rule: StoredRule,
  changes: readonly CustomerChange[],
  now: number,
  importId: string | null,
): D1PreparedStatement[] {
  if (changes.length === 0) return []
  const stands = standChanges(rule, changes)
  return [
    ...(stands.length > 0 ? [refuseIfRuleMoved(db, workspaceId, rule.version)] : []),
    ...saveCustomers(
      db,
      workspaceId,
      changes.map(({ after }) => after),
      now,
      importId,
    ),
    ...keepProfiles(db, workspaceId, changes.flatMap(formerProfile), now),
    ...saveStands(db, workspaceId, rule.standingVersion, stands),
    ...markDirty(
      db,
      workspaceId,
      stands.map(({ customerId }) => customerId),
    ),
  ]
}

function formerProfile({ before, after }: CustomerChange): Customer[] {
  const isSame =
    before?.name === after.name && before.company === after.company && before.ownerId === after.ownerId
  return before && !isSame ? [before] : []
}

/** Of those whose days or owner change. */
function standChanges(rule: StoredRule, changes: readonly CustomerChange[]): StandChange[] {
  const stand = standUnder(rule)
  return changes.flatMap(({ before, after }) => {
    if (!hasDays(after.days) && !(before && hasDays(before.days))) return []
    if (before?.days === after.days && before.ownerId === after.ownerId) return []
    const of = ({ ownerId, days }: Customer): OwnedStand => ({
      ownerId,
      stand: stand(days),
    })
    return [{ customerId: after.id, before: before && of(before), after: of(after) }]
  })
}

function hasDays({ purchases, departures }: CustomerDays): boolean {
  return purchases !== null || departures.length > 0
}
