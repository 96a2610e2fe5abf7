// visit: planned for its day, with what to ask there; one row a visit and revision.

import type { Visit } from '../history.ts'
import { historyPart } from './history-part.ts'
import { json, loggedTable } from './logged-table.ts'

export const visits = loggedTable<Omit<Visit, 'id' | 'day'>>('visit', {
  questions: json('questions'),
  doneAt: 'done_at',
  note: 'note',
})

export const { statements } = visits
export const ofHistory = historyPart(visits, { later: ['doneAt'] })
