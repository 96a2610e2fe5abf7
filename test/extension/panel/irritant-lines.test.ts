import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryChoices, matchingChoices } from '../../../extension/panel/category-choices.ts'
import { irritantLines, timesLogged } from '../../../extension/panel/irritant-lines.ts'
import { irritantCategories } from '../../../shared/irritant-categories.ts'
import { angry, pending } from './example-states.ts'

const { irritants: groups } = angry('en')
const entries = fc.array(
  fc
    .tuple(
      fc.constantFrom<'waiting' | 'refused'>('waiting', 'refused'),
      fc.constantFrom('small-mistakes', 'rude-staff', 'own word'),
    )
    .map(([state, category]) => pending(state, category, null)),
)

test('every entry on its way stands in exactly one line', () => {
  fc.assert(
    fc.property(entries, pending => {
      const lines = irritantLines(groups, pending, 'en')
      expect(lines.flatMap(line => line.pending.map(({ entry }) => entry)).toSorted(byKey)).toEqual(
        pending.toSorted(byKey),
      )
      expect(new Set(lines.map(({ category }) => category)).size).toBe(lines.length)
    }),
  )
})

test('refused entries are never counted as occurrences', () => {
  fc.assert(
    fc.property(entries, pending => {
      for (const line of irritantLines(groups, pending, 'en')) {
        const waiting = line.pending.filter(({ entry }) => entry.state === 'waiting').length
        expect(timesLogged(line)).toBe((line.group?.count ?? 0) + waiting)
      }
    }),
  )
})

test('a category nobody knows keeps its own word', () => {
  const [line] = irritantLines([], [pending('waiting', 'own word', null)], 'ru')
  expect(line?.name).toBe('own word')
})

test('every default category can be chosen once', () => {
  const choices = categoryChoices(groups, [], 'lt')
  expect(choices.map(({ id }) => id).toSorted()).toEqual(irritantCategories.map(({ id }) => id).toSorted())
})

test('a category is found without its accents, in any order of words', () => {
  const names = (typed: string) =>
    matchingChoices(categoryChoices([], [], 'lt'), typed).map(({ name }) => name)
  expect(names('LETI')).toEqual(['Lėti atsakymai'])
  expect(names('pažad neteset')).toEqual(['Netesėtas pažadas'])
  expect(names('')).toHaveLength(irritantCategories.length)
})

function byKey(one: { key: string }, other: { key: string }): number {
  return one.key.localeCompare(other.key)
}
