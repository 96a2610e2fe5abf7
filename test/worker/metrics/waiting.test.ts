import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../shared/settings.ts'
import type { Contact } from '../../../worker/history.ts'
import { waiting, waitingOf, waitOf } from '../../../worker/metrics/waiting.ts'
import { contact } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

const hourMs = 3_600_000
const wait = (contacts: Contact[], when: string) => waitOf(historyOf({ contacts }), momentOf(when))
const asked = (when: string, stated: Partial<Contact> = {}) => contact(when, stated)
const answered = (when: string, stated: Partial<Contact> = {}) =>
  contact(when, { direction: 'out', ...stated })

/** Three answers after 2, 4 and 30 hours. */
const threeAnswers = [
  asked('2026-10-01T08:00:00Z'),
  answered('2026-10-01T10:00:00Z'),
  asked('2026-10-05T08:00:00Z'),
  answered('2026-10-05T12:00:00Z'),
  asked('2026-10-12T08:00:00Z'),
  answered('2026-10-13T14:00:00Z'),
]

describe('waiting', () => {
  it('begins with their message and ends with our answer', () => {
    const message = asked('2026-11-20T08:00:00Z')
    expect(wait([message], '2026-11-20T13:00:00Z')).toMatchObject({
      since: Date.parse('2026-11-20T08:00:00Z'),
      hours: 5,
    })
    expect(wait([message, answered('2026-11-20T12:00:00Z')], '2026-11-20T13:00:00Z')).toBeNull()
  })

  it('counts from the first message that nobody answered, however often they write again', () => {
    const contacts = [answered('2026-11-01'), asked('2026-11-20T08:00:00Z'), asked('2026-11-22T08:00:00Z')]
    expect(wait(contacts, '2026-11-22T09:00:00Z')?.hours).toBe(49)
  })

  it('ends with a call or a visit, whoever began it', () => {
    const message = asked('2026-11-20T08:00:00Z')
    for (const channel of ['phone', 'visit'] as const) {
      expect(wait([message, asked('2026-11-21', { channel })], '2026-11-23')).toBeNull()
      expect(wait([asked('2026-11-21', { channel })], '2026-11-23')).toBeNull()
    }
    expect(wait([message, asked('2026-11-21', { channel: 'chat' })], '2026-11-23')).not.toBeNull()
  })

  it('is held against the setting until there are three answers, then against their median', () => {
    const message = asked('2026-11-20T08:00:00Z')
    const usual = (contacts: Contact[]) => wait([...contacts, message], '2026-11-23')?.usualHours
    expect(usual([])).toBe(defaultSettings.usualAnswerHours)
    expect(usual(threeAnswers.slice(0, 4))).toBe(24)
    expect(usual(threeAnswers)).toBe(4)
  })

  it('is beyond usual from the usual time on, and far beyond from three times on', () => {
    const contacts = [...threeAnswers, asked('2026-11-20T08:00:00Z')]
    const grade = (when: string) => {
      const found = wait(contacts, when)
      return [found?.isBeyondUsual, found?.isFarBeyondUsual]
    }
    expect(grade('2026-11-20T11:59:59Z')).toEqual([false, false])
    expect(grade('2026-11-20T12:00:00Z')).toEqual([true, false])
    expect(grade('2026-11-20T19:59:59Z')).toEqual([true, false])
    expect(grade('2026-11-20T20:00:00Z')).toEqual([true, true])
  })

  it('is never far beyond within minutes, however fast we have always been', () => {
    const withinMinutes = ['01', '02', '03'].flatMap(day => [
      asked(`2026-10-${day}T08:00:00Z`),
      answered(`2026-10-${day}T08:02:00Z`),
    ])
    const found = wait([...withinMinutes, asked('2026-11-20T08:00:00Z')], '2026-11-20T08:30:00Z')
    expect(found).toMatchObject({ usualHours: 1, isBeyondUsual: false })
  })

  it('is said in hours, then in days', () => {
    const said = (when: string) =>
      waitingOf(historyOf({ contacts: [asked('2026-11-20T08:00:00Z')] }), momentOf(when))?.text
    expect(said('2026-11-20T08:20:00Z')).toBe('waiting less than an hour, usually answered within 24 hours')
    expect(said('2026-11-21T08:00:00Z')).toBe(
      'waiting 24 hours, usually answered within 24 hours: longer than usual',
    )
    expect(said('2026-11-23T08:00:00Z')).toBe(
      'waiting 3 days, usually answered within 24 hours: far beyond usual',
    )
  })

  it('says what far beyond means and what the setting is', () => {
    expect(waiting.fact(historyOf({}), momentOf('2026-11-23'))?.meaning).toMatch(/24 hours.*3 times/)
  })

  it('tells nobody waits from nobody recorded anything', () => {
    const text = (contacts: Contact[]) => waiting.fact(historyOf({ contacts }), momentOf('2026-11-23'))?.text
    expect(text([])).toBe('no contacts recorded')
    expect(text([answered('2026-11-20')])).toBe('no message is unanswered')
  })

  it('is one time span whatever the clocks did in between', () => {
    const contacts = [asked('2026-10-24T20:00:00Z')]
    const inZone = (timeZone: string) =>
      waitOf(historyOf({ contacts }), momentOf('2026-10-25T20:00:00Z', { timeZone }))?.hours
    expect([inZone('Europe/Vilnius'), inZone('America/Sao_Paulo'), inZone('UTC')]).toEqual([24, 24, 24])
  })

  it('never is below nothing, and far beyond usual is always beyond usual', () => {
    const steps = fc.array(fc.record({ isOurs: fc.boolean(), later: fc.nat(500 * hourMs) }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(steps, fc.integer({ min: -10, max: 5000 }), (drawn, hoursLater) => {
        let at = Date.parse('2026-01-01T00:00:00Z')
        const contacts = drawn.map(({ isOurs, later }, index) => {
          at += later
          return {
            ...contact('2026-01-01'),
            id: String(index),
            at,
            direction: isOurs ? 'out' : 'in',
          } as const
        })
        const moment = { ...momentOf('2026-01-01'), at: at + hoursLater * hourMs }
        const found = waitOf(historyOf({ contacts }), moment)
        if (contacts.at(-1)?.direction !== 'in') expect(found).toBeNull()
        if (!found) return
        expect(found.hours).toBeGreaterThanOrEqual(0)
        expect(found.usualHours).toBeGreaterThanOrEqual(1)
        if (found.isFarBeyondUsual) expect(found.isBeyondUsual).toBe(true)
      }),
    )
  })
})
