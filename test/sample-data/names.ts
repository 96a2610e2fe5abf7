// Draws who a made-up customer is: name, address, telephone, company, and which of us looks after them.

import type { Person } from './life.ts'
import { type NamePool, namePools } from './name-pools.ts'
import { madeUpPhone, type PhoneCountry } from './phones.ts'
import type { Random } from './random.ts'

/** The members who look after customers. */
const owners = ['Tomas', 'Aistė', 'Marta', 'Viktoras', 'Olga'] as const

const initials = ['A', 'D', 'K', 'L', 'M', 'R', 'S', 'V'] as const

const mailProviders = ['postbox.example', 'brightmail.example', 'inbox.example'] as const

/**
 * The person at `ordinal`; half of them buy for a company, one in eight gave no telephone.
 * @param taken names, addresses and telephones already given away; the person's own are added.
 */
export function drawPerson(random: Random, ordinal: number, taken: Set<string>): Person {
  const pool = drawPool(random)
  const { name, mailbox } = drawFreeName(random, pool, taken)
  const company = random.chance(0.5) ? random.pick(pool.companies) : undefined
  const domain = company ? `${company[1]}.example` : random.pick(mailProviders)
  const email = freeAddress(mailbox, domain, taken)
  const phone = random.chance(7 / 8) ? freePhone(pool.country, ordinal, taken) : undefined
  return {
    name,
    email,
    ...(phone && { phone }),
    ...(company && { company: company[0] }),
    owner: random.pick(owners),
    language: pool.language,
  }
}

function drawPool(random: Random): NamePool {
  let left = random.uniform() * namePools.reduce((sum, pool) => sum + pool.share, 0)
  for (const pool of namePools) {
    left -= pool.share
    if (left < 0) return pool
  }
  return namePools[0]
}

/** A name nobody has yet; where the pool is used up, one with more initials. */
function drawFreeName(random: Random, pool: NamePool, taken: Set<string>) {
  let drawn = drawName(random, pool)
  for (let attempt = 0; attempt < 50 && taken.has(drawn.name); attempt++) drawn = drawName(random, pool)
  while (taken.has(drawn.name)) drawn.name += ` ${random.pick(initials)}.`
  taken.add(drawn.name)
  return drawn
}

function drawName(random: Random, pool: NamePool) {
  const { given, family } = random.pick(pool.people)
  const [givenWritten, givenAscii] = random.pick(given)
  const [familyWritten, familyAscii] = random.pick(family)
  const name = pool.familyFirst ? familyWritten + givenWritten : `${givenWritten} ${familyWritten}`
  return { name, mailbox: `${givenAscii}.${familyAscii}` }
}

function freeAddress(mailbox: string, domain: string, taken: Set<string>): string {
  let email = `${mailbox}@${domain}`
  for (let number = 2; taken.has(email); number++) email = `${mailbox}${number}@${domain}`
  taken.add(email)
  return email
}

function freePhone(country: PhoneCountry, ordinal: number, taken: Set<string>): string | undefined {
  const phone = madeUpPhone(country, ordinal)
  if (taken.has(phone)) return undefined
  taken.add(phone)
  return phone
}
