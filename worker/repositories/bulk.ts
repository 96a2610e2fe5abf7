// One bulk request over the tables it touches: what is known before it, in one round trip, and all it changes,
// in one transaction.

import type { Who } from '../authenticate.ts'
import { type CustomerChange, changeCustomers } from '../change-customers.ts'
import type { Env } from '../env.ts'
import type { NormalIdentity } from '../normalise-identity.ts'
import { payloads } from '../payload.ts'
import type { Credentials } from '../token.ts'
import { findCustomersOf, type KnownCustomer, knownCustomerOf } from './customers.ts'
import type { Fact, FactTable, StoredFact } from './fact-table.ts'
import { addIdentities, type NewIdentity, refuseIfTaken } from './identities.ts'
import { findImport, type Import, type ImportPart, importStateOf, tallyImport } from './imports.ts'
import { addMembers, findMembers, type Member, membersByName } from './members.ts'
import { findRule, ruleOf, type StoredRule } from './rule-versions.ts'
import { proveSession, whoOf } from './sessions.ts'
import { hastenFit } from './workspaces.ts'
import { writeUnlessMoved } from './write-unless-moved.ts'

export interface BulkQuestion {
  identities: readonly NormalIdentity[]
  /** `[source, externalId]` of every row; asked only where there is a table. */
  ids: readonly (readonly [string, string])[]
  table: FactTable | null
  ownerNames: readonly string[]
  importId: string | null
}

export interface BulkKnown {
  who: Who
  /** In force. */
  rule: StoredRule
  customers: KnownCustomer[]
  facts: StoredFact[]
  ownerIds: Map<string, string>
  /** Of the import the request belongs to; null where there is none or it is new. */
  importState: Import['state'] | null
}

export interface BulkChange {
  members: readonly Member[]
  rule: StoredRule
  customers: readonly CustomerChange[]
  identities: readonly NewIdentity[]
  table: FactTable | null
  facts: readonly Fact[]
  superseded: readonly Fact[]
  part: ImportPart | null
}

/** The fit follows an import; whoever cut the file into parts has sent the last one by then. */
const fitDelayMs = 600_000

/** Null where the session is not proven; what was read is dropped then. */
export async function readBulk(
  db: Env['DB'],
  credentials: Credentials,
  { identities, ids, table, ownerNames, importId }: BulkQuestion,
): Promise<BulkKnown | null> {
  const { workspaceId } = credentials
  const keys = new Map(
    identities.map(({ kind, value, host }) => [`${kind} ${host} ${value}`, [kind, value, host]]),
  )
  const ofCustomers = payloads([...keys.values()]).map(json => findCustomersOf(db, workspaceId, json))
  const idPayloads = table ? payloads(ids) : []
  const ofFacts = idPayloads.map(json => table?.find(db, workspaceId, json)).filter(statement => !!statement)
  const ofMembers = ownerNames.length > 0 ? [findMembers(db, workspaceId, ownerNames)] : []
  const [session, ofRule, ofImport, ...answers] = await db.batch([
    proveSession(db, credentials),
    findRule(db, workspaceId),
    findImport(db, workspaceId, importId ?? ''),
    ...ofCustomers,
    ...ofFacts,
    ...ofMembers,
  ])
  const who = whoOf(session?.results[0])
  if (!who) return null
  const factAnswers = answers.slice(ofCustomers.length, ofCustomers.length + ofFacts.length)
  return {
    who,
    rule: ruleOf(ofRule?.results[0]),
    importState: importStateOf(ofImport?.results ?? []),
    customers: answers.slice(0, ofCustomers.length).flatMap(({ results }) => results.map(knownCustomerOf)),
    facts: table ? positioned(table, factAnswers, idPayloads) : [],
    ownerIds: membersByName(
      answers.slice(ofCustomers.length + ofFacts.length).flatMap(({ results }) => results),
    ),
  }
}

/** Positions count within a payload; here they count over all of them. */
function positioned(table: FactTable, answers: readonly D1Result[], asked: readonly string[]): StoredFact[] {
  let before = 0
  return answers.flatMap(({ results }, index) => {
    const offset = before
    before += (JSON.parse(asked[index] ?? '[]') as unknown[]).length
    return results.map(row => table.stored(row)).map(fact => ({ ...fact, position: fact.position + offset }))
  })
}

/** False when somebody changed the same customers or facts since they were read: nothing was written then. */
export async function writeBulk(
  db: Env['DB'],
  workspaceId: string,
  { rule, members, customers, identities, table, facts, superseded, part }: BulkChange,
  recordedAt: number,
): Promise<boolean> {
  const importId = part?.id ?? null
  const statements = [
    ...refuseIfTaken(db, workspaceId, identities),
    ...(members.length > 0 ? [addMembers(db, workspaceId, members, recordedAt)] : []),
    ...changeCustomers(db, workspaceId, rule, customers, recordedAt, importId),
    ...addIdentities(db, workspaceId, identities, recordedAt, importId),
    ...(table?.save(db, workspaceId, facts, superseded, recordedAt, importId) ?? []),
    ...(part ? [tallyImport(db, workspaceId, part, recordedAt)] : []),
    ...(part?.kind === 'purchases' ? [hastenFit(db, workspaceId, recordedAt + fitDelayMs)] : []),
  ]
  return writeUnlessMoved(db, statements)
}
