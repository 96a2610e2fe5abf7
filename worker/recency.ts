// Recency: a customer's history as the risk model sees it, pauses taken out.

import { daysPerWeek } from '../shared/time.ts'
import type { History } from './history.ts'
import type { Moment } from './metrics/metric.ts'
import { silenceSince } from './metrics/pause.ts'
import type { Rhythm } from './rhythm.ts'
import type { Recency } from './risk-model/mbg-nbd.ts'

/** Repeat purchases, weeks from the first to the last one, and weeks from the first up to today. */
export function recencyOf(rhythm: Rhythm, history: History, { today }: Moment): Recency {
  const { gapCount, activeDays, lastDay } = rhythm
  const observedDays = activeDays + silenceSince(lastDay, history, today)
  return { x: gapCount, tx: activeDays / daysPerWeek, T: observedDays / daysPerWeek }
}
