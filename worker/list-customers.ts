// A page of customers by where they stand: which ones -> their histories -> badges. Today by what is stored; of a
// past moment by looking at everybody known then, some at a time, so a page may hold fewer than asked for.

import type { CustomerList } from '../shared/api.ts'
import type { Locale } from '../shared/locale.ts'
import { type StatusId, statusIds } from '../shared/snapshot.ts'
import { dayOf, parseMoment } from '../shared/time.ts'
import { admit } from './authenticate.ts'
import type { Env } from './env.ts'
import { ownHost } from './normalise-identity.ts'
import { assumingPlace } from './place.ts'
import { type CustomerPage, readByStatus, readKnownBy } from './repositories/customer-lists.ts'
import { type LookUp, readHistories } from './repositories/histories.ts'
import { statusAt } from './standing.ts'
import { type Subject, takeBadge } from './take-snapshot.ts'
import type { Credentials } from './token.ts'

export interface ListQuestion {
  /** Null for every status. */
  statuses: readonly StatusId[] | null
  ownerId: string | null
  asOf: string | null
  knownAt: string | null
  /** The last id of the page before; '' for the first page. */
  after: string
  /** At most a hundred. */
  most: number
  locale: Locale
}

/** Pages of everybody that one request looks at for a past moment: two statements each. */
const mostPagesOfPast = 10
const pastPageSize = 100

export async function listCustomers(
  db: Env['DB'],
  credentials: Credentials,
  question: ListQuestion,
  now: number,
): Promise<CustomerList> {
  const isPast = question.asOf !== null || question.knownAt !== null
  const answer = await assumingPlace(
    credentials.workspaceId,
    { region: false, timeZone: true },
    async ({ timeZone }) => {
      const list = isPast ? listPast : listPresent
      return list(db, credentials, question, timeZone, now)
    },
  )
  admit(answer?.place ?? null)
  return answer?.list ?? { customers: [], next: null }
}

interface Listed {
  place: CustomerPage['who']
  list: CustomerList
}

async function listPresent(
  db: Env['DB'],
  credentials: Credentials,
  { statuses, ownerId, after, most, locale }: ListQuestion,
  timeZone: string,
  now: number,
): Promise<Listed | null> {
  const asked = { today: dayOf(now, timeZone), statuses: statuses ?? statusIds, ownerId, after, most }
  const page = await readByStatus(db, credentials, asked)
  if (!page) return null
  const { who, ids } = page
  const lookUp = await readSubjects(db, credentials, ids, { at: now, knownAt: null, now })
  const customers = lookUp ? subjectsOf(lookUp).map(one => rowOf(one, lookUp, now, locale)) : []
  return { place: who, list: { customers, next: ids.length === most ? (ids.at(-1) ?? null) : null } }
}

async function listPast(
  db: Env['DB'],
  credentials: Credentials,
  { statuses, ownerId, asOf, knownAt: knownText, after, most, locale }: ListQuestion,
  timeZone: string,
  now: number,
): Promise<Listed | null> {
  const knownAt = momentOf(knownText, timeZone)
  const present = knownAt ?? now
  const at = momentOf(asOf, timeZone) ?? present
  const customers: CustomerList['customers'] = []
  let place: CustomerPage['who'] | null = null
  let last = after
  for (let pages = 0; pages < mostPagesOfPast; pages += 1) {
    const page = await readKnownBy(db, credentials, { knownAt: present, after: last, most: pastPageSize })
    if (!page) return null
    place = page.who
    const lookUp = await readSubjects(db, credentials, page.ids, { at, knownAt, now: present })
    for (const one of lookUp ? subjectsOf(lookUp) : []) {
      if (!lookUp || !isWanted(one, lookUp.today)) continue
      customers.push(rowOf(one, lookUp, at, locale))
      if (customers.length === most) return { place, list: { customers, next: one.customer.id } }
    }
    if (page.ids.length < pastPageSize) return { place, list: { customers, next: null } }
    last = page.ids.at(-1) ?? last
  }
  return place && { place, list: { customers, next: last } }

  function isWanted({ owner, history }: Subject, today: number): boolean {
    const { id } = statusAt(history.standing, today)
    return (statuses?.includes(id) ?? true) && (ownerId === null || owner?.id === ownerId)
  }
}

function readSubjects(
  db: Env['DB'],
  credentials: Credentials,
  ids: readonly string[],
  moments: { at: number; knownAt: number | null; now: number },
): Promise<LookUp | null> {
  const asks = ids.map((value, lookup) => ({
    lookup,
    rank: 0,
    identity: { kind: 'record' as const, value, host: ownHost },
  }))
  return readHistories(db, credentials, { asks, view: 'badge', ...moments })
}

/** In the order of ids. */
function subjectsOf({ found }: LookUp): Subject[] {
  return found.toSorted((one, other) => one.lookup - other.lookup).map(({ subject }) => subject)
}

function rowOf(
  subject: Subject,
  { who, today, settings, fit }: LookUp,
  at: number,
  locale: Locale,
): CustomerList['customers'][number] {
  const { timeZone, currency } = who
  const moment = { at, today, timeZone, currency, locale, settings, fit }
  return { ...takeBadge(subject, moment), owner: subject.owner }
}

function momentOf(text: string | null, timeZone: string): number | null {
  return text === null ? null : parseMoment(text, timeZone)
}
