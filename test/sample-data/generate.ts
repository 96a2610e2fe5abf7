// Sample data: customers with two years of purchases, scores and irritants, in the rows the Worker's bulk API takes.
// Pure: the same seed, number and moment give the same rows.

import type { CustomerRow, PurchaseRow, ResponseRow } from '../../shared/facts.ts'
import type { Identity } from '../../shared/identity.ts'
import { dayMs, formatInstant } from '../../shared/time.ts'
import type { Annoyed, Life, Person } from './life.ts'
import { drawPerson } from './names.ts'
import { drawPurchases, drawPurchaseTimes } from './purchases.ts'
import { createRandom, type Random } from './random.ts'
import { showcase } from './showcase.ts'
import { drawAnnoyances, drawAnswers } from './voice.ts'

const historyDays = 730
/** One in twenty has not bought yet. */
const prospects = 0.05

/** One occurrence, to be logged on the customer found by `customer`. */
export interface SampleIrritant {
  customer: Identity[]
  category: string
  note: string
  /** ISO 8601 with offset, as `solvedAt`. */
  at: string
  solvedAt?: string
}

export interface SampleData {
  customers: CustomerRow[]
  purchases: PurchaseRow[]
  responses: ResponseRow[]
  irritants: SampleIrritant[]
}

/**
 * About two years up to `now`; the first twelve customers are the showcase, the others are drawn.
 * @param now epoch milliseconds; nothing lies after it
 */
export function generateSampleData({
  now,
  seed = 1,
  customers = 400,
}: {
  now: number
  seed?: number
  customers?: number
}): SampleData {
  const stories = showcase(now).slice(0, customers)
  const lives = [...stories, ...drawLives(createRandom(seed), stories, customers, now)]
  return {
    customers: lives.map(({ person }, index) => customerRow(person, index)),
    purchases: inOrder(lives, life => life.bought).map(({ person, fact }, index) => ({
      source: 'demo-shop',
      externalId: numbered('O', index + 1, 6),
      customer: [emailOf(person)],
      at: formatInstant(fact.at),
      amountMinor: fact.amountMinor,
      currency: 'EUR',
      ...(fact.product && { product: fact.product }),
    })),
    responses: inOrder(lives, life => life.answered).map(({ person, fact }, index) => ({
      source: 'demo-survey',
      externalId: numbered('S', index + 1, 5),
      customer: [emailOf(person)],
      at: formatInstant(fact.at),
      score: fact.score,
      touchpoint: fact.touchpoint,
      ...(fact.comment && { comment: fact.comment }),
    })),
    irritants: inOrder(lives, life => life.annoyed).map(({ person, fact }) => irritant(person, fact)),
  }
}

function drawLives(random: Random, stories: Life[], customers: number, now: number): Life[] {
  const taken = new Set(stories.flatMap(({ person }) => [person.name, person.email, person.phone ?? '']))
  const lives: Life[] = []
  for (let ordinal = stories.length; ordinal < customers; ordinal++) {
    lives.push(drawLife(random.fork(ordinal), ordinal, taken, now))
  }
  return lives
}

function drawLife(random: Random, ordinal: number, taken: Set<string>, now: number): Life {
  const person = drawPerson(random.fork(0), ordinal, taken)
  const from = now - random.uniform() * historyDays * dayMs
  const times = random.chance(prospects) ? [] : drawPurchaseTimes(random.fork(1), from, now)
  return {
    person,
    bought: drawPurchases(random.fork(2), times, now),
    answered: drawAnswers(random.fork(3), times, person.language, now),
    annoyed: drawAnnoyances(random.fork(4), times, now),
  }
}

function customerRow(person: Person, index: number): CustomerRow {
  const record = numbered('C', index + 1, 4)
  return {
    source: 'demo-crm',
    externalId: record,
    customer: [
      { kind: 'record', host: 'demo-crm', value: record },
      emailOf(person),
      ...(person.phone ? [{ kind: 'phone' as const, value: person.phone }] : []),
    ],
    name: person.name,
    ...(person.company && { company: person.company }),
    owner: person.owner,
  }
}

function irritant(person: Person, { category, note, at, solvedAt }: Annoyed): SampleIrritant {
  return {
    customer: [emailOf(person)],
    category,
    note,
    at: formatInstant(at),
    ...(solvedAt && { solvedAt: formatInstant(solvedAt) }),
  }
}

/** The facts of all lives, oldest first, each with whose it is. */
function inOrder<Fact extends { at: number }>(lives: Life[], factsOf: (life: Life) => Fact[]) {
  return lives
    .flatMap(life => factsOf(life).map(fact => ({ person: life.person, fact })))
    .sort((one, other) => one.fact.at - other.fact.at)
}

function emailOf(person: Person): Identity {
  return { kind: 'email', value: person.email }
}

/** `numbered('C', 12, 4)` -> `C-0012`. */
function numbered(letter: string, number: number, digits: number): string {
  return `${letter}-${String(number).padStart(digits, '0')}`
}
