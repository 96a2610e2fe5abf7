// win_back_step: one thing done to return a customer; one row a step and revision.

import type { WinBack } from '../history.ts'
import { historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export interface WinBackStepContent extends Omit<WinBack['steps'][number], 'id' | 'at'> {
  winBackId: string
}

export const winBackSteps = loggedTable<WinBackStepContent>('win_back_step', {
  winBackId: 'win_back_id',
  channel: 'channel',
  what: 'what',
  costMinor: 'cost_minor',
  currency: 'currency',
  outcome: 'outcome',
})

export const { statements } = winBackSteps
export const ofHistory = historyPart(winBackSteps)
