// Bulk rows in: check each row -> normalise its identities -> read what is known -> decide -> write all of it in
// one transaction. A bad row is reported and never stops the good ones; the same rows again change nothing; when
// somebody else changed the same customers meanwhile, it starts again from reading.

import * as z from 'zod/mini'
import type { BulkResult, Endpoint } from '../shared/api.ts'
import { Failure, type RowFailure } from '../shared/failure.ts'
import type { Identity } from '../shared/identity.ts'
import { admit, type Who } from './authenticate.ts'
import { type Decision, decideFacts, type ReadyRow } from './decide-facts.ts'
import type { Env } from './env.ts'
import { needsRegion, normaliseIdentity } from './normalise-identity.ts'
import { assumingPlace } from './place.ts'
import { customersToRecount, renewPurchases } from './renew-purchases.ts'
import { type BulkChange, type BulkKnown, readBulk, writeBulk } from './repositories/bulk.ts'
import { findCustomers, knownCustomerOf } from './repositories/customers.ts'
import type { FactTable } from './repositories/fact-table.ts'
import type { ImportPart } from './repositories/imports.ts'
import { type Member, memberNamed } from './repositories/members.ts'
import { purchases, tallyPurchases } from './repositories/purchases.ts'
import { describeIssues } from './request-body.ts'
import type { Credentials } from './token.ts'

/** Requests about the same customers at once: of each round at least one is done. */
const mostTries = 8
const longestPauseMs = 30

/** What every bulk row has, whatever it is about. */
interface BulkRow {
  source: string
  externalId: string
  customer: Identity[]
}

/** One kind of bulk rows: what they say of the customer, or which fact they are. */
export interface RowKind<Row extends BulkRow> {
  endpoint: Endpoint
  /** The name of the array in the request. */
  field: string
  row: z.ZodMiniType<Row>
  /** Where the facts go; null for rows about the customer alone. */
  table: FactTable | null
  /** All identities a row states. */
  identities(row: Row): Identity[]
  profile(row: Row): ReadyRow['profile']
  fact(row: Row): ReadyRow['fact']
}

/** The import that the rows are a part of. */
export interface ImportFile extends Pick<ImportPart, 'id' | 'kind' | 'source' | 'name'> {
  /** Rows of the part that could not even be read. */
  unreadable: number
}

interface CheckedRow<Row> {
  index: number
  row: Row
}

/** Records the rows of one bulk request; `body` has the shape of the endpoint's request, `file` says which import it is of. */
export async function recordFacts<Row extends BulkRow>(
  { DB: db }: Env,
  credentials: Credentials,
  kind: RowKind<Row>,
  body: Record<string, unknown[]>,
  now: number,
  file: ImportFile | null = null,
): Promise<{ who: Who; result: BulkResult }> {
  const checked = checkRows(kind, body[kind.field] ?? [])
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const { rows, rejected, known } = await readKnown(db, credentials, kind, checked.rows, file)
    const { workspaceId } = known.who
    const members = await newOwners(rows, known)
    const ownerIds = new Map([...known.ownerIds, ...members.map(({ name, id }) => [name, id] as const)])
    const decision = decideFacts(rows, known, ownerIds, newCustomerId)
    if (kind.table === purchases) await settlePurchases(db, known.who, decision)
    const { book, facts, superseded, accepted, duplicates } = decision
    const failures = [...checked.rejected, ...rejected, ...decision.rejected]
    const change: BulkChange = {
      rule: known.rule,
      members,
      customers: book.changes,
      identities: book.newIdentities,
      table: kind.table,
      facts,
      superseded,
      part: file && {
        ...file,
        authorId: known.who.memberId,
        accepted,
        duplicates,
        rejected: failures.length + file.unreadable,
      },
    }
    if (await writeBulk(db, workspaceId, change, now)) {
      const result = {
        accepted,
        duplicates,
        rejected: failures.sort((one, other) => one.index - other.index),
      }
      return { who: known.who, result }
    }
    await new Promise(resolve => setTimeout(resolve, Math.random() * longestPauseMs * tries))
  }
  throw new Failure('busy', 'The same customers are being changed by others. Nothing was changed; try again.')
}

