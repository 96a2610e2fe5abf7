// What a look-up reads, over all tables it needs, in one statement: the session, the rule, the fit and the
// history of every customer asked for. Writes nothing.

import * as z from 'zod/mini'
import type { LookupRequest } from '../../shared/api.ts'
import type { Settings } from '../../shared/settings.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import type { Who } from '../authenticate.ts'
import type { Env } from '../env.ts'
import type { Fit, History, Irritant, Response } from '../metrics/metric.ts'
import { type NormalIdentity, ownHost } from '../normalise-identity.ts'
import { daysUntil, withDays } from '../purchase-days.ts'
import { type Rhythm, rhythmOf } from '../rhythm.ts'
import type { Subject } from '../take-snapshot.ts'
import type { Credentials } from '../token.ts'
import { fitOf, fitsOf } from './model-fits.ts'
import { settingsOf } from './rule-versions.ts'
import { whoOf, whoRow, whoTable } from './sessions.ts'

/** One identity of one lookup: which lookup, its rank there (lowest leads), and how it was found. */
export interface Ask {
  lookup: number
  rank: number
  identity: NormalIdentity
}

/** A customer found for a lookup, by the best ranked of the identities that named them. */
export interface Found {
  lookup: number
  rank: number
  subject: Subject
}

export interface LookUp {
  who: Who
  /** The moment's local day number in the workspace. */
  today: number
  settingsVersion: number
  settings: Settings
  fit: Fit | null
  found: Found[]
}

export interface Question {
  asks: readonly Ask[]
  view: LookupRequest['view']
  /** Facts up to this moment count, epoch milliseconds. */
  at: number
}

// ?1 workspace, ?2 secret hash, ?3 asks, ?4 at, ?5 and ?6 the first and last local day that `at` can be on,
// whatever the time zone (it is only learnt with the answer), ?7 1 for the panel (0: no comments needed)
//
// json_each comes first and every join goes outward from it by a whole key (CROSS JOIN fixes that order): D1 has
// no statistics, and any other order reads the whole workspace.
const mostDaysApart = 2
const lookUp = `
  WITH ${whoTable},
  matched AS MATERIALIZED (
    SELECT ask.value ->> 0 AS lookup, min(ask.value ->> 1) AS rank, i.customer_id
    FROM who
    CROSS JOIN json_each(?3) ask
    CROSS JOIN identity i ON i.workspace_id = who.workspace_id AND i.kind = ask.value ->> 2
      AND i.value = ask.value ->> 3 AND i.host = ask.value ->> 4
    WHERE i.superseded_at IS NULL
    GROUP BY 1, 3
    UNION ALL
    SELECT ask.value ->> 0, ask.value ->> 1, c.id
    FROM who
    CROSS JOIN json_each(?3) ask
    CROSS JOIN customer c ON c.workspace_id = who.workspace_id AND c.id = ask.value ->> 3
    WHERE ask.value ->> 2 = 'record' AND ask.value ->> 4 = '${ownHost}' AND c.superseded_at IS NULL
  )
  SELECT who.*, r.settings,
    (SELECT json_group_array(json(fit)) FROM (
      SELECT json_array(f.as_of_day, f.params, f.customers, f.repeat_purchases, f.typical_interval_days,
        f.mean_alive, f.mean_pace) AS fit, max(f.recorded_at)
      FROM model_fit f WHERE f.workspace_id = who.workspace_id AND f.as_of_day <= ?6
      GROUP BY f.as_of_day ORDER BY f.as_of_day DESC LIMIT ${mostDaysApart + 1})) AS fits,
    (SELECT json_array(f.as_of_day, f.params, f.customers, f.repeat_purchases, f.typical_interval_days,
        f.mean_alive, f.mean_pace)
      FROM model_fit f WHERE f.workspace_id = who.workspace_id
      ORDER BY f.as_of_day, f.recorded_at DESC LIMIT 1) AS first_fit,
    (SELECT json_group_array(json_array(matched.lookup, matched.rank, c.id, c.name, c.company, o.id, o.name,
        CASE WHEN c.last_day < ?5 THEN c.rhythm END,
        CASE WHEN c.last_day >= ?5 THEN json_array(c.first_day, json(c.gaps)) END,
        CASE WHEN c.last_day >= ?5 THEN (
          SELECT json_group_array(p.day) FROM purchase p
          WHERE p.workspace_id = who.workspace_id AND p.customer_id = c.id AND p.day BETWEEN ?5 AND ?6
            AND p.at <= ?4 AND p.amount_minor >= 0 AND p.superseded_at IS NULL) END,
        (SELECT json_group_array(json_array(e.external_id, e.at, e.score, CASE ?7 WHEN 1 THEN e.comment END,
            e.touchpoint, e.followed_up_at))
          FROM response e
          WHERE e.workspace_id = who.workspace_id AND e.customer_id = c.id AND e.at <= ?4
            AND e.superseded_at IS NULL),
        (SELECT json_group_array(json_array(t.external_id, t.at, t.category, t.note,
            CASE WHEN t.solved_at <= ?4 THEN t.solved_at END))
          FROM irritant t
          WHERE t.workspace_id = who.workspace_id AND t.customer_id = c.id AND t.at <= ?4
            AND t.superseded_at IS NULL)))
      FROM matched
      CROSS JOIN customer c ON c.workspace_id = who.workspace_id AND c.id = matched.customer_id
      LEFT JOIN member o ON o.workspace_id = who.workspace_id AND o.id = c.owner_id) AS found
  FROM who
  CROSS JOIN rule_version r ON r.workspace_id = who.workspace_id AND r.version = who.rule_version`

