// POST /v1/customers/{id}/irritants and PATCH on one: what annoyed a customer, as members log and solve it.

import { api } from '../../shared/api.ts'
import type { Locale } from '../../shared/locale.ts'
import { defaultSettings } from '../../shared/settings.ts'
import type { IrritantGroup } from '../../shared/snapshot.ts'
import { dayOf } from '../../shared/time.ts'
import type { Change } from '../fact-kind.ts'
import type { Irritant } from '../history.ts'
import { annoyances, irritantGroup } from '../metrics/irritants.ts'
import { addAudits } from '../repositories/audit.ts'
import { irritants } from '../repositories/irritants.ts'
import type { Revision } from '../repositories/logged-table.ts'
import { ifSaid, laterMoment, momentText, wordsOf } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

type IrritantContent = Omit<Irritant, 'id' | 'at'>

export const irritantRoutes = factRoutes(api.logIrritant, api.correctIrritant, {
  name: 'irritant',
  table: irritants,
  content: ({ category, note, solvedAt, personId = null }, telling) => ({
    category,
    note: wordsOf(note),
    solvedAt: ifSaid(solvedAt, text => laterMoment('solvedAt', text, telling)),
    personId,
  }),
  said: ({ solvedAt, ...rest }) => ({ ...rest, solvedAt: momentText(solvedAt) }),
  // A category annoys: its occurrences are solved together, and answered as the group that the snapshot shows.
  consequences: {
    reads: (db, workspaceId, { id = '' }) => [irritants.findOfCustomer(db, workspaceId, id)],
    follow(change, [rows = []], { env: { DB: db }, locale, now }) {
      const { workspaceId, memberId: authorId } = change.telling.who
      const others = irritants.revisions(rows).filter(({ id }) => id !== change.factId)
      const alike = others.filter(other => isSolvedAlong(other, change))
      const solved = alike.map(other => solvedAlong(other, change))
      const unchanged = others.filter(other => !alike.includes(other))
      const standing = [...unchanged, ...solved, ...(change.after ? [change.after] : [])]
      const customerId = change.customer.id
      const factIds = alike.map(({ id }) => id)
      const audited = { authorId, action: 'correct', kind: 'irritant', customerId, factIds } as const
      return {
        answer: { irritant: groupOf(standing, change, locale) },
        writes: [
          ...irritants.save(db, workspaceId, solved.map(factOf), alike.map(factOf), now, null),
          ...(alike.length > 0 ? [addAudits(db, workspaceId, audited, now)] : []),
        ],
      }
    },
  },
})

type IrritantChange = Change<IrritantContent>
type Occurrence = Revision<IrritantContent>

/** Was it in the state that the corrected one of its category leaves? */
function isSolvedAlong({ content }: Occurrence, { before, after }: IrritantChange): boolean {
  if (!before?.fact.isLive || !after) return false
  const { category, solvedAt } = before.content
  return after.content.solvedAt !== solvedAt && content.category === category && content.solvedAt === solvedAt
}

/** Nothing is solved before it happens. */
function solvedAlong({ id, fact, content }: Occurrence, { after }: IrritantChange): Occurrence {
  const solvedAt = ifSaid(after?.content.solvedAt, at => Math.max(at, content.at))
  const solved = { ...content, solvedAt }
  const values = irritants.valuesOf(solved)
  return { id, content: solved, fact: { ...fact, revision: fact.revision + 1, content: values } }
}

/** The occurrences of the changed one's category; null where none is left. */
function groupOf(
  standing: readonly Occurrence[],
  { before, after, telling: { now, who } }: IrritantChange,
  locale: Locale,
): IrritantGroup | null {
  const category = (after ?? before)?.content.category
  const known = standing.map(({ id, content }): Irritant => ({ ...content, id }))
  const group = annoyances(known.sort((one, other) => one.at - other.at)).find(
    one => one.category === category,
  )
  const { timeZone, currency } = who
  const today = dayOf(now, timeZone)
  const moment = { at: now, today, timeZone, currency, locale, settings: defaultSettings, fit: null }
  return group ? irritantGroup(group, moment) : null
}

function factOf({ fact }: Occurrence): Occurrence['fact'] {
  return fact
}
