// person: one of the people of a company customer; one row a person and revision.

import type { PersonBody } from '../../shared/facts.ts'
import type { Person } from '../history.ts'
import { historyPart } from './history-part.ts'
import { json, loggedTable } from './logged-table.ts'

export interface PersonContent extends Omit<Person, 'id'> {
  /** As they were said; the table identity has them as they are compared. */
  identities: NonNullable<PersonBody['identities']>
}

export const people = loggedTable<PersonContent>('person', {
  name: 'name',
  role: 'role',
  identities: json('identities'),
})

export const { statements } = people
export const ofHistory = historyPart(people)
