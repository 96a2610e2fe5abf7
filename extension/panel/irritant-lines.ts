// What annoys this customer, line by line: what the Worker knows together with what is still on its way. Pure.

import { irritantCategoryName } from '../../shared/irritant-categories.ts'
import type { Locale } from '../../shared/locale.ts'
import type { IrritantGroup } from '../../shared/snapshot.ts'
import type { PendingIrritant } from '../panel-state.ts'

/** One repeat is forgiven, regular ones drive people away. */
export const regularFrom = 3

export interface PendingEntry {
  entry: PendingIrritant
  /** It will be the category's so-manieth occurrence. */
  nth: number
}

export interface IrritantLine {
  category: string
  name: string
  /** Null where the Worker does not know the category for this customer yet. */
  group: IrritantGroup | null
  pending: PendingEntry[]
}

/** Categories that are new here first, then the groups in the Worker's order. */
export function irritantLines(
  groups: readonly IrritantGroup[],
  pending: readonly PendingIrritant[],
  locale: Locale,
): IrritantLine[] {
  const known = new Set(groups.map(({ category }) => category))
  const added = new Set(pending.map(({ category }) => category).filter(category => !known.has(category)))
  return [
    ...[...added].map(category => ({
      category,
      name: irritantCategoryName(category, locale),
      group: null,
      pending: entriesOf(category, 0, pending),
    })),
    ...groups.map(group => ({
      category: group.category,
      name: group.name,
      group,
      pending: entriesOf(group.category, group.count, pending),
    })),
  ]
}

/** How often the category will have been logged once everything on its way has arrived. */
export function timesLogged(line: IrritantLine): number {
  return Math.max(line.group?.count ?? 0, ...line.pending.map(({ nth }) => nth))
}

function entriesOf(category: string, count: number, pending: readonly PendingIrritant[]): PendingEntry[] {
  let nth = count
  return pending
    .filter(entry => entry.category === category)
    .map(entry => {
      if (entry.state !== 'refused') nth += 1
      return { entry, nth }
    })
}
