import { describe, expect, it } from 'vitest'
import { people, peopleOf, personOf } from '../../../worker/metrics/people.ts'
import { person } from './facts.ts'
import { historyOf, momentOf } from './history.ts'

const now = momentOf('2026-11-23')
const company = historyOf({ people: [person('Rūta', 'orders'), person('Jonas', 'decides'), person('Ona')] })

describe('people', () => {
  it('are named with what they do, in the order in which they became known', () => {
    expect(peopleOf(company, now).map(({ text }) => text)).toEqual(['Rūta, orders', 'Jonas, decides', 'Ona'])
    expect(people.fact(company, now)?.text).toBe('Rūta, orders; Jonas, decides; Ona')
  })

  it('are said in the language of the reader', () => {
    const said = (locale: 'ru' | 'lt') => peopleOf(company, momentOf('2026-11-23', { locale }))[1]?.text
    expect([said('ru'), said('lt')]).toEqual(['Jonas, принимает решения', 'Jonas, sprendžia'])
  })

  it('are counted beyond the sixth', () => {
    const eight = historyOf({ people: Array.from({ length: 8 }, (_, index) => person(`P${index}`)) })
    expect(people.fact(eight, now)?.text).toBe('P0; P1; P2; P3; P4; P5 and 2 more')
  })

  it('that nobody recorded are said to be so', () => {
    expect(people.fact(historyOf({}), now)?.text).toBe('no people recorded')
  })

  it('have one whose identity led here, or nobody', () => {
    expect(personOf(company, now, 'Jonas')?.name).toBe('Jonas')
    expect(personOf(company, now, null)).toBeNull()
    expect(personOf(company, now, 'somebody of another customer')).toBeNull()
  })
})
