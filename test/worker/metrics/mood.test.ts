import { describe, expect, it } from 'vitest'
import { mood, moodOf } from '../../../worker/metrics/mood.ts'
import { at, contact, departure, irritant, promised, response } from './facts.ts'
import { historyOf, momentOf, type Stated } from './history.ts'

const moodAt = (stated: Stated, when = '2026-11-23') => {
  const { mood, causes } = moodOf(historyOf(stated), momentOf(when))
  return [mood, ...causes]
}

describe('mood', () => {
  it('is calm where nothing is logged, and says only that', () => {
    expect(moodAt({})).toEqual(['calm'])
    expect(mood.fact(historyOf({}), momentOf('2026-11-23'))).toMatchObject({
      text: 'no complaint logged',
      tone: 'plain',
    })
    const solved = historyOf({ irritants: [irritant('2026-11-01', { solvedAt: at('2026-11-02') })] })
    expect(mood.fact(solved, momentOf('2026-11-23'))?.text).toBe('every complaint logged is solved')
  })

  it('is angry after a low score until somebody follows up, then uneasy until a better one', () => {
    const low = response('2026-11-06', 6)
    const answered = { ...low, followedUpAt: at('2026-11-09') }
    expect(moodAt({ responses: [low] })).toEqual(['angry', 'score'])
    expect(moodAt({ responses: [answered] })).toEqual(['uneasy', 'score'])
    expect(moodAt({ responses: [answered, response('2026-11-20', 7)] })).toEqual(['calm'])
  })

  it('has nothing to do with a guessed score', () => {
    expect(moodAt({ responses: [response('2026-11-06', 0, { isGuessed: true })] })).toEqual(['calm'])
  })

  it('is uneasy while something annoys, and angry from the third time on', () => {
    const logged = ['2026-03-12', '2026-05-30', '2026-11-04'].map(day => irritant(day))
    expect(moodAt({ irritants: logged.slice(0, 1) })).toEqual(['uneasy', 'irritant'])
    expect(moodAt({ irritants: logged.slice(0, 2) })).toEqual(['uneasy', 'irritant'])
    expect(moodAt({ irritants: logged })).toEqual(['angry', 'repeat'])
    const solved = logged.map(one => ({ ...one, solvedAt: at('2026-11-10') }))
    expect(moodAt({ irritants: solved })).toEqual(['calm'])
  })

  it('is angry as soon as what they had left for happens again', () => {
    const back = {
      bought: ['2026-01-01', '2026-01-31', '2026-03-02', '2026-10-01'],
      departures: [departure('2026-05-04')],
      irritants: [irritant('2026-10-05', { category: 'slow-delivery' })],
    }
    expect(moodAt(back, '2026-10-13')).toEqual(['angry', 'cause-again'])
    expect(moodAt({ ...back, departures: [] }, '2026-10-13')).toEqual(['uneasy', 'irritant'])
  })

  it('is angry from the day after a promise was due, uneasy after the apology, calm once it is kept', () => {
    const invoice = promised('corrected invoice', '2026-11-18')
    expect(moodAt({ promises: [invoice] }, '2026-11-18')).toEqual(['calm'])
    expect(moodAt({ promises: [invoice] }, '2026-11-19')).toEqual(['angry', 'promise'])
    const apologised = { ...invoice, apologisedAt: at('2026-11-20') }
    expect(moodAt({ promises: [apologised] })).toEqual(['uneasy', 'promise'])
    expect(moodAt({ promises: [{ ...apologised, keptAt: at('2026-11-21') }] })).toEqual(['calm'])
  })

  it('forgets a promise half a year after the apology', () => {
    const apologised = promised('invoice', '2026-01-01', { apologisedAt: at('2026-05-27') })
    expect(moodAt({ promises: [apologised] }, '2026-11-23T11:59:59Z')).toEqual(['uneasy', 'promise'])
    expect(moodAt({ promises: [apologised] }, '2026-11-23T12:00:00Z')).toEqual(['calm'])
  })

  it('is uneasy from the usual answer time on, angry from three times on', () => {
    const contacts = [contact('2026-11-20T08:00:00Z')]
    expect(moodAt({ contacts }, '2026-11-21T07:59:59Z')).toEqual(['calm'])
    expect(moodAt({ contacts }, '2026-11-21T08:00:00Z')).toEqual(['uneasy', 'waiting'])
    expect(moodAt({ contacts }, '2026-11-23T07:59:59Z')).toEqual(['uneasy', 'waiting'])
    expect(moodAt({ contacts }, '2026-11-23T08:00:00Z')).toEqual(['angry', 'waiting'])
  })

  it('names every cause of the worst mood, what we did ourselves first', () => {
    const everything = {
      irritants: ['2026-03-12', '2026-05-30', '2026-11-04'].map(day => irritant(day)),
      responses: [response('2026-11-06', 3)],
      promises: [promised('corrected invoice', '2026-11-18')],
      contacts: [contact('2026-11-18')],
    }
    expect(moodAt(everything)).toEqual(['angry', 'repeat', 'score', 'promise', 'waiting'])
    expect(mood.fact(historyOf(everything), momentOf('2026-11-23'))).toMatchObject({
      text: 'angry: the same again and again, gave a low score, nobody followed up, a promise is broken, waits far longer than usual',
      tone: 'bad',
    })
  })
})
