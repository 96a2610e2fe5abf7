// Where an entry stands that the Worker has not confirmed: on its way, kept for later, or refused.

import type { Words } from '../../shared/words/words.ts'
import type { PanelView, PendingIrritant, Trouble } from '../panel-state.ts'

export type Freshness = Extract<PanelView, { is: 'customer' }>['freshness']

/** Is this why the Worker cannot be asked, rather than how fresh its answer is? */
export function isTrouble(freshness: Freshness): freshness is Trouble {
  return freshness !== 'fresh' && freshness !== 'refreshing'
}

export function pendingWord({ state }: PendingIrritant, freshness: Freshness, { panel }: Words): string {
  if (state === 'refused') return panel.pending.refused
  return state === 'delayed' || isTrouble(freshness) ? panel.pending.later : panel.pending.saving
}
