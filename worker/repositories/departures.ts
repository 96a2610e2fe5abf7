// departure: a customer left on its day, and why; one row a departure and revision.

import type { Departure } from '../history.ts'
import { historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export const departures = loggedTable<Omit<Departure, 'id' | 'at' | 'day'>>('departure', {
  reasonClass: 'reason_class',
  stated: 'stated',
  confirmed: 'confirmed',
  fixedAt: 'fixed_at',
  note: 'note',
})

export const { statements } = departures
export const ofHistory = historyPart(departures, { later: ['fixedAt'] })
