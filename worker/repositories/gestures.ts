// gesture: what we gave to make good or to thank; one row a gesture and revision.

import type { Gesture } from '../history.ts'
import { historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export const gestures = loggedTable<Omit<Gesture, 'id' | 'at'>>('gesture', {
  kind: 'kind',
  what: 'what',
  costMinor: 'cost_minor',
  currency: 'currency',
  validUntilDay: 'valid_until_day',
})

export const { statements } = gestures
export const ofHistory = historyPart(gestures)
