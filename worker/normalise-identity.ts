// The one place where identities become comparable: addresses and domains by shared/identity.ts, phones to
// E.164 with the workspace's region, records by trimming.

import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import {
  emailWithoutTag,
  type Identity,
  type IdentityKind,
  normaliseDomain,
  normaliseEmail,
} from '../shared/identity.ts'

/** An identity as it is stored and compared; `host` is '' except for records. */
export interface NormalIdentity {
  kind: IdentityKind
  value: string
  host: string
}

/** Records of this host are Holdfast's own customer ids. */
export const ownHost = 'holdfast'
const longestPhone = 40

/**
 * @param region ISO 3166 country for phones written without one; an unknown region leaves only `+370...` readable.
 * @returns null when the value cannot be an identity of its kind.
 */
export function normaliseIdentity(identity: Identity, region: string): NormalIdentity | null {
  const value = normaliseValue(identity, region)
  if (value === null) return null
  return { kind: identity.kind, value, host: identity.kind === 'record' ? normaliseHost(identity.host) : '' }
}

/** Does this phone need the workspace's region to be understood? */
export function needsRegion({ kind, value }: Identity): boolean {
  return kind === 'phone' && !value.trim().startsWith('+')
}

/** What an unknown address may hint at: itself without its tag, then its company's domain. Never a match. */
export function hintsOf({ kind, value }: NormalIdentity): NormalIdentity[] {
  if (kind !== 'email') return []
  const untagged = emailWithoutTag(value)
  const domain = value.slice(value.lastIndexOf('@') + 1)
  return [
    ...(untagged ? [{ kind: 'email', value: untagged, host: '' } as const] : []),
    { kind: 'domain', value: domain, host: '' },
  ]
}

function normaliseValue({ kind, value }: Identity, region: string): string | null {
  switch (kind) {
    case 'email':
      return normaliseEmail(value)
    case 'domain':
      return normaliseDomain(value)
    case 'phone':
      return normalisePhone(value, region)
    case 'record':
      return value.trim().normalize('NFC') || null
  }
}

function normaliseHost(host = ''): string {
  return host.trim().toLowerCase()
}

function normalisePhone(text: string, region: string): string | null {
  if (text.length > longestPhone) return null
  const country: CountryCode | undefined = isSupportedCountry(region) ? region : undefined
  const number = parsePhoneNumberFromString(text.normalize('NFKC'), country)
  return number?.isPossible() ? number.number : null
}
