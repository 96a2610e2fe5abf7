// A member logs a fact, corrects it, takes it back: what they say and what is stored -> the next revision, what
// follows from it, and its audit row, in one transaction and once a key. Knows no kind of facts by name.

import { Failure } from '../shared/failure.ts'
import { dayOf, formatInstant } from '../shared/time.ts'
import type { Who } from './authenticate.ts'
import { sourceOf } from './fact-id.ts'
import type { Change, FactKind } from './fact-kind.ts'
import { type AuditAction, addAudit } from './repositories/audit.ts'
import { findCustomers, type KnownCustomer, knownCustomerOf } from './repositories/customers.ts'
import type { StoredFact } from './repositories/fact-table.ts'
import type { Revision } from './repositories/logged-table.ts'
import { people } from './repositories/people.ts'
import type { Call, Route } from './routes/route.ts'
import { pastMoment, refusal, type Telling } from './telling.ts'
import { type Outcome, writeOnce } from './write-once.ts'

/** What every body and every correction may say. */
interface Said {
  at?: string | undefined
  personId?: string | null | undefined
  undone?: boolean | undefined
}

interface Known<Content> {
  factId: string
  customer: KnownCustomer
  before: Revision<Content> | null
  /** Of what the kind reads beside. */
  rows: unknown[][]
}

/** Logs a fact; one that is known already is answered as it stands. */
export async function logFact<Body extends object, Content extends object>(
  call: Call<Body>,
  route: Pick<Route, 'endpoint'>,
  kind: FactKind<Body, Content>,
): Promise<object> {
  const { body, params, now } = call
  const factId = (await kind.id?.(body, params.id ?? '')) ?? crypto.randomUUID()
  return writeOnce(call, route, readsOf(call, kind, factId), (answers, who) => {
    const known = knownOf(call, kind, factId, answers)
    const telling = tellingOf(call, who, now)
    const revision = known.before?.fact.isLive ? known.before : revised(kind, body, known, telling)
    return outcomeOf(call, kind, known, { revision, isUndone: false, telling })
  })
}

/** Corrects a fact, takes it back (`undone`), or brings it back. */
export async function correctFact<Body extends object, Content extends object>(
  call: Call<Partial<Body> & Said>,
  route: Pick<Route, 'endpoint'>,
  kind: FactKind<Body, Content>,
): Promise<object> {
  const { undone, ...said } = call.body
  const isCorrection = Object.keys(said).length > 0
  if (undone && isCorrection) {
    throw refusal('undone', 'takes a fact back as it is, with no correction beside it')
  }
  const factId = call.params.factId ?? ''
  return writeOnce(call, route, readsOf(call, kind, factId), (answers, who) => {
    const known = knownOf(call, kind, factId, answers)
    const { before } = known
    if (!before) throw notFound()
    const isGone = !before.fact.isLive && undone === undefined
    if (isGone && isCorrection) {
      throw new Failure('conflict', 'This was taken back. Bring it back first, with undone: false.')
    }
    const { at } = before.content
    const telling = tellingOf(call, who, at)
    const whole = { ...kind.said(before.content, { at, day: before.fact.day }), ...said }
    const isUndone = undone || isGone
    const revision = isUndone ? before : revised(kind, whole, known, telling)
    return outcomeOf(call, kind, known, { revision, isUndone, telling })
  })
}

function readsOf<Body extends object, Content extends object>(
  { env: { DB: db }, credentials: { workspaceId }, params, body }: Call<Said>,
  { table, consequences }: FactKind<Body, Content>,
  factId: string,
): D1PreparedStatement[] {
  const asked = (ids: string[]) => JSON.stringify(ids.map(sourceOf))
  return [
    findCustomers(db, workspaceId, [params.id ?? '']),
    table.find(db, workspaceId, asked([factId])),
    people.find(db, workspaceId, asked(body.personId ? [body.personId] : [])),
    ...(consequences?.reads(db, workspaceId, params) ?? []),
  ]
}

