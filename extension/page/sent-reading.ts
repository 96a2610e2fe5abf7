// A reading as it leaves the page: identities and the rules that found them, none of the page's nodes.

import type { Reading } from '../adapters/adapter.ts'
import type { SentReading } from '../messages.ts'

/** The contract takes so many identities at most; more than this on one page are no customer anyway. */
const mostIdentities = 20

export function toSent(reading: Reading): SentReading {
  if ('missing' in reading) return { missing: reading.missing }
  if ('several' in reading) {
    return { several: reading.several.slice(0, mostIdentities).map(({ identity }) => identity) }
  }
  const found = reading.found.slice(0, mostIdentities)
  return { found: found.map(({ identity }) => identity), rules: found.map(({ rule }) => rule) }
}
