// The contract of a kind of facts that members log: how what they say becomes what is stored, and what else that
// changes. Logging, correcting and taking back are the same for all of them: worker/log-fact.ts.

import type { Env } from './env.ts'
import type { AuditAction } from './repositories/audit.ts'
import type { KnownCustomer } from './repositories/customers.ts'
import type { LoggedTable, Revision } from './repositories/logged-table.ts'
import type { Call } from './routes/route.ts'
import type { Telling } from './telling.ts'
import type { Outcome } from './write-once.ts'

export interface FactKind<Said extends object, Content extends object> {
  /** As the audit names it. */
  name: string
  table: LoggedTable<Content>
  /**
   * What is stored of what was said; with a place of its own where the fact does not simply lie where it happened.
   * Throws a Failure where that cannot be.
   */
  content(said: Said, telling: Telling): Content & Partial<Place>
  /** The same the other way: what answers show, and what a correction is laid over. */
  said(content: Content, place: Place): Said
  /** Its own id where the same fact can be told twice; null where this one cannot. */
  id?(said: Said, customerId: string): Promise<string | null>
  consequences?: Consequences<Said, Content>
}

/** When a fact happened (epoch milliseconds), and the local day it lies under. */
export interface Place {
  at: number
  day: number
}

/** What else a change of a fact changes, and what that adds to the answer. */
export interface Consequences<Said, Content> {
  reads(db: Env['DB'], workspaceId: string, params: Record<string, string>): D1PreparedStatement[]
  /** @param rows of the reads, in their order. Statements count only where something changes. */
  follow(
    change: Change<Content>,
    rows: readonly (readonly unknown[])[],
    call: Call<Partial<Said>>,
  ): Partial<Outcome<object>>
}

export interface Change<Content> {
  /** Null where nothing is different. */
  action: AuditAction | null
  customer: KnownCustomer
  factId: string
  /** The newest revision as stored, which may have been taken back; null for a new fact. */
  before: Revision<Content> | null
  /** As it stands after the change; null where it is taken back. */
  after: Revision<Content> | null
  telling: Telling
}
