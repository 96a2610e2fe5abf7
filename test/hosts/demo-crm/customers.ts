// The demo CRM's customer records, made from customer rows: who they are, and a few deals and notes to look at.

import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { CustomerRow } from '../../../shared/facts.ts'
import type { Identity } from '../../../shared/identity.ts'
import { dayMs, formatInstant } from '../../../shared/time.ts'
import { createRandom, type Random } from '../../sample-data/random.ts'
import type { CrmCustomer, Deal, Note } from './records.ts'

const dealTitles = [
  'Annual frame agreement',
  'Spring catalogue',
  'Fair stand',
  'Relabelling of the whole range',
  'Window lettering, two shops',
  'Packaging trial',
] as const

const stages = ['Proposal', 'Negotiation', 'Won', 'Won', 'On hold'] as const

const noteTexts = [
  'Prefers proofs on paper. Send two copies.',
  'Delivery to the back entrance, before noon.',
  'Asked about recycled stock; sent the sample book.',
  'New purchasing lead from next month, ask for the name.',
  'Wants one invoice a month, not one an order.',
] as const

/**
 * One record a row, in the same order.
 * @param now epoch milliseconds; notes lie before it
 */
export function crmCustomers(rows: readonly CustomerRow[], now: number): CrmCustomer[] {
  const random = createRandom(4711)
  return rows.map((row, index) => {
    const next = rows[(index + 1) % rows.length] ?? row
    return crmCustomer(row, next, random.fork(index), now)
  })
}

function crmCustomer(row: CustomerRow, next: CustomerRow, random: Random, now: number): CrmCustomer {
  const number = identityOf(row, 'phone')
  const owner = row.owner ?? 'Nobody'
  return {
    id: identityOf(row, 'record') ?? row.externalId,
    name: row.name ?? 'Unnamed',
    email: identityOf(row, 'email') ?? '',
    ...(number && { phone: { number, text: grouped(number) } }),
    ...(row.company && { company: row.company }),
    owner,
    deals: drawDeals(random),
    notes: drawNotes(random, owner, next, now),
  }
}

function identityOf(row: CustomerRow, kind: Identity['kind']): string | undefined {
  return row.customer.find(identity => identity.kind === kind)?.value
}

/** `+37060000901` -> `+370 600 00901`. */
function grouped(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number
}

function drawDeals(random: Random): Deal[] {
  const first = random.integer(0, dealTitles.length - 1)
  return Array.from({ length: random.integer(1, 3) }, (_, index) => ({
    title: dealTitles[(first + index) % dealTitles.length] ?? dealTitles[0],
    stage: random.pick(stages),
    amountMinor: random.integer(4, 180) * 10_000,
  }))
}

/** Two notes; every third customer's name somebody else's address, as notes in real CRMs do. */
function drawNotes(random: Random, owner: string, next: CustomerRow, now: number): Note[] {
  const first = random.integer(0, noteTexts.length - 1)
  const referral = `Sent by ${next.name} (${identityOf(next, 'email')}), who wants the same labels.`
  const texts = [
    random.chance(1 / 3) ? referral : noteTexts[first],
    noteTexts[(first + 1) % noteTexts.length],
  ]
  return texts.map((text, index) => ({
    at: formatInstant(now - (random.integer(3, 40) + index * 45) * dayMs),
    author: owner,
    text: text ?? noteTexts[0],
  }))
}
