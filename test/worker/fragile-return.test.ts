import { describe, expect, it } from 'vitest'
import { causeOfLeaving, fragileReturn } from '../../worker/fragile-return.ts'
import { departure, winBack } from './metrics/facts.ts'
import { historyOf, momentOf, type Stated } from './metrics/history.ts'

const monthly = ['2026-01-01', '2026-01-31', '2026-03-02']
/** Lost on 31 May by the retail rule: three months of silence; back on 1 October. */
const backInOctober = [...monthly, '2026-10-01']

const isFragile = (stated: Stated, when = '2026-10-13') =>
  fragileReturn(historyOf(stated), momentOf(when)) !== null

describe('a fragile return', () => {
  it('is one after a recorded departure, with why they had left', () => {
    const left = departure('2026-05-04')
    const back = fragileReturn(
      historyOf({ bought: backInOctober, departures: [left] }),
      momentOf('2026-10-13'),
    )
    expect(back?.departure).toEqual(left)
  })

  it('is one after a win-back that was begun before the purchase, unless it was given up', () => {
    expect(isFragile({ bought: backInOctober, winBacks: [winBack('2026-09-20')] })).toBe(true)
    expect(isFragile({ bought: backInOctober, winBacks: [winBack('2026-10-01')] })).toBe(true)
    expect(isFragile({ bought: backInOctober, winBacks: [winBack('2026-10-02')] })).toBe(false)
    expect(
      isFragile({ bought: backInOctober, winBacks: [winBack('2026-09-20', { outcome: 'gave_up' })] }),
    ).toBe(false)
  })

  it('is none where they came back by themselves', () => {
    expect(isFragile({ bought: backInOctober })).toBe(false)
  })

  it('is none where they never left', () => {
    expect(isFragile({ bought: monthly }, '2026-03-10')).toBe(false)
    expect(isFragile({}, '2026-03-10')).toBe(false)
  })

  it('has nothing to do with a departure before an earlier return', () => {
    const bought = ['2024-01-01', '2024-01-31', '2024-03-01', '2024-09-01', '2024-10-01', '2024-10-31']
    const departures = [departure('2024-04-01')]
    expect(isFragile({ bought: bought.slice(0, 4), departures }, '2024-09-10')).toBe(true)
    expect(isFragile({ bought: [...bought, '2026-10-01'], departures })).toBe(false)
  })

  it('ends when the customer no longer counts as returned', () => {
    const stated = { bought: backInOctober, departures: [departure('2026-05-04')] }
    // The own interval is 30 days: slipping from 45 days of silence on.
    expect(isFragile(stated, '2026-11-14')).toBe(true)
    expect(isFragile(stated, '2026-11-15')).toBe(false)
    const settled = [...backInOctober, '2026-10-06', '2026-10-11']
    expect(isFragile({ ...stated, bought: settled }, '2026-10-12')).toBe(false)
  })
})

describe('the cause of leaving', () => {
  const cause = (stated: Stated) => causeOfLeaving(historyOf(stated), momentOf('2026-10-13'))

  it('is the confirmed one, else the stated one, and counts from the return on', () => {
    const since = Date.parse('2026-10-01T00:00:00Z')
    const bought = backInOctober
    expect(cause({ bought, departures: [departure('2026-05-04')] })).toEqual({
      category: 'slow-delivery',
      since,
    })
    const confirmed = departure('2026-05-04', { stated: 'better-price', confirmed: 'slow-answers' })
    expect(cause({ bought, departures: [confirmed] })).toEqual({ category: 'slow-answers', since })
  })

  it('counts from local midnight', () => {
    const moment = momentOf('2026-10-13', { timeZone: 'Europe/Vilnius' })
    const history = historyOf({ bought: backInOctober, departures: [departure('2026-05-04')] })
    expect(causeOfLeaving(history, moment)?.since).toBe(Date.parse('2026-10-01T00:00:00+03:00'))
  })

  it('is not known where only a win-back is recorded', () => {
    expect(cause({ bought: backInOctober, winBacks: [winBack('2026-09-20')] })).toBeNull()
  })
})
