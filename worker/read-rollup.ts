// What every customer of a workspace spent, read page by page -> the rollup that ranks one of them.

import type { Settings } from '../shared/settings.ts'
import type { Env } from './env.ts'
import type { Rollup } from './metrics/metric.ts'
import { readPurchaseTotals } from './repositories/purchases.ts'
import { type CustomerTotals, rollUp } from './rollup.ts'

/** A whole-workspace job. @param today local day number, that day included. */
export async function readRollup(
  db: Env['DB'],
  workspaceId: string,
  scope: { currency: string; today: number; settings: Settings },
): Promise<Rollup | null> {
  const totals: CustomerTotals[] = []
  for await (const page of readPurchaseTotals(db, workspaceId, scope.currency, scope.today))
    totals.push(...page)
  return rollUp(totals, scope)
}
