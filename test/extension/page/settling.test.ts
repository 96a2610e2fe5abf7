import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence, Reading } from '../../../extension/adapters/adapter.ts'
import {
  begin,
  confirmMs,
  longestHoldMs,
  navigate,
  read,
  type Settling,
  type Step,
} from '../../../extension/page/settling.ts'

const anna = found('anna@example.com')
const ben = found('ben@example.com')
const nobody: Reading = { missing: 'no-customer' }
const puzzle: Reading = { missing: 'not-understood' }

function evidence(value: string): Evidence {
  return { identity: { kind: 'email', value }, rule: 'sender-2026-11', node: null }
}

function found(value: string, ...others: Evidence[]): Reading {
  return { found: [evidence(value), ...others] }
}

/** A page on which one customer has been believed for a while. */
function settledOn(reading: Reading): Settling {
  const first = read(begin(0).state, reading, true, 0)
  return read(first.state, reading, true, confirmMs).state
}

describe('a reading', () => {
  test('is believed once it was read twice 60 ms apart', () => {
    const once = read(begin(0).state, anna, true, 10)
    expect(once).toMatchObject({ say: null, readAgainInMs: confirmMs })
    const tooSoon = read(once.state, anna, true, 10 + confirmMs - 1)
    expect(tooSoon).toMatchObject({ say: null, readAgainInMs: 1 })
    expect(read(tooSoon.state, anna, true, 10 + confirmMs)).toMatchObject({
      say: 'accepted',
      state: { question: 1, accepted: anna },
    })
  })

  test('begins to be confirmed anew when it differs in between', () => {
    const once = read(begin(0).state, anna, true, 0)
    const other = read(once.state, ben, true, 50)
    expect(read(other.state, anna, true, 100)).toMatchObject({ say: null, readAgainInMs: confirmMs })
  })

  test('that says the same again changes nothing', () => {
    const state = settledOn(anna)
    expect(read(state, found('anna@example.com'), false, 5000)).toEqual({
      state,
      say: null,
      readAgainInMs: null,
    })
  })

  test('of the same customer with more about them keeps the question and hides nobody', () => {
    const phone = { ...evidence(''), identity: { kind: 'phone' as const, value: '+37060000000' } }
    const more = found('anna@example.com', phone)
    const once = read(settledOn(anna), more, false, 1000)
    expect(once.say).toBeNull()
    expect(read(once.state, more, false, 1000 + confirmMs)).toMatchObject({
      say: 'accepted',
      state: { question: 1, accepted: more },
    })
  })

  test('of somebody else hides the customer at once, with no navigation at all', () => {
    const step = read(settledOn(anna), ben, false, 1000)
    expect(step).toMatchObject({ say: 'settling', state: { question: 2, accepted: null } })
    expect(read(step.state, ben, false, 1000 + confirmMs)).toMatchObject({ say: 'accepted' })
  })

  test('of several people is not the reading of one of them', () => {
    const both: Reading = { several: [evidence('anna@example.com'), evidence('ben@example.com')] }
    expect(read(settledOn(anna), both, false, 1000).say).toBe('settling')
  })
})

describe('after a navigation', () => {
  const left = navigate(settledOn(anna), anna, 1000)

  test('whoever was shown is gone at once', () => {
    expect(left).toMatchObject({ say: 'settling', state: { question: 2, accepted: null } })
  })

  test('the previous customer is held while their evidence stands unchanged, at most 1.5 s', () => {
    const once = read(left.state, anna, false, 1060)
    const again = read(once.state, anna, false, 1060 + confirmMs)
    expect(again).toMatchObject({ say: null, readAgainInMs: longestHoldMs - 60 - confirmMs })
    expect(read(again.state, anna, false, 1000 + longestHoldMs).say).toBe('accepted')
  })

  test('the previous customer is believed as soon as their evidence was changed or replaced', () => {
    const once = read(left.state, anna, false, 1060)
    expect(read(once.state, anna, true, 1060 + confirmMs).say).toBe('accepted')
  })

  test('somebody who was on the page unread, and was never believed, is held like the previous customer', () => {
    const twice = navigate(left.state, ben, 1100)
    const once = read(twice.state, ben, false, 1160)
    expect(read(once.state, ben, false, 1160 + confirmMs).say).toBeNull()
  })

  test('a page that makes no sense yet is waited for', () => {
    const once = read(left.state, puzzle, true, 1060)
    expect(read(once.state, puzzle, true, 1200)).toMatchObject({ say: null })
    expect(read(once.state, puzzle, true, 1000 + longestHoldMs).say).toBe('accepted')
  })

  test('a page without a customer is believed like any reading', () => {
    const once = read(left.state, nobody, false, 1060)
    expect(read(once.state, nobody, false, 1060 + confirmMs).say).toBe('accepted')
  })
})

type Event = { wait: number } & ({ navigate: Reading } | { read: Reading; hasChanged: boolean })

const readings = fc.constantFrom(anna, ben, nobody, puzzle)
const events: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    fc.record({ wait: fc.nat(400), navigate: readings }),
    fc.record({ wait: fc.nat(400), read: readings, hasChanged: fc.boolean() }),
  ),
  { maxLength: 40 },
)

/** Each step with the event and the time that led to it. */
function play(story: Event[]): { event: Event; now: number; before: Settling; step: Step }[] {
  let now = 0
  let state = begin(0).state
  return story.map(event => {
    now += event.wait
    const before = state
    const step =
      'navigate' in event
        ? navigate(state, event.navigate, now)
        : read(state, event.read, event.hasChanged, now)
    state = step.state
    return { event, now, before, step }
  })
}

describe('whatever happens', () => {
  test('the question grows by one exactly when somebody may have to disappear', () => {
    fc.assert(
      fc.property(events, story => {
        for (const { before, step } of play(story)) {
          const grown = step.say === 'settling' ? 1 : 0
          expect(step.state.question).toBe(before.question + grown)
        }
      }),
    )
  })

  test('nobody is believed who was not read twice in a row, 60 ms apart, since the question began', () => {
    fc.assert(
      fc.property(events, story => {
        const steps = play(story)
        steps.forEach(({ now, step }, at) => {
          if (step.say !== 'accepted') return
          const earlier = steps
            .slice(0, at)
            .filter(({ step: { state } }) => state.question === step.state.question)
          const firstEqual = earlier.findLastIndex(
            ({ event }) => !('read' in event) || event.read !== step.state.accepted,
          )
          const since = earlier[firstEqual + 1]
          expect(since && now - since.now).toBeGreaterThanOrEqual(confirmMs)
        })
      }),
    )
  })

  test('nobody who stood on the page as its address changed is believed unchanged within 1.5 s', () => {
    fc.assert(
      fc.property(events, story => {
        for (const { event, now, step } of play(story)) {
          if (step.say !== 'accepted' || !('read' in event) || event.hasChanged) continue
          if ('missing' in event.read || step.state.previous !== event.read) continue
          expect(now - step.state.since).toBeGreaterThanOrEqual(longestHoldMs)
        }
      }),
    )
  })

  test('a question that is not answered yet always asks to be read again', () => {
    fc.assert(
      fc.property(events, story => {
        for (const { step } of play(story)) {
          if (!step.state.accepted) expect(step.readAgainInMs).toBeGreaterThan(0)
        }
      }),
    )
  })
})
