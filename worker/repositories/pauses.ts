// pause: silence that is excused from its day on; one row a pause and revision.

import type { Pause } from '../history.ts'
import { type HistoryPart, historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export const pauses = loggedTable<Omit<Pause, 'id' | 'fromDay'>>('pause', {
  untilDay: 'until_day',
  reason: 'reason',
})

export const { statements } = pauses

const { select, read } = historyPart(pauses)
export const ofHistory: HistoryPart<Pause> = {
  select,
  read: rows => read(rows).map(({ id, day, untilDay, reason }) => ({ id, fromDay: day, untilDay, reason })),
}