function knownOf<Body extends object, Content extends object>(
  { body: { personId } }: Call<Said>,
  { table }: FactKind<Body, Content>,
  factId: string,
  [customerRows = [], factRows = [], personRows = [], ...rows]: unknown[][],
): Known<Content> {
  if (customerRows.length === 0) throw notFound()
  const customer = knownCustomerOf(customerRows[0])
  const [before] = table.revisions(factRows)
  const [person] = people.revisions(personRows)
  if (personId && !(person?.fact.isLive && person.fact.customerId === customer.id)) {
    throw refusal('personId', 'is none of the people of this customer')
  }
  return { factId, customer, before: before?.fact.customerId === customer.id ? before : null, rows }
}

/** @param at when it happened, unless the request says so. */
function tellingOf({ body, params, now }: Call<Said>, who: Who, at: number): Telling {
  const happenedAt = body.at === undefined ? at : pastMoment('at', body.at, { who, now })
  return { who, now, at: happenedAt, day: dayOf(happenedAt, who.timeZone), params }
}

/** The next revision of a fact. Who logged it first, and who answered for the customer then, stay. */
function revised<Body extends object, Content extends object>(
  { table, content: contentOf }: FactKind<Body, Content>,
  said: Body,
  { factId, customer, before }: Known<Content>,
  telling: Telling,
): Revision<Content> {
  const { at = telling.at, day = telling.day, ...own } = contentOf(said, telling)
  const authorId = before ? before.content.authorId : telling.who.memberId
  const content = { ...(own as Content), at, authorId }
  const [source, externalId] = sourceOf(factId)
  const fact = {
    position: 0,
    customerId: customer.id,
    day,
    source,
    externalId,
    revision: (before?.fact.revision ?? 0) + 1,
    ownerId: before ? before.fact.ownerId : customer.ownerId,
    isLive: true,
    content: table.valuesOf(content),
  }
  return { id: factId, fact, content }
}

interface Decision<Content> {
  /** As the fact stands, or stood until it was taken back. */
  revision: Revision<Content>
  isUndone: boolean
  telling: Telling
}

function outcomeOf<Body extends object, Content extends object>(
  call: Call<Partial<Body>>,
  kind: FactKind<Body, Content>,
  { factId, customer, before, rows }: Known<Content>,
  { revision, isUndone, telling }: Decision<Content>,
): Outcome<object> {
  const { env, now } = call
  const { workspaceId, memberId: authorId } = telling.who
  const after = isUndone ? null : revision
  const action = actionOf(before, after)
  const change: Change<Content> = { action, customer, factId, before, after, telling }
  const { answer, writes = [] } = kind.consequences?.follow(change, rows, call) ?? {}
  const { at, authorId: loggedBy } = revision.content
  const said = kind.said(revision.content, { at, day: revision.fact.day })
  return {
    answer: {
      fact: { ...said, id: factId, at: formatInstant(at), authorId: loggedBy, undone: isUndone },
      ...answer,
    },
    writes: action
      ? [
          ...kind.table.save(env.DB, workspaceId, factsOf(after), factsOf(before), now, null),
          addAudit(
            env.DB,
            workspaceId,
            { authorId, action, kind: kind.name, customerId: customer.id, factId },
            now,
          ),
          ...writes,
        ]
      : [],
  }
}

function actionOf<Content>(
  before: Revision<Content> | null,
  after: Revision<Content> | null,
): AuditAction | null {
  if (!before) return 'log'
  const { isLive, day, content } = before.fact
  if (!after) return isLive ? 'undo' : null
  if (!isLive) return 'redo'
  const isSame =
    after.fact.day === day && after.fact.content.every((value, index) => value === content[index])
  return isSame ? null : 'correct'
}

/** What is live of a revision: it alone, or nothing. */
function factsOf<Content>(revision: Revision<Content> | null): StoredFact[] {
  return revision?.fact.isLive ? [revision.fact] : []
}

/** To whom a customer or fact belongs makes no difference in words to one that is not there. */
export function notFound(): Failure {
  return new Failure('not_found', 'There is no such customer or fact.')
}
