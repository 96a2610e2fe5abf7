// People: who they are at a company customer, and what each of them does there.

import { count, type Locale, type Plural } from '../../shared/locale.ts'
import type { Person, PersonRole } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  none: string
  roles: Record<Exclude<PersonRole, 'other'>, string>
  more: Plural
}

const words: Record<Locale, Words> = {
  en: {
    label: 'People',
    meaning: 'The people of this customer and what they do there. Their wishes and scores show here too.',
    none: 'no people recorded',
    roles: { orders: 'orders', decides: 'decides', uses: 'uses what we sell' },
    more: { one: 'and # more', other: 'and # more' },
  },
  ru: {
    label: 'Люди',
    meaning: 'Люди этого клиента и что каждый делает. Их пожелания и оценки видны и здесь.',
    none: 'люди не записаны',
    roles: { orders: 'заказывает', decides: 'принимает решения', uses: 'пользуется' },
    more: { one: 'и ещё #', other: 'и ещё #' },
  },
  lt: {
    label: 'Žmonės',
    meaning: 'Šio kliento žmonės ir ką kiekvienas daro. Jų pageidavimai ir įvertinimai matomi ir čia.',
    none: 'žmonių nepažymėta',
    roles: { orders: 'užsako', decides: 'sprendžia', uses: 'naudojasi' },
    more: { one: 'ir dar #', other: 'ir dar #' },
  },
}

/** More people than these are counted, not named. */
const mostNamed = 6

/** Everyone, in the order in which they became known. */
export function peopleOf({ people }: History, { locale }: Moment): Person[] {
  const { roles } = words[locale]
  return people.map(({ id, name, role }) => ({
    id,
    name,
    role,
    text: role === 'other' ? name : `${name}, ${roles[role]}`,
  }))
}

/** The person with that id; null without one, and for the customer as a whole. */
export function personOf(history: History, moment: Moment, personId: string | null): Person | null {
  return peopleOf(history, moment).find(({ id }) => id === personId) ?? null
}

/** Whose a fact is; null for the customer as a whole. */
export function personName({ people }: History, personId: string | null): string | null {
  return people.find(({ id }) => id === personId)?.name ?? null
}

export const people: Metric = {
  id: 'people',
  fact(history, moment) {
    const { label, meaning, none, more } = words[moment.locale]
    const all = peopleOf(history, moment).map(({ text }) => text)
    const unnamed = all.length - mostNamed
    const named = all.slice(0, mostNamed).join('; ')
    const text = unnamed > 0 ? `${named} ${count(moment.locale, more, unnamed)}` : named
    return { id: 'people', label, text: text || none, tone: 'plain', meaning }
  },
}
