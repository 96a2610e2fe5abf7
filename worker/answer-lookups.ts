// Lookups in, answers out: identities -> asks -> histories -> one customer, several, or nobody -> snapshot.

import type { BadgeAnswer, LookupRequest, PanelAnswer } from '../shared/api.ts'
import type { Identity } from '../shared/identity.ts'
import type { Match } from '../shared/snapshot.ts'
import type { Moment } from './metrics/metric.ts'
import { hintsOf, type NormalIdentity, needsRegion, normaliseIdentity } from './normalise-identity.ts'
import { type Ask, correctedRanks, type Found, firstHint, type LookUp } from './repositories/histories.ts'
import { candidateOf, takeBadge, takeSnapshot } from './take-snapshot.ts'

type Lookup = LookupRequest['lookups'][number]

/** What each lookup asks the database: its identities in the order of the request, then what they hint at. */
export function asksOf(lookups: readonly Lookup[], region: string): Ask[] {
  return lookups.flatMap(({ identities }, lookup) => {
    const stated = identities.flatMap((identity, rank) => {
      const normal = normaliseIdentity(identity, region)
      return normal ? [{ lookup, rank, identity: normal }] : []
    })
    const hinted = stated.flatMap(({ rank, identity }) =>
      hintsOf(identity).map((hint, index) => ({
        lookup,
        rank: firstHint * (index + 1) + rank,
        identity: hint,
      })),
    )
    return [...stated, ...hinted]
  })
}

/** Do any of the lookups depend on the workspace's region? */
export function needRegion(lookups: readonly Lookup[]): boolean {
  return lookups.some(({ identities }) => identities.some(needsRegion))
}

/** The answers in the order of the lookups. */
export function answerLookups(
  request: LookupRequest,
  asks: readonly Ask[],
  lookUp: LookUp,
  at: number,
): (PanelAnswer | BadgeAnswer)[] {
  const { who, today, settings, fit, settingsVersion } = lookUp
  const { timeZone, currency } = who
  const moment: Moment = { at, today, timeZone, currency, locale: request.locale, settings, fit }
  return request.lookups.map(({ identities }, lookup) => {
    const asked = asks.filter(ask => ask.lookup === lookup)
    const found = oneEach(lookUp.found.filter(one => one.lookup === lookup))
    const [corrected] = found.filter(({ rank }) => rank < 0)
    const certain = corrected ? [corrected] : found.filter(({ rank }) => rank < firstHint)
    const [only, ...more] = certain
    if (only && more.length === 0) {
      const match = matchOf(only, identities, asked, found)
      return request.view === 'panel'
        ? { match, snapshot: takeSnapshot(only.subject, match, moment, settingsVersion) }
        : { match, snapshot: takeBadge(only.subject, moment) }
    }
    const several = certain.length > 0 ? certain : found
    if (several.length > 0)
      return { several: several.map(one => candidateOf(one.subject, evidenceOf(one, asked))) }
    return { missing: asked.length > 0 ? 'unknown_customer' : 'no_usable_identity' }
  })
}

/** A customer once, by the best of the identities that led to them. */
function oneEach(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>()
  for (const one of found.toSorted((one, other) => one.rank - other.rank)) {
    if (!best.has(one.subject.customer.id)) best.set(one.subject.customer.id, one)
  }
  return [...best.values()]
}

function matchOf(
  only: Found,
  identities: readonly Identity[],
  asked: readonly Ask[],
  found: readonly Found[],
): Match {
  const corrected = correctionOf(only)
  const { kind, value } = identities[statedRank(only)] ?? { kind: 'record', value: only.subject.customer.id }
  const others = found.filter(one => one !== only)
  return {
    ...(corrected && { corrected }),
    by: kind,
    evidence: value,
    others: others.map(one => candidateOf(one.subject, evidenceOf(one, asked))),
  }
}

function correctionOf({ rank }: Found): Match['corrected'] {
  if (rank >= 0) return undefined
  return rank < correctedRanks.shared ? 'own' : 'shared'
}

/** The rank of the identity itself, whatever a correction made of it. */
function statedRank(found: Found): number {
  const corrected = correctionOf(found)
  return corrected ? found.rank - correctedRanks[corrected] : found.rank
}

function evidenceOf(found: Found, asked: readonly Ask[]): string {
  const rank = statedRank(found)
  const identity: NormalIdentity | undefined = asked.find(ask => ask.rank === rank)?.identity
  return identity?.value ?? ''
}
