import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../shared/settings.ts'
import { formatLocalDate } from '../../../shared/time.ts'
import { voiceFacts } from '../../../worker/metrics/voice.ts'
import { at, contact, departure, irritant, promised, response } from './facts.ts'
import { historyOf, momentOf, type Stated } from './history.ts'

const today = '2026-11-23'
/** One half-life before today. */
const halfLifeAgo = '2026-05-27'

const voice = (stated: Stated, when = today) => voiceFacts(historyOf(stated), momentOf(when))
const weights = (stated: Stated, when = today) =>
  Object.fromEntries(voice(stated, when).map(({ id, logOdds }) => [id, Number(logOdds.toFixed(6))]))

describe('voice', () => {
  it('says nothing where nobody told us anything', () => {
    expect(voice({ bought: ['2026-11-01'] })).toEqual([])
  })

  it('weighs a low score in full until it is followed up, then fades from that day', () => {
    expect(weights({ responses: [response('2020-01-01', 6)] })).toEqual({ 'unanswered-detractor': 0.8 })
    const followedUp = (when: string) => response('2020-01-01', 6, { followedUpAt: at(when) })
    expect(weights({ responses: [followedUp(today)] })).toEqual({ 'answered-detractor': 0.3 })
    expect(weights({ responses: [followedUp(halfLifeAgo)] })).toEqual({ 'answered-detractor': 0.15 })
  })

  it('is relieved by a promoter, ever less, and not moved by a passive or a guess', () => {
    expect(weights({ responses: [response(today, 9)] })).toEqual({ promoter: -0.4 })
    expect(weights({ responses: [response(halfLifeAgo, 9)] })).toEqual({ promoter: -0.2 })
    expect(weights({ responses: [response(today, 8)] })).toEqual({})
    expect(weights({ responses: [response(today, 0, { isGuessed: true })] })).toEqual({})
  })

  it('weighs each irritant with its repeats: the first lightly, every further one heavily', () => {
    const logged = ['2026-03-12', '2026-05-30', '2026-09-04', '2026-11-04'].map(day => irritant(day))
    const weight = (times: number) =>
      weights({ irritants: logged.slice(0, times) })['irritant:small-mistakes']
    expect([1, 2, 3, 4].map(weight)).toEqual([0.3, 0.4, 0.9, 1.4])
    const others = [irritant('2026-11-01', { category: 'slow-answers' }), ...logged.slice(3)]
    expect(weights({ irritants: others })).toEqual({
      'irritant:slow-answers': 0.3,
      'irritant:small-mistakes': 0.3,
    })
  })

  it('weighs a repeat after a fix like two, and the cause of leaving after a return like three', () => {
    const fixed = irritant('2026-03-12', { solvedAt: at('2026-04-01') })
    expect(weights({ irritants: [fixed, irritant('2026-05-30')] })).toEqual({
      'irritant:small-mistakes': 0.9,
    })
    const back = {
      bought: ['2026-01-01', '2026-01-31', '2026-03-02', '2026-10-01'],
      departures: [departure('2026-05-04')],
      irritants: [irritant('2026-10-05', { category: 'slow-delivery' })],
    }
    expect(weights(back, '2026-10-13')['irritant:slow-delivery']).toBe(1.4)
    expect(voice(back, '2026-10-13')[0]?.text).toBe('What they had left for, again: Slow delivery')
  })

  it('fades what was solved from that day, and what is open never', () => {
    const solved = irritant('2020-01-01', { solvedAt: at(halfLifeAgo) })
    expect(weights({ irritants: [solved] })).toEqual({ 'irritant:small-mistakes': 0.15 })
    expect(weights({ irritants: [irritant('2020-01-01')] })).toEqual({ 'irritant:small-mistakes': 0.3 })
  })

  it('weighs a broken promise until the apology, then fades; however many there are, the heaviest alone', () => {
    const broken = promised('invoice', '2026-01-01')
    expect(weights({ promises: [broken, promised('call', '2026-02-01')] })).toEqual({ 'broken-promise': 0.6 })
    expect(voice({ promises: [promised('call', '2026-02-01'), broken] })[0]?.text).toBe(
      'Promise broken: invoice',
    )
    const apologised = { ...broken, apologisedAt: at(halfLifeAgo) }
    expect(weights({ promises: [apologised] })).toEqual({ 'broken-promise': 0.3 })
    const keptLate = { ...broken, keptAt: at(halfLifeAgo) }
    expect(weights({ promises: [keptLate] })).toEqual({ 'broken-promise': 0.3 })
    expect(voice({ promises: [keptLate] })[0]?.text).toBe('Promise broken, then made good: invoice')
  })

  it('has no promise to weigh that was kept in time or is due today', () => {
    const kept = promised('invoice', '2026-11-01', { keptAt: at('2026-11-01') })
    expect(weights({ promises: [kept, promised('call', today)] })).toEqual({})
    expect(weights({ promises: [promised('call', today)] }, '2026-11-24')).toEqual({ 'broken-promise': 0.6 })
  })

  it('weighs a wait from the usual time on', () => {
    const contacts = [contact('2026-11-20T08:00:00Z')]
    expect(weights({ contacts }, '2026-11-21T07:59:59Z')).toEqual({})
    expect(voice({ contacts }, '2026-11-23T08:00:00Z')).toEqual([
      { id: 'waiting', logOdds: 0.3, text: 'Waits for our answer 3 days, usually 24 hours' },
    ])
  })

  it('weighs contacts that became half as many, and too much selling among them', () => {
    const day = (ago: number) => formatLocalDate(momentOf(today).today - ago)
    const weekly = Array.from({ length: 40 }, (_, week) => 31 + 7 * week)
      .reverse()
      .map(ago => contact(day(ago), { direction: 'out' }))
    const offers = [21, 11].map(ago => contact(day(ago), { direction: 'out', purpose: 'sale' }))
    expect(voice({ contacts: [...weekly, ...offers] })).toEqual([
      {
        id: 'contacts-halved',
        logOdds: 0.3,
        text: 'In touch half as often: 2 in 30 days, usually 4.4',
      },
    ])
    expect(voice({ contacts: [...offers, contact(day(1), { direction: 'out' })] })).toEqual([
      { id: 'too-much-selling', logOdds: 0.2, text: 'Too much selling: 2 of 3 contacts' },
    ])
  })

  it('weighs a fragile return while it counts as one, from its day on', () => {
    const back = {
      bought: ['2026-01-01', '2026-01-31', '2026-03-02', '2026-10-01'],
      departures: [departure('2026-05-04')],
    }
    expect(weights(back, '2026-10-01T00:00:00Z')).toEqual({ fragile: 0.5 })
    expect(weights(back, '2026-10-19T00:00:00Z')).toEqual({ fragile: Number((0.5 * 2 ** -0.1).toFixed(6)) })
    expect(weights(back, '2026-11-15')).toEqual({})
    expect(weights({ bought: back.bought }, '2026-10-13')).toEqual({})
  })

  it('enters the risk in one order', () => {
    const everything: Stated = {
      bought: ['2026-01-01', '2026-01-31', '2026-03-02', '2026-11-01'],
      departures: [departure('2026-05-04')],
      responses: [response('2026-11-06', 3)],
      irritants: [irritant('2026-11-04')],
      promises: [promised('invoice', '2026-11-18')],
      contacts: [contact('2026-11-20', { purpose: 'sale' })],
    }
    expect(voice(everything).map(({ id }) => id)).toEqual([
      'unanswered-detractor',
      'irritant:small-mistakes',
      'broken-promise',
      'waiting',
      'too-much-selling',
      'fragile',
    ])
  })

  it('uses the weights and the half-life of the settings', () => {
    const settings = {
      ...defaultSettings,
      halfLifeDays: 1,
      voice: { ...defaultSettings.voice, promoter: -1 },
    }
    const history = historyOf({ responses: [response('2026-11-21', 10)] })
    expect(voiceFacts(history, momentOf(today, { settings }))[0]?.logOdds).toBe(-0.25)
  })

  it('fades steadily, never turns round and never grows', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 0, max: 10 }), (one, more, score) => {
        const said = response('2000-01-01', score, { followedUpAt: at('2000-01-01') })
        const later = (days: number) => {
          const moment = { ...momentOf(today), at: said.at + days * 86_400_000 }
          return voiceFacts(historyOf({ responses: [said] }), moment)[0]?.logOdds ?? 0
        }
        expect(Math.abs(later(one + more))).toBeLessThanOrEqual(Math.abs(later(one)))
        expect(Math.sign(later(one + more))).toBe(Math.sign(later(0)))
      }),
    )
  })
})
