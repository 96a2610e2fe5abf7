import { describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/failure.ts'
import { dayOf, parseLocalDate } from '../../shared/time.ts'
import type { Who } from '../../worker/authenticate.ts'
import { dayNotBefore, dayOfText, laterMoment, pastMoment, type Telling } from '../../worker/telling.ts'

const day = (text: string) => parseLocalDate(text) ?? Number.NaN

/** In a zone, at a moment, of a fact that happened at another. */
function telling(timeZone: string, now: string, at: string): Telling {
  const who = { timeZone, currency: 'EUR' } as Who
  const happenedAt = Date.parse(at)
  return { who, now: Date.parse(now), at: happenedAt, day: dayOf(happenedAt, timeZone), params: {} }
}

function refused(act: () => unknown): Failure['details'] {
  try {
    act()
  } catch (thrown) {
    return (thrown as Failure).details
  }
  throw new Error('It was not refused.')
}

describe('a moment that is told', () => {
  // In Auckland the 24th has begun while it is still the 23rd in UTC.
  const auckland = telling('Pacific/Auckland', '2026-11-23T12:00:00Z', '2026-11-23T11:30:00Z')

  it('is a local day of the workspace, from its start on', () => {
    expect(pastMoment('at', '2026-11-24', auckland)).toBe(Date.parse('2026-11-23T11:00:00Z'))
    expect(refused(() => pastMoment('at', '2026-11-25', auckland))).toEqual([
      { path: 'at', message: 'lies in the future' },
    ])
  })

  it('a little ahead of our clock is now', () => {
    expect(pastMoment('at', '2026-11-23T12:04:00Z', auckland)).toBe(auckland.now)
    expect(refused(() => pastMoment('at', '2026-11-23T12:06:00Z', auckland))).toHaveLength(1)
  })

  it('that comes of a fact is on its day at the earliest, and never before it', () => {
    expect(laterMoment('keptAt', '2026-11-24', auckland)).toBe(auckland.at)
    expect(refused(() => laterMoment('keptAt', '2026-11-23', auckland))).toEqual([
      { path: 'keptAt', message: 'lies before the fact itself' },
    ])
  })
})

describe('a day that is told', () => {
  const newYork = telling('America/New_York', '2026-11-23T03:00:00Z', '2026-11-23T02:00:00Z')

  it('is the local day of a moment', () => {
    expect(dayOfText('2026-11-23T03:00:00Z', newYork.who)).toBe(day('2026-11-22'))
  })

  it('is the first it can be or later, within a hundred years', () => {
    const since = { since: newYork.day, called: 'the promise was made' }
    expect(dayNotBefore('due', '2026-11-22', newYork, since)).toBe(day('2026-11-22'))
    expect(refused(() => dayNotBefore('due', '2026-11-21', newYork, since))).toEqual([
      { path: 'due', message: 'lies before the promise was made' },
    ])
    expect(refused(() => dayNotBefore('due', '2126-11-24', newYork, since))).toHaveLength(1)
  })
})
