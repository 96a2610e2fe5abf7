// From the addresses on a page to a reading: one person is found, several are for the member to choose from.
// Addresses are compared as they are stored and handed on as they were read.

import { normaliseEmail } from '../../shared/identity.ts'
import type { Evidence, Reading } from './adapter.ts'

/** Somebody's address and the element it stood in. */
export interface Person extends Evidence {
  node: Element
}

/** @param value as it stands on the page. @returns null where it is no address. */
export function readPerson(value: string | null, rule: string, node: Element): Person | null {
  const trimmed = value?.trim() ?? ''
  return normaliseEmail(trimmed) ? { identity: { kind: 'email', value: trimmed }, rule, node } : null
}

/** One person, several (the first is the likeliest), or else `otherwise`. */
export function readPeople(people: readonly Person[], otherwise: Reading): Reading {
  const [first, second, ...more] = withoutRepeats(people)
  if (!first) return otherwise
  return second ? { several: [first, second, ...more] } : { found: [first] }
}

/** Those whose address is not in `own`, a set of normalised addresses. */
export function without(own: ReadonlySet<string>, people: readonly Person[]): Person[] {
  return people.filter(({ identity }) => !own.has(normaliseEmail(identity.value) ?? ''))
}

/** Neither we ourselves nor anybody else at our own company; everybody shares gmail.com. */
export function outside(own: ReadonlySet<string>, people: readonly Person[]): Person[] {
  const ownDomains = new Set([...own].map(domainOf).filter(domain => domain !== 'gmail.com'))
  return without(own, people).filter(
    ({ identity }) => !ownDomains.has(domainOf(normaliseEmail(identity.value) ?? '')),
  )
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

function withoutRepeats(people: readonly Person[]): Person[] {
  const seen = new Map<string, Person>()
  for (const person of people) {
    const address = normaliseEmail(person.identity.value) ?? person.identity.value
    if (!seen.has(address)) seen.set(address, person)
  }
  return [...seen.values()]
}
