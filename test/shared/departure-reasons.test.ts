import { describe, expect, it } from 'vitest'
import { departureReasonName, departureReasons } from '../../shared/departure-reasons.ts'
import { irritantCategories } from '../../shared/irritant-categories.ts'
import { locales } from '../../shared/locale.ts'
import { reasonClasses } from '../../shared/snapshot.ts'

const all = reasonClasses.flatMap(reasonClass => departureReasons[reasonClass])

describe('reasons for leaving', () => {
  it('that lie with us are the irritants, so that a cause is recognised when it happens again', () => {
    expect(departureReasons.us).toBe(irritantCategories)
  })

  it('have one id and one name each in every language', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const locale of locales) {
      const names = all.map(({ id }) => departureReasonName(id, locale))
      expect(new Set(names).size).toBe(all.length)
      for (const name of names) expect(name).toMatch(/^\p{Lu}/u)
    }
  })

  it('keep their ids: they are stored', () => {
    expect(departureReasons.competitor.map(({ id }) => id)).toEqual([
      'better-price',
      'better-offer',
      'poached',
      'merger',
    ])
    expect(departureReasons.customer.map(({ id }) => id)).toEqual([
      'closed',
      'moved',
      'died',
      'need-gone',
      'budget-cut',
      'changed-stage',
    ])
  })

  it('that are no default are their own name', () => {
    expect(departureReasonName('the new buyer is a cousin', 'lt')).toBe('the new buyer is a cousin')
    expect(departureReasonName('constructor', 'en')).toBe('constructor')
  })
})
