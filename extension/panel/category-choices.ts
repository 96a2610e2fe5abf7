// The categories to choose from: first those this customer already met, then the default ones. Pure.

import { irritantCategories } from '../../shared/irritant-categories.ts'
import type { Locale } from '../../shared/locale.ts'
import type { IrritantGroup } from '../../shared/snapshot.ts'
import type { PendingIrritant } from '../panel-state.ts'
import { irritantLines, timesLogged } from './irritant-lines.ts'

export interface CategoryChoice {
  id: string
  name: string
  /** How often it was logged for this customer, what is on its way included. */
  times: number
}

export function categoryChoices(
  groups: readonly IrritantGroup[],
  pending: readonly PendingIrritant[],
  locale: Locale,
): CategoryChoice[] {
  const met = irritantLines(groups, pending, locale).map(line => ({
    id: line.category,
    name: line.name,
    times: timesLogged(line),
  }))
  const others = irritantCategories
    .filter(({ id }) => !met.some(choice => choice.id === id))
    .map(({ id, names }) => ({ id, name: names[locale], times: 0 }))
  return [...met, ...others]
}

/** Those where each word typed begins a word of the name, whatever case and accents: `leti` finds `Lėti atsakymai`. */
export function matchingChoices(choices: readonly CategoryChoice[], typed: string): CategoryChoice[] {
  const wanted = wordsOf(typed)
  return choices.filter(({ name }) => {
    const named = wordsOf(name)
    return wanted.every(beginning => named.some(word => word.startsWith(beginning)))
  })
}

function wordsOf(text: string): string[] {
  return text
    .trim()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/\s+/)
}
