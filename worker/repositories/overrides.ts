// override: a member's own band for a customer for a while; one row an override and revision.

import type { Override } from '../history.ts'
import { historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export const overrides = loggedTable<Omit<Override, 'id' | 'at' | 'author'>>('override', {
  band: 'band',
  reason: 'reason',
  untilDay: 'until_day',
})

export const { statements } = overrides
export const ofHistory = historyPart(overrides, { withAuthor: true })
