// standing, active_span and daily_movement: where customers stand under a rule version, written together, since
// each says the same of a customer in another way. And dirty_customer: who changed while a version was being built.

import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import { type Movement, type MovementKind, movementsOf } from '../movements.ts'
import { payloads } from '../payload.ts'
import type { Stand } from '../stand.ts'
import { noStanding, type Series, type Span, type Standing } from '../standing.ts'

/** As the look-up and `stored` read them; read with `standingOf`. */
export const standingColumns = `series, since_day, since_cause, once_day, late_day, lost_day, departed_day, returned_day,
      returned_until_day`

export const statements = {
  // ?3 [[customer_id, owner_id, the columns in their order], ...]
  saveStandings: `
    INSERT INTO standing (workspace_id, rule_version, customer_id, owner_id, ${standingColumns})
    SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7, value ->> 8, value ->> 9, value ->> 10
    FROM json_each(?3) WHERE true
    ON CONFLICT DO UPDATE SET owner_id = excluded.owner_id, series = excluded.series, since_day = excluded.since_day,
      since_cause = excluded.since_cause, once_day = excluded.once_day, late_day = excluded.late_day,
      lost_day = excluded.lost_day, departed_day = excluded.departed_day, returned_day = excluded.returned_day,
      returned_until_day = excluded.returned_until_day`,
  removeStandings: `
    DELETE FROM standing WHERE workspace_id = ?1 AND rule_version = ?2
      AND customer_id IN (SELECT value FROM json_each(?3))`,
  // ?3 [[customer_id, start_day, series, start_cause, end_day, end_cause], ...]
  saveSpans: `
    INSERT INTO active_span (workspace_id, rule_version, customer_id, start_day, series, start_cause, end_day,
      end_cause)
    SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    FROM json_each(?3) WHERE true
    ON CONFLICT DO UPDATE SET series = excluded.series, start_cause = excluded.start_cause,
      end_day = excluded.end_day, end_cause = excluded.end_cause`,
  // ?3 [[customer_id, start_day], ...]
  removeSpans: `
    DELETE FROM active_span WHERE workspace_id = ?1 AND rule_version = ?2
      AND (customer_id, start_day) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?3))`,
  // ?3 [[day, owner_id, series, started, returned, repeated, lost, departed], ...]: what comes on top.
  addMovements: `
    INSERT INTO daily_movement (workspace_id, rule_version, day, owner_id, series, started, returned, repeated,
      lost, departed)
    SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7
    FROM json_each(?3) WHERE true
    ON CONFLICT DO UPDATE SET started = started + excluded.started, returned = returned + excluded.returned,
      repeated = repeated + excluded.repeated, lost = lost + excluded.lost,
      departed = departed + excluded.departed`,
  // Customers ?2, where a rule version is being built.
  markDirty: `
    INSERT INTO dirty_customer (workspace_id, customer_id) SELECT ?1, value FROM json_each(?2)
    WHERE EXISTS (SELECT 1 FROM rule_version r INDEXED BY rule_version_unbuilt
      WHERE r.workspace_id = ?1 AND r.applied_at IS NULL)
    ON CONFLICT DO NOTHING`,
  someDirty: `SELECT d.customer_id FROM dirty_customer d WHERE d.workspace_id = ?1 AND d.customer_id > '' LIMIT ?2`,
  cleanDirty: `
    DELETE FROM dirty_customer WHERE workspace_id = ?1 AND customer_id IN (SELECT value FROM json_each(?2))`,
  cleanAllDirty: `DELETE FROM dirty_customer WHERE workspace_id = ?1 AND customer_id > ''`,
  refuseIfDirty: `
    SELECT CASE WHEN EXISTS (SELECT 1 FROM dirty_customer d WHERE d.workspace_id = ?1 AND d.customer_id > '')
    THEN json('customers dirty') END`,
  // Of the customers ?3: as stored, standing and closed spans.
  stored: `
    SELECT asked.value AS customer_id,
      (SELECT json_array(s.owner_id, json_array(${standingColumns})) FROM standing s
        WHERE s.workspace_id = ?1 AND s.rule_version = ?2 AND s.customer_id = asked.value) AS standing,
      (SELECT json_group_array(json_array(a.start_day, a.series, a.start_cause, a.end_day, a.end_cause))
        FROM active_span a
        WHERE a.workspace_id = ?1 AND a.rule_version = ?2 AND a.customer_id = asked.value) AS spans
    FROM json_each(?3) asked`,
  // Whole versions that no longer count.
  dropStandings: `DELETE FROM standing WHERE workspace_id = ?1 AND rule_version = ?2`,
  dropSpans: `DELETE FROM active_span WHERE workspace_id = ?1 AND rule_version = ?2`,
  dropMovements: `DELETE FROM daily_movement WHERE workspace_id = ?1 AND rule_version = ?2`,
}

