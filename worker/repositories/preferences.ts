// preference: how a customer wants to be treated; one row a preference and revision.

import type { Preference } from '../history.ts'
import { historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export const preferences = loggedTable<Omit<Preference, 'id' | 'at'>>('preference', {
  kind: 'kind',
  value: 'value',
  personId: 'person_id',
})

export const { statements } = preferences
export const ofHistory = historyPart(preferences)
