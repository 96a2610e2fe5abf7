import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../shared/settings.ts'
import { regularity, regularityOf } from '../../../worker/metrics/regularity.ts'
import { historyOf, momentOf } from './history.ts'

const now = momentOf('2026-03-10')

/** Bought on days that are these gaps apart. */
function withGaps(...gaps: number[]) {
  const bought = [20_000]
  for (const gap of gaps) bought.push((bought.at(-1) ?? 0) + gap)
  return historyOf({ bought })
}

describe('class by regularity', () => {
  it('is X for a quarterly buyer, whatever the months of the calendar', () => {
    expect(regularityOf(withGaps(91, 92, 90, 91), now)).toBe('x')
  })

  it('still takes a value equal to a threshold in', () => {
    // Mean 20, deviation 10.
    expect(regularityOf(withGaps(10, 30, 10, 30), now)).toBe('x')
    expect(regularityOf(withGaps(10, 31, 10, 31), now)).toBe('y')
    // Mean 2, deviation 2.
    expect(regularityOf(withGaps(1, 1, 1, 1, 6), now)).toBe('y')
    expect(regularityOf(withGaps(1, 1, 1, 1, 7), now)).toBe('z')
  })

  it('is Z below three gaps, and says that the rhythm is not known', () => {
    expect(regularityOf(withGaps(30, 30), now)).toBe('z')
    expect(regularityOf(withGaps(30, 30, 30), now)).toBe('x')
    expect(regularity.fact(withGaps(30, 30), now)?.text).toBe(
      'Z: fewer than 4 purchases, no rhythm known yet',
    )
  })

  it('follows the settings, and tells them', () => {
    const settings = { ...defaultSettings, regularity: { x: 0.25, y: 0.45 } }
    const strict = momentOf('2026-03-10', { settings })
    expect(regularityOf(withGaps(10, 30, 10, 30), strict)).toBe('z')
    expect(regularity.fact(withGaps(10, 30), strict)?.meaning).toContain('X up to 0.25, Y up to 0.45')
  })

  it('has no answer before the first purchase', () => {
    expect(regularityOf(historyOf({}), now)).toEqual({ unknown: 'has not bought yet' })
  })
})
