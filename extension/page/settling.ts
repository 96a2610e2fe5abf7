// When a reading is believed: a state machine over readings and navigations, with the time as an argument.
// No page and no clock: watch-customer.ts has both.

import { type Identity, sameIdentity } from '../../shared/identity.ts'
import type { Evidence, Reading } from '../adapters/adapter.ts'

/** A reading is believed once it was read twice, this far apart. */
export const confirmMs = 60
/** How long the previous customer, or a page that makes no sense yet, is taken for a page still being drawn. */
export const longestHoldMs = 1_500

export interface Settling {
  /** Grows whenever another customer may stand on the page. */
  question: number
  /** When this question began. */
  since: number
  /** What was believed for this question; null while it settles. */
  accepted: Reading | null
  /** What was believed before, or stood on the page as its address changed. */
  previous: Reading | null
  /** Read, and not believed yet. */
  candidate: { reading: Reading; since: number } | null
}

export interface Step {
  state: Settling
  /** `settling`: whoever was shown is gone at once. `accepted`: `state.accepted` is new. */
  say: 'settling' | 'accepted' | null
  /** The page has to be read again after so long, even where nothing in it changes. */
  readAgainInMs: number | null
}

/** A document nothing was asked about yet. */
export const unasked: Settling = { question: 0, since: 0, accepted: null, previous: null, candidate: null }

/** The first question of a document. */
export function begin(now: number): Step {
  return nextQuestion(unasked, null, now)
}

/**
 * The page's address changed.
 * @param shown what stands on the page at that moment: drawn for the address before, and perhaps never believed.
 */
export function navigate(state: Settling, shown: Reading, now: number): Step {
  const previous = 'missing' in shown ? (state.accepted ?? state.previous) : shown
  return nextQuestion({ ...state, accepted: null, previous }, null, now)
}

/**
 * The page was read.
 * @param hasChanged whether the reading's evidence was changed or replaced since the question began.
 */
export function read(state: Settling, reading: Reading, hasChanged: boolean, now: number): Step {
  if (!state.accepted) return settle(state, reading, hasChanged, now)
  if (isEqual(state.accepted, reading)) return { state: { ...state, candidate: null }, ...quiet }
  if (!isMoreAbout(state.accepted, reading)) return nextQuestion(state, { reading, since: now }, now)
  return settle(state, reading, true, now)
}

const quiet = { say: null, readAgainInMs: null }

function nextQuestion(state: Settling, candidate: Settling['candidate'], now: number): Step {
  return {
    state: {
      question: state.question + 1,
      since: now,
      accepted: null,
      previous: state.accepted ?? state.previous,
      candidate,
    },
    say: 'settling',
    readAgainInMs: confirmMs,
  }
}

function settle(state: Settling, reading: Reading, hasChanged: boolean, now: number): Step {
  const isRepeated = state.candidate !== null && isEqual(state.candidate.reading, reading)
  const candidate = isRepeated && state.candidate ? state.candidate : { reading, since: now }
  const waitMs = Math.max(
    candidate.since + confirmMs - now,
    mayBeLeftover(state, reading, hasChanged) ? state.since + longestHoldMs - now : 0,
  )
  if (waitMs > 0) return { state: { ...state, candidate }, say: null, readAgainInMs: waitMs }
  return { state: { ...state, accepted: reading, candidate: null }, say: 'accepted', readAgainInMs: null }
}

/** The previous customer's own unchanged evidence, or a page in which nothing stands where it should. */
function mayBeLeftover({ previous }: Settling, reading: Reading, hasChanged: boolean): boolean {
  if ('missing' in reading) return reading.missing === 'not-understood'
  if (hasChanged || !previous) return false
  const before = identitiesOf(previous)
  return identitiesOf(reading).some(identity => before.some(other => sameIdentity(identity, other)))
}

/** The same customer, of whom the page shows something more or less: nobody has to disappear. */
function isMoreAbout(accepted: Reading, reading: Reading): boolean {
  if (!('found' in accepted && 'found' in reading)) return false
  const identities = identitiesOf(accepted)
  const [first] = identitiesOf(reading)
  const isSame = first !== undefined && identities[0] !== undefined && sameIdentity(first, identities[0])
  return isSame && !identitiesOf(reading).some(identity => contradicts(identities, identity))
}

function contradicts(identities: readonly Identity[], identity: Identity): boolean {
  const ofKind = identities.filter(({ kind, host }) => kind === identity.kind && host === identity.host)
  return ofKind.length > 0 && !ofKind.some(other => sameIdentity(other, identity))
}

function isEqual(one: Reading, other: Reading): boolean {
  if ('missing' in one || 'missing' in other) {
    return 'missing' in one && 'missing' in other && one.missing === other.missing
  }
  if ('found' in one !== 'found' in other) return false
  const identities = identitiesOf(other)
  const before = identitiesOf(one)
  return (
    before.length === identities.length &&
    before.every((identity, at) => identities[at] !== undefined && sameIdentity(identity, identities[at]))
  )
}

function identitiesOf(reading: Reading): Identity[] {
  return evidenceOf(reading).map(({ identity }) => identity)
}

/** Everything a reading stands on, most trusted first. */
export function evidenceOf(reading: Reading): readonly Evidence[] {
  if ('found' in reading) return reading.found
  return 'several' in reading ? reading.several : []
}
