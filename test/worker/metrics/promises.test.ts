import { describe, expect, it } from 'vitest'
import { locales } from '../../../shared/locale.ts'
import type { Promised } from '../../../worker/history.ts'
import { brokenPromises, promiseLines, promises } from '../../../worker/metrics/promises.ts'
import { at, promised } from './facts.ts'
import { dayNumber, historyOf, momentOf } from './history.ts'

const line = (promise: Promised, when = '2026-11-23', timeZone = 'UTC') =>
  promiseLines(historyOf({ promises: [promise] }), momentOf(when, { timeZone }))[0]

describe('a promise', () => {
  const invoice = promised('corrected invoice', '2026-11-18')

  it('is open, then due for one day, then broken', () => {
    const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-23']
    expect(days.map(day => [line(invoice, day)?.state, line(invoice, day)?.text])).toEqual([
      ['open', 'corrected invoice, promised for 18 Nov'],
      ['open', 'corrected invoice, due tomorrow'],
      ['due', 'corrected invoice, due today'],
      ['broken', 'corrected invoice, promised for 18 Nov, broken, 1 day late'],
      ['broken', 'corrected invoice, promised for 18 Nov, broken, 5 days late'],
    ])
    expect(days.map(day => line(invoice, day)?.tone)).toEqual(['plain', 'plain', 'warn', 'bad', 'bad'])
  })

  it('is broken from midnight in the workspace on', () => {
    // In Vilnius the clock went back on 25 October 2026, so that midnight after it is at 22:00 UTC.
    const slot = promised('slot', '2026-10-25')
    expect(line(slot, '2026-10-25T21:59:59Z', 'Europe/Vilnius')?.state).toBe('due')
    expect(line(slot, '2026-10-25T22:00:00Z', 'Europe/Vilnius')?.state).toBe('broken')
    expect(line(slot, '2026-10-26T02:59:59Z', 'America/Sao_Paulo')?.state).toBe('due')
    expect(line(slot, '2026-10-26T03:00:00Z', 'America/Sao_Paulo')?.state).toBe('broken')
  })

  it('that is kept stays kept, and says so where it was late', () => {
    expect(line({ ...invoice, keptAt: at('2026-11-18') })).toMatchObject({
      state: 'kept',
      text: 'corrected invoice, kept 18 Nov',
      tone: 'good',
    })
    expect(line({ ...invoice, keptAt: at('2026-11-20') })?.text).toBe(
      'corrected invoice, kept 20 Nov, 2 days late',
    )
  })

  it('with a moved date is judged by the new one and says what it was', () => {
    const moved = promised('corrected invoice', '2026-11-25', { firstDueDay: dayNumber('2026-11-18') })
    expect(line(moved)).toMatchObject({
      state: 'open',
      due: '2026-11-25',
      firstDue: '2026-11-18',
      text: 'corrected invoice, promised for 25 Nov, moved from 18 Nov',
    })
    expect(line(moved, '2026-11-26')?.state).toBe('broken')
  })

  it('says how late it is with the numbers of each language', () => {
    const late = (locale: 'ru' | 'lt', day: string) =>
      promiseLines(historyOf({ promises: [invoice] }), momentOf(day, { locale }))[0]
        ?.text.split(', ')
        .at(-1)
    expect(['2026-11-19', '2026-11-20', '2026-11-23', '2026-12-09'].map(day => late('ru', day))).toEqual([
      'опоздание 1 день',
      'опоздание 2 дня',
      'опоздание 5 дней',
      'опоздание 21 день',
    ])
    expect(['2026-11-19', '2026-11-20', '2026-11-28', '2026-12-09'].map(day => late('lt', day))).toEqual([
      'pavėluota 1 dieną',
      'pavėluota 2 dienas',
      'pavėluota 10 dienų',
      'pavėluota 21 dieną',
    ])
  })
})

describe('promises', () => {
  const now = momentOf('2026-11-23')
  const fact = (...all: Promised[]) => promises.fact(historyOf({ promises: all }), now)

  it('stay owed while they are broken, until somebody apologises or keeps them', () => {
    const call = promised('call back', '2026-11-20')
    expect(fact(call)).toMatchObject({
      text: 'call back, promised for 20 Nov, broken, 3 days late',
      tone: 'bad',
    })
    const idle = { text: 'nothing promised is open', tone: 'plain' }
    expect(fact({ ...call, apologisedAt: at('2026-11-22') })).toMatchObject(idle)
    expect(fact({ ...call, keptAt: at('2026-11-22') })).toMatchObject(idle)
    expect(fact()).toMatchObject({ text: 'nothing promised yet' })
  })

  it('that were apologised for are still said to be broken', () => {
    expect(line(promised('call back', '2026-11-20', { apologisedAt: at('2026-11-22') }))).toMatchObject({
      state: 'broken',
      text: 'call back, promised for 20 Nov, broken, 3 days late, apologised 22 Nov',
      tone: 'plain',
    })
  })

  it('are listed by what is owed longest, then the latest ten of what is settled', () => {
    const settled = Array.from({ length: 12 }, (_, index) =>
      promised(`kept ${index + 1}`, `2026-10-${String(index + 10)}`, { keptAt: at('2026-10-09') }),
    )
    const history = historyOf({
      promises: [promised('next month', '2026-12-20'), ...settled, promised('overdue', '2026-11-01')],
    })
    const names = promiseLines(history, now).map(({ what }) => what)
    expect(names.slice(0, 3)).toEqual(['overdue', 'next month', 'kept 12'])
    expect(names).toHaveLength(12)
    expect(names.at(-1)).toBe('kept 3')
  })

  it('count as broken only where nobody has apologised, the longest overdue first', () => {
    const history = historyOf({
      promises: [
        promised('second', '2026-11-10'),
        promised('apologised', '2026-10-01', { apologisedAt: at('2026-10-02') }),
        promised('first', '2026-11-01'),
        promised('today', '2026-11-23'),
      ],
    })
    expect(brokenPromises(history, now.today).map(({ what }) => what)).toEqual(['first', 'second'])
  })

  it('far in the past or the future are said in every language', () => {
    const far = [promised('past', '1969-12-31'), promised('future', '2200-01-01')]
    for (const locale of locales) {
      const said = promises.fact(historyOf({ promises: far }), momentOf('2026-11-23', { locale }))
      expect(said?.text).toMatch(/1969.*2200/)
    }
  })
})
