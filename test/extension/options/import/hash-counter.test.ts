import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HashCounter } from '../../../../extension/options/import/hash-counter.ts'

it('counts like a map of the texts themselves', () => {
  const texts = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('', 'a', 'b')), {
    maxLength: 300,
  })
  fc.assert(
    fc.property(texts, some => {
      const counter = new HashCounter()
      const seen = new Map<string, number>()
      for (const text of some) {
        seen.set(text, (seen.get(text) ?? 0) + 1)
        expect(counter.add(text)).toBe(seen.get(text))
      }
      expect(counter.size).toBe(seen.size)
    }),
  )
})

it('tells two hundred thousand texts apart that differ little', () => {
  const counter = new HashCounter()
  for (let index = 0; index < 200_000; index += 1) counter.add(`["record","${index}","2026-11-23",1200]`)
  expect(counter.size).toBe(200_000)
  expect(counter.add('["record","199999","2026-11-23",1200]')).toBe(2)
})
