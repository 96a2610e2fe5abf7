import { describe, expect, it } from 'vitest'
import { visitLines, visit as visits } from '../../../worker/metrics/visit.ts'
import { at, visit } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

describe('visits', () => {
  const history = historyOf({
    visits: [
      visit('2026-01-10', { doneAt: at('2026-01-11'), note: 'likes the samples' }),
      visit('2026-02-10', { doneAt: at('2026-02-10') }),
      visit('2026-04-10'),
      visit('2026-03-01', { questions: ['What changed?', 'Who decides now?'] }),
    ],
  })

  it('to be done come first, by their days, then those done, newest first', () => {
    expect(visitLines(history, momentOf('2026-02-20')).map(({ text }) => text)).toEqual([
      'visit on 1 Mar: What changed?; Who decides now?',
      'visit on 10 Apr',
      'visited 10 Feb',
      'visited 11 Jan: likes the samples',
    ])
  })

  it('show the next one with its questions, on its day and after, until it is done', () => {
    const facts = ['2026-02-28', '2026-03-01', '2026-03-02'].map(when => visits.fact(history, momentOf(when)))
    expect(facts.map(fact => [fact?.text.split(':')[0], fact?.tone])).toEqual([
      ['visit on 1 Mar', 'plain'],
      ['visit today', 'plain'],
      ['visit of 1 Mar not done', 'warn'],
    ])
  })

  it('list the latest three that were done', () => {
    const done = Array.from({ length: 5 }, (_, index) =>
      visit(`2026-01-1${index}`, { doneAt: at(`2026-01-1${index}`) }),
    )
    const lines = visitLines(historyOf({ visits: done }), momentOf('2026-02-20'))
    expect(lines.map(({ day }) => day)).toEqual(['2026-01-14', '2026-01-13', '2026-01-12'])
  })

  it('say nothing where none is planned', () => {
    expect(visits.fact(historyOf({}), momentOf('2026-02-20'))).toBeNull()
  })
})
