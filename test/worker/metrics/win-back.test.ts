import { describe, expect, it } from 'vitest'
import type { WinBack } from '../../../worker/history.ts'
import { winBackOf, winBack as winBacks } from '../../../worker/metrics/win-back.ts'
import { at, departure, winBack } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

const monthly = ['2026-01-01', '2026-01-31', '2026-03-02']

function step(when: string, stated: Partial<WinBack['steps'][number]> = {}): WinBack['steps'][number] {
  return {
    id: when,
    at: at(when),
    channel: 'phone',
    what: 'call',
    costMinor: null,
    currency: null,
    outcome: null,
    ...stated,
  }
}

describe('win-back', () => {
  it('of a lost customer says that nobody has begun', () => {
    const line = winBackOf(historyOf({ bought: monthly }), momentOf('2026-08-01'))
    expect(line).toEqual({
      id: null,
      since: null,
      class: { unknown: 'money was not asked for' },
      outcome: null,
      costMinor: 0,
      steps: [],
      text: 'nobody has begun',
    })
  })

  it('is none while nobody is gone and nothing is done', () => {
    expect(winBackOf(historyOf({ bought: monthly }), momentOf('2026-03-10'))).toBeNull()
    expect(winBackOf(historyOf({}), momentOf('2026-03-10'))).toBeNull()
  })

  it('tells the steps and adds up what they cost, other currencies apart', () => {
    const effort = winBack('2026-07-01', {
      steps: [
        step('2026-07-02', { costMinor: 1250, currency: 'EUR' }),
        step('2026-07-05', { costMinor: 3000, currency: 'EUR' }),
        step('2026-07-06', { what: 'visit', costMinor: 2000, currency: 'USD', outcome: 'thinks it over' }),
      ],
    })
    const line = winBackOf(historyOf({ bought: monthly, winBacks: [effort] }), momentOf('2026-08-01'))
    expect(line).toMatchObject({ id: effort.id, since: '2026-07-01T12:00:00.000Z', costMinor: 4250 })
    expect(line?.steps).toHaveLength(3)
    expect(line?.text).toBe(
      'win-back since 1 Jul: 3 steps, cost €42.50 + $20; last 6 Jul: visit — thinks it over',
    )
  })

  it('is of the present silence alone', () => {
    const winBacks = [winBack('2026-02-10')]
    expect(winBackOf(historyOf({ bought: monthly, winBacks }), momentOf('2026-03-10'))).toBeNull()
    expect(winBackOf(historyOf({ bought: monthly, winBacks }), momentOf('2026-08-01'))?.id).toBeNull()
  })

  it('has worked when they bought again after it', () => {
    const history = historyOf({ bought: [...monthly, '2026-10-01'], winBacks: [winBack('2026-09-20')] })
    expect(winBackOf(history, momentOf('2026-10-05'))).toMatchObject({
      outcome: 'returned',
      class: { unknown: 'only lost and departed customers have one' },
      text: 'win-back since 20 Sept: 0 steps; they came back',
    })
  })

  it('that was given up says so', () => {
    const given = winBack('2026-07-01', { closedAt: at('2026-07-20'), outcome: 'gave_up' })
    const line = winBackOf(historyOf({ bought: monthly, winBacks: [given] }), momentOf('2026-08-01'))
    expect(line).toMatchObject({ outcome: 'gave_up', text: 'win-back since 1 Jul: 0 steps; given up 20 Jul' })
  })

  it('is a fact of its own only once it has begun', () => {
    const said = (stated: WinBack[]) =>
      winBacks.fact(historyOf({ bought: monthly, winBacks: stated }), momentOf('2026-08-01'))?.text
    expect(said([])).toBeUndefined()
    expect(said([winBack('2026-07-01', { steps: [step('2026-07-02')] })])).toBe(
      'win-back since 1 Jul: 1 step; last 2 Jul: call',
    )
  })

  it('is for those who left without ever buying', () => {
    const history = historyOf({ departures: [departure('2026-03-05')] })
    expect(winBackOf(history, momentOf('2026-03-10'))).toMatchObject({
      class: { unknown: 'has not bought yet' },
      text: 'nobody has begun',
    })
  })
})
