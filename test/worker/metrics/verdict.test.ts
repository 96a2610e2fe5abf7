import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../../shared/locale.ts'
import type { BandId, Risk } from '../../../shared/snapshot.ts'
import { verdictOf } from '../../../worker/metrics/verdict.ts'
import { at, contact, departure, irritant, promised, response } from './facts.ts'
import { historyOf, momentOf, type Stated } from './history.ts'

const riskIn = (band: BandId): Risk => ({
  score: 50,
  start: 45,
  band,
  text: band,
  horizonDays: 60,
  purchase: { unknown: 'not asked for' },
  reasons: [],
})

const verdict = (stated: Stated, when: string, band: BandId = 'low', locale: Locale = 'en') =>
  verdictOf(historyOf(stated), momentOf(when, { locale }), riskIn(band))

const monthly = ['2026-01-01', '2026-01-31', '2026-03-02']
const thrice = ['2026-01-12', '2026-02-20', '2026-03-04'].map(day => irritant(day))
const back: Stated = { bought: [...monthly, '2026-10-01'], departures: [departure('2026-05-04')] }

describe('a verdict', () => {
  it('begins with the mood where that is the worse, and names the rhythm behind it', () => {
    expect(verdict({ bought: monthly, irritants: thrice }, '2026-03-20')).toEqual({
      text: 'Angry, still buying. Same mistake 3 times.',
      tone: 'bad',
    })
    expect(verdict({ responses: [response('2026-03-06', 3)] }, '2026-03-20').text).toBe(
      'Angry, not bought yet. Gave 3/10, nobody answered.',
    )
    expect(verdict({ bought: monthly, irritants: thrice.slice(1) }, '2026-03-20').text).toBe(
      'Uneasy, still buying. A complaint is open.',
    )
  })

  it('begins with the rhythm where that is the worse, and names the mood behind it', () => {
    const annoyed = { bought: monthly, irritants: thrice.slice(1) }
    expect(verdict(annoyed, '2026-04-20').text).toBe('Uneasy, slipping. A complaint is open.')
    expect(verdict(annoyed, '2026-04-20', 'high').text).toBe('Slipping: 49 days silent, usually 30. Uneasy.')
    expect(verdict(annoyed, '2026-06-10').text).toBe('Gone quiet: 100 days, usually 30. Uneasy.')
    expect(verdict(annoyed, '2026-03-20', 'high').text).toBe('Still on time, yet likely to leave. Uneasy.')
  })

  it('names a calm mood by what is known of it', () => {
    const said = (stated: Stated) => verdict({ bought: monthly, ...stated }, '2026-03-20').text
    expect(said({})).toBe('Buys on time. No complaint logged.')
    expect(said({ responses: [response('2026-03-06', 9)] })).toBe('Buys on time. Gave 9/10.')
    expect(said({ irritants: [irritant('2026-03-04', { solvedAt: at('2026-03-05') })] })).toBe(
      'Buys on time. Complaints solved.',
    )
  })

  it('says every rhythm', () => {
    const said = (bought: string[], when: string, band: BandId = 'low') =>
      verdict({ bought }, when, band).text
    expect(said([], '2026-03-20')).toBe('Has not bought yet. No complaint logged.')
    expect(said(['2026-03-02'], '2026-03-20')).toBe(
      'New customer. First impressions count. No complaint logged.',
    )
    expect(said(['2026-03-02'], '2026-08-20')).toBe(
      'Bought once. Second purchase is open. No complaint logged.',
    )
    expect(said(monthly, '2026-04-16')).toBe('Slipping: 45 days silent, usually 30. No complaint logged.')
    expect(said(monthly, '2026-05-31')).toBe('Gone quiet: 90 days, usually 30. No complaint logged.')
    expect(said(monthly, '2026-03-20', 'very-high')).toBe(
      'Still on time, yet likely to leave. No complaint logged.',
    )
    expect(verdict({ bought: monthly, departures: [departure('2026-03-10')] }, '2026-03-20').text).toBe(
      'Left, told us. No complaint logged.',
    )
  })

  it('asks for care after a fragile return, counted from the day they came back', () => {
    expect(verdict(back, '2026-10-13').text).toBe('Came back 12 days ago. Handle with care. Nothing logged.')
    const boughtAgain = { ...back, bought: [...monthly, '2026-10-01', '2026-10-10'] }
    expect(verdict(boughtAgain, '2026-10-13').text).toMatch(/^Came back 12 days ago\. Handle with care\./)
    expect(verdict(back, '2026-10-01').text).toMatch(/^Came back today\. Handle with care\./)
    const annoyed = { ...back, irritants: [irritant('2026-10-05')] }
    expect(verdict(annoyed, '2026-10-13').text).toBe('Came back 12 days ago, uneasy. Handle with care.')
  })

  it('says that what they had left for happened again', () => {
    const again = { ...back, irritants: [irritant('2026-10-05', { category: 'slow-delivery' })] }
    expect(verdict(again, '2026-10-13').text).toBe(
      'Angry, just came back. What they left for happened again.',
    )
  })

  it('tells who came back by themselves', () => {
    const { bought } = back
    expect(verdict({ bought }, '2026-10-13').text).toBe(
      'Came back by themselves 12 days ago. No complaint logged.',
    )
    expect(verdict({ bought }, '2026-10-13', 'low', 'ru').text).toBe(
      'Вернулся сам 12 дней назад. Жалоб не записано.',
    )
    expect(verdict({ bought }, '2026-10-13', 'low', 'lt').text).toBe(
      'Pats sugrįžo prieš 12 dienų. Skundų nepažymėta.',
    )
  })

  it('names a broken promise and a wait', () => {
    const promises = [promised('invoice', '2026-03-18'), promised('call', '2026-03-15')]
    expect(verdict({ bought: monthly, promises }, '2026-03-20').text).toBe(
      'Angry, still buying. Promise broken, 5 days late.',
    )
    const apologised = promises.map(promise => ({ ...promise, apologisedAt: at('2026-03-19') }))
    expect(verdict({ bought: monthly, promises: apologised }, '2026-03-20').text).toBe(
      'Uneasy, still buying. A promise is still not kept.',
    )
    const contacts = [contact('2026-03-17T12:00:00Z')]
    expect(verdict({ bought: monthly, contacts }, '2026-03-20').text).toBe(
      'Angry, still buying. Waiting 3 days for our answer.',
    )
  })

  it('has the worse tone of the two', () => {
    expect(verdict({ bought: monthly }, '2026-03-20').tone).toBe('plain')
    expect(verdict({ bought: monthly }, '2026-03-20', 'high').tone).toBe('bad')
    expect(verdict({ bought: monthly }, '2026-04-16').tone).toBe('warn')
    expect(verdict({ bought: monthly, irritants: thrice }, '2026-03-20').tone).toBe('bad')
  })

  it('is at most ten words of two sentences or more, in every language, of whoever', () => {
    const days = ['2019-01-01', '2019-02-01', '2019-03-01', '2025-12-01', '2026-10-01']
    const anyone = fc.record({
      bought: fc.subarray(days),
      irritants: fc.subarray([
        ...thrice,
        irritant('2026-11-01', { category: 'slow-delivery' }),
        irritant('2026-10-01', { category: 'no-training', solvedAt: at('2026-10-02') }),
      ]),
      responses: fc.subarray([response('2026-01-01', 9), response('2026-11-01', 3)]),
      promises: fc.subarray([
        promised('oldest', '1995-01-01'),
        promised('apologised', '2026-11-01', { apologisedAt: at('2026-11-05') }),
      ]),
      contacts: fc.subarray([contact('2025-12-01'), contact('2026-11-22')]),
      departures: fc.subarray([departure('2019-04-01'), departure('2026-05-01'), departure('2026-10-20')]),
    })
    const bands = fc.constantFrom('low' as const, 'very-high' as const)
    fc.assert(
      fc.property(anyone, fc.constantFrom(...locales), bands, (stated, locale, band) => {
        const { text } = verdict(stated, '2026-11-23', band, locale)
        expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(10)
        expect(text.match(/[.:]( |$)/g)?.length, text).toBeGreaterThanOrEqual(2)
        expect(text).not.toMatch(/undefined|NaN|#/)
      }),
      { numRuns: 1000 },
    )
  })
})
