// win_back: the effort to return a customer; one row an effort and revision.

import type { WinBack } from '../history.ts'
import { type HistoryPart, historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'
import { ofHistory as stepsOfHistory } from './win-back-steps.ts'

export const winBacks = loggedTable<Omit<WinBack, 'id' | 'at' | 'steps'>>('win_back', {
  note: 'note',
  closedAt: 'closed_at',
  outcome: 'outcome',
})

export const { statements } = winBacks

const efforts = historyPart(winBacks, {
  later: ['closedAt'],
  instead: { outcome: 'CASE WHEN x.closed_at <= ?4 THEN x.outcome END' },
})

/** The efforts with their steps. */
export const ofHistory: HistoryPart<WinBack> = {
  select: `(SELECT json_array(${efforts.select}, ${stepsOfHistory.select}))`,
  read([effortRows, stepRows]) {
    const steps = stepsOfHistory.read(stepRows as unknown[])
    return efforts
      .read(effortRows as unknown[])
      .map(effort => ({ ...effort, steps: steps.filter(({ winBackId }) => winBackId === effort.id) }))
  },
}
