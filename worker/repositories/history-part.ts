// The part of the look-up that reads one table of logged facts: of the customer `c` of the workspace
// `who.workspace_id` what had happened by ?4 and was known at ?8. ?5 is the first local day that ?4 can be on.

import { idOf } from '../fact-id.ts'
import type { Value } from './fact-table.ts'
import { contentOf, type LoggedTable } from './logged-table.ts'

export interface HistoryPart<T> {
  /** A scalar subselect: the facts as a JSON array of arrays. */
  select: string
  /** The facts of that array, oldest first. */
  read(rows: readonly unknown[]): T[]
}

/** A fact as a history holds it. */
export type Remembered<Content> = Content & {
  id: string
  at: number
  /** The local day number it lies under. */
  day: number
  /** Null where it was not asked for, or another system logged it. */
  author: { id: string; name: string } | null
}

interface Options<Content> {
  /** Moments that may come after the fact itself: null while they are to come. */
  later?: readonly (keyof Content)[]
  /** Instead of a column, in SQL over the row `x`. */
  instead?: Partial<Record<keyof Content, string>>
  /** Which facts alone count, in SQL over the row `x`. */
  where?: string
  /** Whether their authors' names are wanted. */
  withAuthor?: true
}

/** Of the row `x`: had it happened by ?4, and was it known at ?8? */
const rememberedThen = `x.at <= ?4 AND x.recorded_at <= ?8 AND (x.superseded_at IS NULL OR x.superseded_at > ?8)`

/** A moment that may come after the fact itself. */
const ifPast = (column: string) => `CASE WHEN ${column} <= ?4 THEN ${column} END`

export function historyPart<Content extends object>(
  table: LoggedTable<Content>,
  { later = [], instead = {}, where, withAuthor }: Options<Content> = {},
): HistoryPart<Remembered<Content>> {
  const own = table.fields.filter(({ key }) => key !== 'at' && key !== 'authorId')
  const expressions = own.map(({ key, column }) => {
    const field = key as keyof Content
    return instead[field] ?? (later.includes(field) ? ifPast(`x.${column}`) : `x.${column}`)
  })
  const columns = [
    'x.source, x.external_id, x.at, x.day',
    withAuthor ? 'a.id, a.name' : 'NULL, NULL',
    ...expressions,
  ]
  const author = `LEFT JOIN member a ON a.workspace_id = x.workspace_id AND a.id = x.author_id`
  return {
    select: `
      (SELECT json_group_array(json_array(${columns.join(', ')}))
        FROM ${table.name} x ${withAuthor ? author : ''}
        WHERE x.workspace_id = who.workspace_id AND x.customer_id = c.id AND ${rememberedThen}
          ${where ? `AND ${where}` : ''})`,
    read: rows =>
      (rows as Row[])
        .map(([source, externalId, at, day, authorId, authorName, ...values]) => ({
          ...(contentOf(own, values) as Content),
          id: idOf(source, externalId),
          at,
          day,
          author: authorId === null || authorName === null ? null : { id: authorId, name: authorName },
        }))
        .sort((one, other) => one.at - other.at),
  }
}

type Row = [
  source: string,
  externalId: string,
  at: number,
  day: number,
  authorId: string | null,
  authorName: string | null,
  ...values: Value[],
]