const dayOrNull = z.nullable(z.number())
/** The columns of `standingColumns` in their order. */
const standingRow = z.tuple([
  z.nullable(z.enum(['once', 'repeat'])),
  dayOrNull,
  z.nullable(z.enum(['started', 'returned'])),
  dayOrNull,
  dayOrNull,
  dayOrNull,
  dayOrNull,
  dayOrNull,
  dayOrNull,
])

/** How one customer stood and stands, and whose they were and are. */
export interface StandChange {
  customerId: string
  before: OwnedStand | null
  after: OwnedStand
}

export interface OwnedStand {
  ownerId: string | null
  stand: Stand
}

/** Statements that bring standings, spans and movements of a version from before to after. */
export function saveStands(
  db: Env['DB'],
  workspaceId: string,
  version: number,
  changes: readonly StandChange[],
): D1PreparedStatement[] {
  const bind = (sql: string, rows: readonly unknown[]) =>
    payloads(rows).map(json => db.prepare(sql).bind(workspaceId, version, json))
  const standings = changes.filter(({ after }) => stands(after.stand.standing))
  const gone = changes.filter(({ before, after }) => before && !stands(after.stand.standing))
  const differing = changes.map(differingSpans)
  return [
    ...bind(
      statements.removeStandings,
      gone.map(({ customerId }) => customerId),
    ),
    ...bind(
      statements.saveStandings,
      standings.map(({ customerId, after }) => [customerId, after.ownerId, ...rowOf(after.stand.standing)]),
    ),
    ...bind(
      statements.removeSpans,
      differing.flatMap(({ customerId, gone }) => gone.map(({ startDay }) => [customerId, startDay])),
    ),
    ...bind(
      statements.saveSpans,
      differing.flatMap(({ customerId, come }) => come.map(span => [customerId, ...spanRow(span)])),
    ),
    ...bind(statements.addMovements, movementRows(changes)),
  ]
}

/** Marks customers as changed for a version that is being built, if one is. */
export function markDirty(
  db: Env['DB'],
  workspaceId: string,
  customerIds: readonly string[],
): D1PreparedStatement[] {
  return payloads(customerIds).map(json => db.prepare(statements.markDirty).bind(workspaceId, json))
}

/** Some of the customers to be done again. */
export async function readDirty(db: Env['DB'], workspaceId: string, most: number): Promise<string[]> {
  const { results } = await db
    .prepare(statements.someDirty)
    .bind(workspaceId, most)
    .all<{ customer_id: string }>()
  return results.map(({ customer_id }) => customer_id)
}

export function cleanDirty(
  db: Env['DB'],
  workspaceId: string,
  customerIds: readonly string[],
): D1PreparedStatement {
  return db.prepare(statements.cleanDirty).bind(workspaceId, JSON.stringify(customerIds))
}

export function cleanAllDirty(db: Env['DB'], workspaceId: string): D1PreparedStatement {
  return db.prepare(statements.cleanAllDirty).bind(workspaceId)
}

export function refuseIfDirty(db: Env['DB'], workspaceId: string): D1PreparedStatement {
  return db.prepare(statements.refuseIfDirty).bind(workspaceId)
}

/** How customers stand as stored under a version, and whose they were then. */
export async function readStands(
  db: Env['DB'],
  workspaceId: string,
  version: number,
  customerIds: readonly string[],
): Promise<Map<string, OwnedStand>> {
  const { results } = await db
    .prepare(statements.stored)
    .bind(workspaceId, version, JSON.stringify(customerIds))
    .all<{ customer_id: string; standing: string | null; spans: string }>()
  return new Map(
    results.map(({ customer_id, standing: row, spans }) => {
      const [ownerId, standing] = row === null ? [null, null] : JSON.parse(row)
      const stand = { standing: standingOf(standing), spans: (JSON.parse(spans) as SpanRow[]).map(spanOf) }
      return [customer_id, { ownerId, stand }]
    }),
  )
}