export const statements = { lookUp }

const lookUpRow = z.extend(whoRow, {
  rule_version: z.number(),
  settings: z.string(),
  fits: z.string(),
  first_fit: z.nullable(z.string()),
  found: z.string(),
})

type FoundRow = [
  lookup: number,
  rank: number,
  id: string,
  name: string,
  company: string | null,
  ownerId: string | null,
  ownerName: string | null,
  rhythm: string | null,
  days: [firstDay: number, gaps: number[]] | null,
  boughtLately: number[] | null,
  responses: [string, number, number, string | null, string | null, number | null][],
  irritants: [string, number, string, string | null, number | null][],
]

/** Everything a look-up needs in one round trip; null where the session is not proven. */
export async function readHistories(
  db: Env['DB'],
  { workspaceId, secretHash }: Credentials,
  { asks, view, at }: Question,
): Promise<LookUp | null> {
  const earliest = Math.floor(at / dayMs) - 1
  const latest = earliest + mostDaysApart
  const asked = asks.map(({ lookup, rank, identity: { kind, value, host } }) => [
    lookup,
    rank,
    kind,
    value,
    host,
  ])
  const row = await db
    .prepare(lookUp)
    .bind(workspaceId, secretHash, JSON.stringify(asked), at, earliest, latest, view === 'panel' ? 1 : 0)
    .first()
  const who = whoOf(row)
  if (!who) return null
  const { rule_version, settings, fits, first_fit, found } = z.parse(lookUpRow, row)
  const today = dayOf(at, who.timeZone)
  return {
    who,
    today,
    settingsVersion: rule_version,
    settings: settingsOf(settings),
    fit: fitsOf(fits).find(({ asOfDay }) => asOfDay <= today) ?? fitOf(first_fit),
    found: (JSON.parse(found) as FoundRow[]).map(row => foundOf(row, earliest)),
  }
}

function foundOf(row: FoundRow, earliest: number): Found {
  const [
    lookup,
    rank,
    id,
    name,
    company,
    ownerId,
    ownerName,
    rhythm,
    days,
    boughtLately,
    responses,
    irritants,
  ] = row
  const history: History = {
    rhythm: rhythm ? (JSON.parse(rhythm) as Rhythm) : days && rhythmAt(days, boughtLately ?? [], earliest),
    responses: responses.map(responseOf).sort(oldestFirst),
    irritants: irritants.map(irritantOf).sort(oldestFirst),
  }
  const owner = ownerId !== null && ownerName !== null ? { id: ownerId, name: ownerName } : null
  return { lookup, rank, subject: { customer: { id, name, company }, owner, history } }
}

/** The rhythm up to the moment: all days before `earliest`, and of those around it what was bought by then. */
function rhythmAt(
  [firstDay, gaps]: [number, number[]],
  boughtLately: number[],
  earliest: number,
): Rhythm | null {
  const known = withDays(daysUntil({ firstDay, gaps }, earliest - 1), boughtLately)
  return known && rhythmOf(known)
}

function responseOf([id, at, score, comment, touchpoint, followedUpAt]: FoundRow[10][number]): Response {
  return { id, at, score, comment, touchpoint, followedUpAt }
}

function irritantOf([id, at, category, note, solvedAt]: FoundRow[11][number]): Irritant {
  return { id, at, category, note, solvedAt }
}

function oldestFirst(one: { at: number }, other: { at: number }): number {
  return one.at - other.at
}
