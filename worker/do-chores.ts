// What nobody asks for and somebody has to do: one piece each time the clock calls, the most urgent first. Each piece
// is as much as one request may do, and a kill loses nothing: the next call finds it again.

import { dayMs, dayOf, daysPerWeek } from '../shared/time.ts'
import { continueRule } from './change-rule.ts'
import type { Env } from './env.ts'
import { renewFits } from './renew-fits.ts'
import { findRule, readBuildingWorkspace, ruleOf } from './repositories/rule-versions.ts'
import { putOffFit, readFitDue } from './repositories/workspaces.ts'

export type Chore = 'rule' | 'fit' | null

/** @returns what was done; null where nothing was to do. */
export async function doChores({ DB: db }: Env, now: number): Promise<Chore> {
  const building = await readBuildingWorkspace(db)
  if (building !== null) {
    await continueRule(db, building, now)
    return 'rule'
  }
  const due = await readFitDue(db, now)
  if (!due) return null
  await putOffFit(db, due.id, now + daysPerWeek * dayMs).run()
  const rule = ruleOf(await findRule(db, due.id).first())
  const today = dayOf(now, due.timeZone)
  await renewFits(db, { workspaceId: due.id, currency: due.currency, today }, rule, now)
  return 'fit'
}