function checkRows<Row extends BulkRow>(kind: RowKind<Row>, values: readonly unknown[]) {
  const rows: CheckedRow<Row>[] = []
  const rejected: RowFailure[] = []
  values.forEach((value, index) => {
    const parsed = z.safeParse(kind.row, value)
    if (parsed.success) rows.push({ index, row: parsed.data })
    else rejected.push({ index, code: 'invalid', message: sayIssues(parsed.error) })
  })
  return { rows, rejected }
}

function sayIssues(error: z.core.$ZodError): string {
  return describeIssues(error)
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ')
}

/** Normalises the rows and reads what is known of them; throws where the session is not proven. */
async function readKnown<Row extends BulkRow>(
  db: Env['DB'],
  credentials: Credentials,
  kind: RowKind<Row>,
  checked: readonly CheckedRow<Row>[],
  file: ImportFile | null,
) {
  const needs = {
    region: checked.some(({ row }) => kind.identities(row).some(needsRegion)),
    timeZone: false,
  }
  const answer = await assumingPlace(credentials.workspaceId, needs, async ({ region }) => {
    const { rows, rejected } = readyRows(kind, checked, region)
    const known = await readBulk(db, credentials, {
      identities: rows.flatMap(({ identities }) => identities.map(({ identity }) => identity)),
      ids: rows.map(({ source, externalId }) => [source, externalId] as const),
      table: kind.table,
      ownerNames: [...new Set(rows.flatMap(({ profile }) => profile?.owner ?? []))],
      importId: file?.id ?? null,
    })
    return known && { rows, rejected, known, place: known.who }
  })
  admit(answer?.known.who ?? null, kind.endpoint.roles ?? undefined)
  if (!answer) throw new Failure('internal', 'A session was admitted that was never read.')
  if (answer.known.importState === 'undoing' || answer.known.importState === 'undone') {
    throw new Failure('conflict', 'This import was taken back. Start a new one.')
  }
  return answer
}

function readyRows<Row extends BulkRow>(
  kind: RowKind<Row>,
  checked: readonly CheckedRow<Row>[],
  region: string,
) {
  const rows: ReadyRow[] = []
  const rejected: RowFailure[] = []
  for (const { index, row } of checked) {
    const identities = kind.identities(row).flatMap(stated => {
      const identity = normaliseIdentity(stated, region)
      return identity ? [{ identity, raw: stated.value }] : []
    })
    if (identities.length === 0) rejected.push(unusable(index))
    else {
      const { source, externalId } = row
      rows.push({ index, source, externalId, identities, profile: kind.profile(row), fact: kind.fact(row) })
    }
  }
  return { rows, rejected }
}

function unusable(index: number): RowFailure {
  return {
    index,
    code: 'invalid_identity',
    message: 'customer: none of the identities can be an address, phone, domain or record id.',
  }
}

async function newOwners(rows: readonly ReadyRow[], { ownerIds }: BulkKnown): Promise<Member[]> {
  const names = new Set(rows.flatMap(({ profile }) => profile?.owner ?? []))
  return Promise.all([...names].filter(name => !ownerIds.has(name)).map(memberNamed))
}

/** Purchases move their customers' days and money; a corrected one may be of a customer the request does not name. */
async function settlePurchases(
  db: Env['DB'],
  { workspaceId, currency }: Who,
  decision: Decision,
): Promise<void> {
  const recount = customersToRecount(decision)
  if (recount.length === 0) {
    renewPurchases(decision, new Map(), currency)
    return
  }
  const unnamed = recount.filter(id => !decision.book.get(id))
  const { results } = await findCustomers(db, workspaceId, unnamed).all()
  for (const row of results) decision.book.add(knownCustomerOf(row))
  renewPurchases(decision, await tallyPurchases(db, workspaceId, currency, recount), currency)
}

function newCustomerId(): string {
  return `c${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
}
