import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf, sourceOf } from '../../worker/fact-id.ts'

describe('the id of a fact', () => {
  it('is its own where a member logged it', () => {
    expect(idOf('member', '5c6e')).toBe('5c6e')
  })

  it('says its source otherwise', () => {
    expect(idOf('survey', '17')).toBe('survey:17')
  })

  it('leads back to source and id, whatever signs they hold', () => {
    const signs = fc.string({ unit: fc.constantFrom(':', '%', '3A', '25', 'a', '/'), minLength: 1 })
    fc.assert(
      fc.property(signs, signs, (source, externalId) => {
        expect(sourceOf(idOf(source, externalId))).toEqual([source, externalId])
      }),
    )
  })
})
