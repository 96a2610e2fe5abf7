import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../shared/settings.ts'
import { formatLocalDate } from '../../../shared/time.ts'
import type { Response } from '../../../worker/history.ts'
import { followUpDueDay, groupOf, latestResponse, nps, npsOf } from '../../../worker/metrics/nps.ts'
import { at, person, response } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

const now = momentOf('2026-11-23')
const text = (...responses: Response[]) => nps.fact(historyOf({ responses }), now)?.text

describe('a score', () => {
  it('of 9 or 10 is a promoter, 7 or 8 a passive, less a detractor', () => {
    const groups = [10, 9, 8, 7, 6, 0].map(groupOf)
    expect(groups).toEqual(['promoter', 'promoter', 'passive', 'passive', 'detractor', 'detractor'])
  })

  it('names its group, the main reason, and what is owed', () => {
    // 6 November 2026 is a Friday: two working days later it is Tuesday.
    expect(text(response('2026-11-06', 3, { reason: 'slow-answers' }))).toBe(
      '3/10, detractor, because: Slow answers, nobody followed up, due 10 Nov',
    )
    expect(text(response('2026-11-06', 8))).toBe('8/10, passive, nobody followed up, due 10 Nov')
    expect(text(response('2026-11-06', 9))).toBe('9/10, promoter, thanks due 10 Nov')
  })

  it('that was followed up says so', () => {
    const followedUpAt = at('2026-11-09')
    expect(text(response('2026-11-06', 3, { followedUpAt }))).toBe('3/10, detractor, followed up')
    expect(text(response('2026-11-06', 10, { followedUpAt }))).toBe('10/10, promoter, thanked')
  })

  it('of one of the people carries the name and their own words for the reason', () => {
    const history = historyOf({
      people: [person('Jonas')],
      responses: [response('2026-11-06', 7, { personId: 'Jonas', reason: 'the new portal' })],
    })
    expect(npsOf(history, now).latest).toMatchObject({ person: 'Jonas', reason: 'the new portal' })
    expect(nps.fact(history, now)?.text).toBe(
      '7/10, passive, Jonas, because: the new portal, nobody followed up, due 10 Nov',
    )
  })
})

describe('a score guessed by a colleague', () => {
  const guess = response('2026-11-20', 2, { isGuessed: true })

  it('is kept in the history, marked, and never the one that counts', () => {
    const history = historyOf({ responses: [response('2026-05-01', 9), guess] })
    expect(latestResponse(history)?.score).toBe(9)
    const { latest, history: entries } = npsOf(history, now)
    expect(latest).toMatchObject({ score: 9, guessed: false })
    expect(entries.map(({ score, guessed }) => [score, guessed])).toEqual([
      [9, false],
      [2, true],
    ])
  })

  it('is owed no follow-up', () => {
    expect(followUpDueDay(guess, now)).toBeNull()
  })

  it('alone is no score', () => {
    const history = historyOf({ responses: [guess] })
    expect(npsOf(history, now).latest).toEqual({ unknown: "no score yet, only a colleague's guess" })
    expect(npsOf(historyOf({}), now).latest).toEqual({ unknown: 'no score yet' })
  })
})

describe('a follow-up', () => {
  const due = (when: string, score = 3, timeZone = 'UTC') => {
    const day = followUpDueDay(response(when, score), momentOf('2026-11-23', { timeZone }))
    return day === null ? null : formatLocalDate(day)
  }

  it('is due within two working days, counted from the next day on', () => {
    expect(due('2026-11-02')).toBe('2026-11-04')
    expect(due('2026-11-05')).toBe('2026-11-09')
    expect(due('2026-11-06')).toBe('2026-11-10')
    expect(due('2026-11-07')).toBe('2026-11-10')
    expect(due('2026-11-08')).toBe('2026-11-10')
  })

  it('counts the days of the workspace', () => {
    // Thursday 23:30 UTC is Friday in Vilnius and still Thursday in São Paulo.
    expect(due('2026-11-05T23:30:00Z', 3, 'Europe/Vilnius')).toBe('2026-11-10')
    expect(due('2026-11-05T23:30:00Z', 3, 'America/Sao_Paulo')).toBe('2026-11-09')
  })

  it('is due for every score, thanks only for 30 days', () => {
    expect([0, 8].map(score => due('2020-01-01', score))).toEqual(['2020-01-03', '2020-01-03'])
    const thanks = (when: string) => followUpDueDay(response('2026-11-06', 9), momentOf(when))
    expect([thanks('2026-12-09'), thanks('2026-12-10')].map(day => day === null)).toEqual([false, true])
  })

  it('follows the settings, and so do the words', () => {
    const settings = { ...defaultSettings, followUpWorkingDays: 1 }
    const moment = momentOf('2026-11-23', { settings })
    expect(followUpDueDay(response('2026-11-06', 3), moment)).toBe(now.today - 14)
    expect(nps.fact(historyOf({}), moment)?.meaning).toContain('Within 1 working day an answer')
  })

  it('is never due on a weekend, and always after the answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 30 }),
        (day, workingDays) => {
          const settings = { ...defaultSettings, followUpWorkingDays: workingDays }
          const due = followUpDueDay(response(formatLocalDate(day), 3), { ...now, settings }) ?? 0
          expect(new Date(due * 86_400_000).getUTCDay() % 6).not.toBe(0)
          expect(due - day).toBeGreaterThanOrEqual(workingDays)
          expect(due - day).toBeLessThanOrEqual(Math.ceil(workingDays / 5) * 7 + 1)
        },
      ),
    )
  })
})