/** Everything that lies under a version which no longer counts. */
export function dropVersion(db: Env['DB'], workspaceId: string, version: number): D1PreparedStatement[] {
  return [statements.dropStandings, statements.dropSpans, statements.dropMovements].map(sql =>
    db.prepare(sql).bind(workspaceId, version),
  )
}

/** The standing of a row's array; null for a customer who has none. */
export function standingOf(row: unknown): Standing {
  if (row === null) return noStanding
  const [series, sinceDay, sinceCause, ...days] = z.parse(standingRow, row)
  const [onceDay, lateDay, lostDay, departedDay, returnedDay, returnedUntilDay] = days
  const isSince = series !== null && sinceCause !== null && sinceDay !== null
  const since = isSince ? { day: sinceDay, series, cause: sinceCause } : null
  return { since, onceDay, lateDay, lostDay, departedDay, returnedDay, returnedUntilDay }
}

function stands({ since, departedDay }: Standing): boolean {
  return since !== null || departedDay !== null
}

function rowOf(standing: Standing): unknown[] {
  const { since, onceDay, lateDay, lostDay, departedDay, returnedDay, returnedUntilDay } = standing
  return [
    since?.series ?? null,
    since?.day ?? null,
    since?.cause ?? null,
    onceDay,
    lateDay,
    lostDay,
    departedDay,
    returnedDay,
    returnedUntilDay,
  ]
}

type SpanRow = [number, Span['series'], Span['startCause'], number, Span['endCause']]

function spanRow({ startDay, series, startCause, endDay, endCause }: Span): SpanRow {
  return [startDay, series, startCause, endDay, endCause]
}

function spanOf([startDay, series, startCause, endDay, endCause]: SpanRow): Span {
  return { startDay, series, startCause, endDay, endCause }
}

/** The spans from the first that differs on: what was there, and what comes instead. */
function differingSpans({ customerId, before, after }: StandChange): {
  customerId: string
  gone: Span[]
  come: Span[]
} {
  const [old, young] = [before?.stand.spans ?? [], after.stand.spans]
  let same = 0
  while (isSameSpan(old[same], young[same])) same += 1
  return { customerId, gone: old.slice(same), come: young.slice(same) }
}

function isSameSpan(one: Span | undefined, other: Span | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.startDay === other.startDay &&
    one.endDay === other.endDay &&
    one.series === other.series &&
    one.startCause === other.startCause &&
    one.endCause === other.endCause
  )
}

const movementOrder: readonly MovementKind[] = ['started', 'returned', 'repeated', 'lost', 'departed']

/** What the changes add to each day, owner and series; nothing where a before and an after cancel out. */
function movementRows(changes: readonly StandChange[]): unknown[] {
  const rows = new Map<string, [number, string, Series, ...number[]]>()
  for (const change of changes) {
    const { before, after } = change
    const isSameOwner = before?.ownerId === after.ownerId
    // Under one owner the spans that stay cancel out, and they are most of them.
    const { gone, come } = isSameOwner ? differingSpans(change) : spansOf(change)
    if (before) count(before.ownerId, movementsOf({ ...before.stand, spans: gone }), -1)
    count(after.ownerId, movementsOf({ ...after.stand, spans: come }), 1)
  }
  return [...rows.values()].filter(([, , , ...counts]) => counts.some(by => by !== 0))

  function count(ownerId: string | null, movements: readonly Movement[], by: number): void {
    const owner = ownerId ?? ''
    for (const { day, series, kind } of movements) {
      const key = `${day} ${series} ${owner}`
      const row = rows.get(key) ?? [day, owner, series, 0, 0, 0, 0, 0]
      rows.set(key, row)
      const column = 3 + movementOrder.indexOf(kind)
      row[column] = Number(row[column]) + by
    }
  }
}

function spansOf({ before, after }: StandChange): { gone: Span[]; come: Span[] } {
  return { gone: before?.stand.spans ?? [], come: after.stand.spans }
}
