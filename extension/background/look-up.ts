// One look-up: reading -> newest? -> cached? show -> in flight? join -> ask -> keep -> newest still? -> show.
// Which question is newest is the caller's knowledge: it aborts `signal` when a newer one arrives.

import type { PanelAnswer } from '../../shared/api.ts'
import type { Identity } from '../../shared/identity.ts'
import type { Locale } from '../../shared/locale.ts'
import type { Match } from '../../shared/snapshot.ts'
import { adapters } from '../adapters/index.ts'
import type { SentReading } from '../messages.ts'
import type { PanelView } from '../panel-state.ts'
import type { StoredQuestion } from '../stored.ts'
import { InFlight } from './in-flight.ts'
import { pendingOf } from './outbox.ts'
import { readSession, revokeSession, type Session, workspaceOf } from './session.ts'
import { type CachedAnswer, findAnswer, keepAnswer } from './snapshot-cache.ts'
import { askLookups, type Outcome } from './worker-client.ts'

/** A snapshot made so lately is not asked for again, unless the member wants it. */
export const freshMs = 5_000

export interface LookUp {
  question: StoredQuestion
  /** In which language the Worker is to word it. */
  readLocale: () => Promise<Locale>
  clock: () => number
  signal: AbortSignal
  /** Ask the Worker even where the snapshot is fresh. */
  again: boolean
  show: (view: PanelView) => void
}

type Wanted = LookUp & { session: Session; identities: Identity[]; asked: string }

const inFlight = new InFlight<Outcome<PanelAnswer[]>>()

/** Shows what is known, then what the Worker says. Ends silently where a newer question came. */
export async function lookUp(request: LookUp): Promise<void> {
  const { question, signal } = request
  const identities = identitiesOf(question.reading)
  if (!identities) return show(request, viewWithoutCustomer(question))
  const session = await readSession()
  if (!session || !('token' in session)) return show(request, { is: 'signed-out', revoked: session !== null })
  const asked = JSON.stringify([question.chosen, ...identities.map(describe)])
  const wanted = { ...request, session, identities, asked }
  const cached = await findAnswer(session, asked, request.clock())
  const isFresh = cached && !request.again && cached.fetchedAt > request.clock() - freshMs
  await showCached(wanted, cached, isFresh ? 'fresh' : 'refreshing')
  if (isFresh || signal.aborted) return
  const outcome = await askOnce(wanted)
  if (outcome) await showOutcome(wanted, outcome, cached)
}

/** @returns null where nobody waits for the answer any more. */
async function askOnce(wanted: Wanted): Promise<Outcome<PanelAnswer[]> | null> {
  const { question, session, identities } = wanted
  const locale = await wanted.readLocale()
  const lookups = [{ identities }, ...chosenLookup(question.chosen)]
  const key = `${workspaceOf(session)} ${session.token} ${locale} ${wanted.asked}`
  try {
    return await inFlight.join(key, signal => askLookups(session, { lookups, locale }, signal), wanted.signal)
  } catch (error) {
    if (wanted.signal.aborted) return null
    throw error
  }
}

async function showOutcome(
  wanted: Wanted,
  outcome: Outcome<PanelAnswer[]>,
  cached: CachedAnswer | null,
): Promise<void> {
  if ('revoked' in outcome) {
    await revokeSession(wanted.session)
    return show(wanted, { is: 'signed-out', revoked: true })
  }
  if (!('answer' in outcome)) {
    const trouble = 'trouble' in outcome ? outcome.trouble : 'failing'
    return cached ? await showCached(wanted, cached, trouble) : show(wanted, { is: 'trouble', trouble })
  }
  const answer = joinAnswers(outcome.answer, wanted.question.chosen, wanted.identities)
  if (!('snapshot' in answer)) return show(wanted, viewWithoutSnapshot(answer, wanted.identities))
  const found = { ...answer, fetchedAt: wanted.clock() }
  await keepAnswer(wanted.session, wanted.asked, found)
  await showCached(wanted, found, 'fresh')
}

type Freshness = Extract<PanelView, { is: 'customer' }>['freshness']

async function showCached(wanted: Wanted, cached: CachedAnswer | null, freshness: Freshness): Promise<void> {
  if (!cached) return show(wanted, { is: 'loading', evidence: evidenceOf(wanted.identities) })
  const pending = await pendingOf(wanted.session, cached.snapshot.customer.id)
  show(wanted, { is: 'customer', ...cached, freshness, pending })
}

function show({ signal, show: showView }: LookUp, view: PanelView): void {
  if (!signal.aborted) showView(view)
}

function identitiesOf(reading: SentReading): Identity[] | null {
  if ('found' in reading) return reading.found
  return 'several' in reading ? reading.several : null
}

function viewWithoutCustomer({ reading, host }: StoredQuestion): PanelView {
  if ('settling' in reading) return { is: 'settling' }
  const isUnderstood = 'missing' in reading && reading.missing === 'no-customer'
  const hostName = adapters.find(adapter => adapter.id === host)?.name ?? host
  return isUnderstood ? { is: 'no-customer' } : { is: 'not-understood', hostName }
}

function viewWithoutSnapshot(
  answer: Exclude<PanelAnswer, { snapshot: unknown }>,
  identities: Identity[],
): PanelView {
  if ('several' in answer) return { is: 'several', candidates: answer.several }
  return { is: 'not-found', evidence: evidenceOf(identities) }
}

/**
 * The second of two answers is the chosen customer's; the first still says whom else the page could mean,
 * so that a wrong choice can be taken back.
 */
function joinAnswers(
  [asked, chosen]: PanelAnswer[],
  customerId: string | null,
  identities: Identity[],
): PanelAnswer {
  const first = asked ?? { missing: 'unknown_customer' }
  if (!chosen || !('snapshot' in chosen)) return first
  const candidates = candidatesOf(first)
  const evidence = candidates.find(candidate => candidate.customerId === customerId)?.evidence
  const identity = identities.find(({ value }) => value === evidence)
  const match: Match = {
    by: identity?.kind ?? chosen.match.by,
    evidence: evidence ?? chosen.match.evidence,
    others: candidates.filter(candidate => candidate.customerId !== customerId),
  }
  return { ...chosen, match }
}

function candidatesOf(answer: PanelAnswer): Match['others'] {
  if ('several' in answer) return answer.several
  if (!('snapshot' in answer)) return []
  const { customer } = answer.snapshot
  const { evidence, others } = answer.match
  return [{ customerId: customer.id, name: customer.name, evidence }, ...others]
}

function chosenLookup(customerId: string | null): { identities: Identity[] }[] {
  return customerId ? [{ identities: [{ kind: 'record', host: 'holdfast', value: customerId }] }] : []
}

function evidenceOf(identities: Identity[]): string {
  return identities[0]?.value ?? ''
}

/** Two identities that mean the same have the same description, whatever the order of their fields. */
function describe({ kind, value, host, type }: Identity): string[] {
  return [kind, value, host ?? '', type ?? '']
}
