// What a bulk request changes: rows and what is known in, customers and facts to write out. Pure but for the ids
// of new customers, which are handed in.

import type { RowFailure } from '../shared/failure.ts'
import { dayOf, parseOccurrence } from '../shared/time.ts'
import { type AskedIdentity, CustomerBook } from './customer-book.ts'
import type { BulkKnown } from './repositories/bulk.ts'
import type { Fact, StoredFact, Value } from './repositories/fact-table.ts'

/** What a row says of its customer. */
export interface RowProfile {
  name?: string | undefined
  /** Only for a customer nobody knew before. */
  nameIfNew?: string | undefined
  company?: string | undefined
  owner?: string | undefined
}

/** A row whose identities are known to be usable. */
export interface ReadyRow {
  index: number
  source: string
  externalId: string
  identities: readonly AskedIdentity[]
  profile: RowProfile | null
  /**
   * A moment or local date and the table's content after the moment, undefined for what the row says nothing of, so
   * that what members have added since stays; null for rows about the customer alone.
   */
  fact: { at: string; content: readonly (Value | undefined)[] } | null
}

export interface Decision {
  accepted: number
  duplicates: number
  rejected: RowFailure[]
  book: CustomerBook
  facts: Fact[]
  /** Stored revisions that the new facts correct. */
  superseded: Fact[]
}

/** @param ownerIds member ids by the names used as owners, new members included. */
export function decideFacts(
  rows: readonly ReadyRow[],
  known: BulkKnown,
  ownerIds: ReadonlyMap<string, string>,
  newId: () => string,
): Decision {
  const book = new CustomerBook(known.customers, newId)
  const stored = new Map(known.facts.map(fact => [fact.position, fact]))
  const pending = new Map<string, Fact>()
  const decision: Decision = { accepted: 0, duplicates: 0, rejected: [], book, facts: [], superseded: [] }
  rows.forEach((row, position) => {
    const identitiesBefore = book.newIdentities.length
    const belonging = book.customerOf(row.identities)
    if ('ambiguous' in belonging) {
      decision.rejected.push(ambiguous(row.index))
      return
    }
    const { customer } = belonging
    const { nameIfNew, company, owner } = row.profile ?? {}
    const name = row.profile?.name ?? (customer.revision === 0 ? nameIfNew : undefined)
    const isDescribed = book.describe(customer, { name, company, ownerId: owner && ownerIds.get(owner) })
    const isNewFact = row.fact && addFact(row, row.fact)
    const isExtended = book.newIdentities.length > identitiesBefore
    if (isNewFact ?? (isDescribed || isExtended)) decision.accepted += 1
    else decision.duplicates += 1

    /** Whether the fact says anything that is not stored or pending yet. */
    function addFact(
      { source, externalId }: ReadyRow,
      { at: text, content }: NonNullable<ReadyRow['fact']>,
    ): boolean {
      const at = parseOccurrence(text, known.who.timeZone) ?? 0
      const day = dayOf(at, known.who.timeZone)
      const before = stored.get(position)
      const key = JSON.stringify([source, externalId])
      const earlier = pending.get(key)
      const fact: Fact = {
        customerId: customer.id,
        day,
        source,
        externalId,
        revision: before ? before.revision + 1 : 1,
        content: [
          at,
          ...content.map((value, index) => (value === undefined ? said(before, index + 1) : value)),
        ],
        ownerId: customer.ownerId,
      }
      if (isSame(earlier ?? (before?.isLive ? before : undefined), fact)) return false
      pending.set(key, fact)
      if (before?.isLive && !earlier) decision.superseded.push(before)
      return true
    }
  })
  decision.facts = [...pending.values()]
  return decision
}

/** What was said before of a column, and still holds. */
function said(before: StoredFact | undefined, column: number): Value {
  return before?.isLive ? (before.content[column] ?? null) : null
}

function isSame(one: Pick<Fact, 'customerId' | 'content'> | undefined, other: Fact): boolean {
  return (
    one !== undefined &&
    one.customerId === other.customerId &&
    one.content.length === other.content.length &&
    one.content.every((value, index) => value === other.content[index])
  )
}

function ambiguous(index: number): RowFailure {
  return {
    index,
    code: 'ambiguous_customer',
    message: 'These identities belong to several customers. Add one that only this customer has.',
  }
}
