// promise: what we told a customer we would do, by when; one row a promise and revision.

import type { Promised } from '../history.ts'
import { historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export const promises = loggedTable<Omit<Promised, 'id' | 'at' | 'author'>>('promise', {
  what: 'what',
  dueDay: 'due_day',
  firstDueDay: 'first_due_day',
  keptAt: 'kept_at',
  apologisedAt: 'apologised_at',
})

export const { statements } = promises
export const ofHistory = historyPart(promises, { later: ['keptAt', 'apologisedAt'], withAuthor: true })
