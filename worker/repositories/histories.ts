// What a look-up reads, over all tables it needs, in one statement: the session, the rule, the fits and the
// history of every customer asked for, as it is now or as it was known at a moment. Writes nothing.

import * as z from 'zod/mini'
import type { LookupRequest } from '../../shared/api.ts'
import type { Settings } from '../../shared/settings.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import type { Who } from '../authenticate.ts'
import type { Env } from '../env.ts'
import type { History } from '../history.ts'
import type { Fit } from '../metrics/metric.ts'
import {
  type DayTally,
  moneyBefore,
  moneyOf,
  noMoney,
  type StoredMoney,
  tally,
  unpackMoney,
  withTallies,
} from '../money.ts'
import { type NormalIdentity, ownHost } from '../normalise-identity.ts'
import { mergePauses } from '../pauses.ts'
import { daysUntil, withDays } from '../purchase-days.ts'
import { rhythmOf, unpackRhythm } from '../rhythm.ts'
import type { Rule } from '../rule.ts'
import { standUnder } from '../stand.ts'
import type { Subject } from '../take-snapshot.ts'
import type { Credentials } from '../token.ts'
import { ofHistory as contactsPart } from './contacts.ts'
import { ofHistory as departuresPart } from './departures.ts'
import { ofHistory as gesturesPart } from './gestures.ts'
import type { HistoryPart } from './history-part.ts'
import { ofHistory as irritantsPart } from './irritants.ts'
import { fitJson, fitOf, fitsOf, ruleFitOf } from './model-fits.ts'
import { ofHistory as overridesPart } from './overrides.ts'
import { ofHistory as pausesPart } from './pauses.ts'
import { ofHistory as peoplePart } from './people.ts'
import { ofHistory as preferencesPart } from './preferences.ts'
import { ofHistory as promisesPart } from './promises.ts'
import { ofHistory as responsesPart } from './responses.ts'
import { ruleOf } from './rule-versions.ts'
import { whoOf, whoRow, whoTable } from './sessions.ts'
import { standingColumns, standingOf } from './standings.ts'
import { ofHistory as visitsPart } from './visits.ts'
import { ofHistory as winBacksPart } from './win-backs.ts'

/** Hints rank behind every identity a lookup can state. */
export const firstHint = 1000

/** Ranks of customers whom a member's own correction, or one for everybody, put behind an identity of rank 0. */
export const correctedRanks = { own: -2000, shared: -1000 }

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
  /** The moment whose knowledge counts; null: what is known now. */
  knownAt: number | null
  /** The present moment, or the one whose knowledge counts. */
  now: number
}

/** The lists of a history; those only a panel shows are not read for badges. */
const parts = {
  responses: responsesPart,
  irritants: irritantsPart,
  promises: promisesPart,
  contacts: contactsPart,
  pauses: pausesPart,
  departures: departuresPart,
  winBacks: winBacksPart,
  overrides: overridesPart,
  preferences: forPanel(preferencesPart),
  people: forPanel(peoplePart),
  gestures: forPanel(gesturesPart),
  visits: forPanel(visitsPart),
}
type Lists = { [Name in keyof typeof parts]: ReturnType<(typeof parts)[Name]['read']> }

function forPanel<T>({ select, read }: HistoryPart<T>): HistoryPart<T> {
  return { select: `CASE ?7 WHEN 1 THEN ${select} END`, read: rows => (rows ? read(rows) : []) }
}

// ?1 workspace, ?2 secret hash, ?3 asks, ?4 at, ?5 and ?6 the first and last local day that `at` can be on,
// whatever the time zone (it is only learnt with the answer), ?7 1 for the panel, ?8 the moment up to which
// something was known, ?9 1 where that moment or `at` is past: then what is stored about the present says nothing
//
// json_each comes first and every join goes outward from it by a whole key (CROSS JOIN fixes that order): D1 has
// no statistics, and any other order reads the whole workspace.
const mostDaysApart = 2
const knownThen = (row: string) =>
  `${row}.recorded_at <= ?8 AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > ?8)`
/** Who bought lately, or was stored before rhythms had all they have now. */
const isCounted = `(c.last_day >= ?5 OR c.last_day IS NOT NULL AND c.rhythm IS NULL)`
const lookUp = `
  WITH ${whoTable},
  rule AS MATERIALIZED (
    SELECT r.* FROM who
    CROSS JOIN rule_version r ON r.workspace_id = who.workspace_id AND r.version = CASE ?9 WHEN 1 THEN
      (SELECT max(v.version) FROM rule_version v WHERE v.workspace_id = who.workspace_id AND v.applied_at <= ?8)
      ELSE who.rule_version END
  ),
  matched AS MATERIALIZED (
    SELECT ask.value ->> 0 AS lookup, min(ask.value ->> 1) AS rank, i.customer_id, i.person_id
    FROM who
    CROSS JOIN json_each(?3) ask
    CROSS JOIN identity i ON i.workspace_id = who.workspace_id AND i.kind = ask.value ->> 2
      AND i.value = ask.value ->> 3 AND i.host = ask.value ->> 4
    WHERE ${knownThen('i')}
    GROUP BY 1, 3
    UNION ALL
    SELECT ask.value ->> 0, min(ask.value ->> 1 + CASE k.member_id WHEN '' THEN ${correctedRanks.shared}
      ELSE ${correctedRanks.own} END), k.customer_id, NULL
    FROM who
    CROSS JOIN json_each(?3) ask
    CROSS JOIN correction k ON k.workspace_id = who.workspace_id AND k.kind = ask.value ->> 2
      AND k.value = ask.value ->> 3 AND k.host = ask.value ->> 4 AND k.member_id IN ('', who.member_id)
    WHERE ask.value ->> 1 < ${firstHint} AND ${knownThen('k')}
    GROUP BY 1, 3
    UNION ALL
    SELECT ask.value ->> 0, ask.value ->> 1, c.id, NULL
    FROM who
    CROSS JOIN json_each(?3) ask
    CROSS JOIN customer c ON c.workspace_id = who.workspace_id AND c.id = ask.value ->> 3
    WHERE ask.value ->> 2 = 'record' AND ask.value ->> 4 = '${ownHost}' AND ${knownThen('c')}
  )
  SELECT who.*, rule.version, rule.settings, rule.settings_version, rule.fits AS rule_fits, rule.standing_version,
    (SELECT json_group_array(json(fit)) FROM (
      SELECT ${fitJson} AS fit, max(f.recorded_at)
      FROM model_fit f
      WHERE f.workspace_id = who.workspace_id AND f.as_of_day <= ?6 AND f.recorded_at <= ?8
      GROUP BY f.as_of_day ORDER BY f.as_of_day DESC LIMIT CASE ?9 WHEN 1 THEN -1 ELSE ${mostDaysApart + 1} END)) AS fits,
    (SELECT ${fitJson}
      FROM model_fit f WHERE f.workspace_id = who.workspace_id AND f.recorded_at <= ?8
      ORDER BY f.as_of_day, f.recorded_at DESC LIMIT 1) AS first_fit,
    (SELECT json_group_array(json_array(matched.lookup, matched.rank, matched.person_id, c.id,
        CASE WHEN f.customer_id IS NULL THEN json_array(c.name, c.company) ELSE json_array(f.name, f.company) END,
        CASE WHEN o.id IS NOT NULL THEN json_array(o.id, o.name) END,
        CASE WHEN ?9 = 0 AND c.last_day < ?5 THEN c.rhythm END,
        CASE WHEN ?9 = 0 AND (c.last_day IS NULL OR c.last_day < ?5 AND c.rhythm IS NOT NULL) THEN
          (SELECT json_array(${standingColumns}) FROM standing s
            WHERE s.workspace_id = who.workspace_id AND s.rule_version = rule.standing_version
              AND s.customer_id = c.id) END,
        CASE WHEN ?9 = 0 AND ${isCounted} THEN json_array(c.first_day, json(c.gaps)) END,
        CASE WHEN ?9 = 1 OR ${isCounted} THEN (
          SELECT json_group_array(json_array(p.day, p.amount_minor, p.currency = who.currency)) FROM purchase p
          WHERE p.workspace_id = who.workspace_id AND p.customer_id = c.id
            AND p.day BETWEEN CASE ?9 WHEN 1 THEN -1000000 ELSE ?5 END AND ?6
            AND p.at <= ?4 AND ${knownThen('p')}) END,
        CASE WHEN ?7 = 1 AND ?9 = 0 THEN c.money END,
        ${Object.values(parts)
          .map(({ select }) => select)
          .join(',\n        ')}))
      FROM matched
      CROSS JOIN customer c ON c.workspace_id = who.workspace_id AND c.id = matched.customer_id
      LEFT JOIN former_profile f ON ?9 = 1 AND f.workspace_id = who.workspace_id AND f.customer_id = c.id
        AND f.superseded_at = (SELECT min(g.superseded_at) FROM former_profile g
          WHERE g.workspace_id = who.workspace_id AND g.customer_id = c.id AND g.superseded_at > ?8)
      LEFT JOIN member o ON o.workspace_id = who.workspace_id
        AND o.id = CASE WHEN f.customer_id IS NULL THEN c.owner_id ELSE f.owner_id END) AS found
  FROM who CROSS JOIN rule`

export const statements = { lookUp }

const lookUpRow = z.extend(whoRow, {
  rule_fits: z.string(),
  fits: z.string(),
  first_fit: z.nullable(z.string()),
  found: z.string(),
})

type FoundRow = [
  lookup: number,
  rank: number,
  personId: string | null,
  id: string,
  profile: [name: string, company: string | null],
  owner: [id: string, name: string] | null,
  rhythm: string | null,
  standing: unknown[] | null,
  days: [firstDay: number, gaps: number[]] | null,
  bought: [day: number, minor: number, isOwnCurrency: number][] | null,
  money: string | null,
  ...lists: unknown[][],
]

/** Everything a look-up needs in one round trip; null where the session is not proven. */
export async function readHistories(
  db: Env['DB'],
  { workspaceId, secretHash }: Credentials,
  { asks, view, at, knownAt, now }: Question,
): Promise<LookUp | null> {
  const earliest = Math.floor(at / dayMs) - 1
  const latest = earliest + mostDaysApart
  const isPast = knownAt !== null || at < now
  const asked = asks.map(({ lookup, rank, identity: { kind, value, host } }) => [
    lookup,
    rank,
    kind,
    value,
    host,
  ])
  const row = await db
    .prepare(lookUp)
    .bind(
      workspaceId,
      secretHash,
      JSON.stringify(asked),
      at,
      earliest,
      latest,
      view === 'panel' ? 1 : 0,
      knownAt ?? Number.MAX_SAFE_INTEGER,
      isPast ? 1 : 0,
    )
    .first<Record<string, unknown>>()
  const who = whoOf(row)
  if (!who || !row) return null
  const { rule_fits, fits, first_fit, found } = z.parse(lookUpRow, row)
  const rule = ruleOf({ ...row, fits: rule_fits })
  const today = dayOf(at, who.timeZone)
  const fitsThen = fitsOf(fits).filter(({ asOfDay }) => asOfDay <= today)
  const firstFit = fitOf(first_fit)
  const isOfPastDay = today < dayOf(now, who.timeZone)
  const past = fitsThen.length > 0 ? fitsThen.toReversed() : firstFit ? [firstFit] : []
  const judging = isOfPastDay ? { ...rule, fits: past.map(fit => ruleFitOf(fit, today)) } : rule
  return {
    who,
    today,
    settingsVersion: rule.settingsVersion,
    settings: rule.settings,
    fit: fitsThen[0] ?? firstFit,
    found: (JSON.parse(found) as FoundRow[]).map(one => foundOf(one, earliest, judging)),
  }
}

function foundOf(row: FoundRow, earliest: number, rule: Rule): Found {
  const [lookup, rank, personId, id, profile, owner, rhythm, standing, days, bought, money, ...lists] = row
  const [name, company] = profile
  const facts = listsOf(lists)
  const storedMoney = unpackMoney(money)
  const counted =
    bought === null
      ? {
          rhythm: rhythm === null ? null : unpackRhythm(rhythm),
          standing: standingOf(standing),
          money: moneyOf(storedMoney),
        }
      : countedAnew({ days, bought, storedMoney, earliest }, facts, rule)
  return {
    lookup,
    rank,
    subject: {
      customer: { id, name, company },
      personId,
      owner: owner && { id: owner[0], name: owner[1] },
      history: { ...facts, ...counted },
    },
  }
}

function listsOf(rows: readonly unknown[][]): Lists {
  return Object.fromEntries(
    Object.entries(parts).map(([name, { read }], index) => [name, read(rows[index] ?? [])]),
  ) as Lists
}

interface Bought {
  /** Of all purchases known now; null where all those of the moment are in `bought`. */
  days: FoundRow[8]
  /** Purchases and refunds up to the moment, from `earliest` on where there are `days`. */
  bought: NonNullable<FoundRow[9]>
  storedMoney: StoredMoney
  earliest: number
}

/** Of the moment, where what is stored about the present says nothing. */
function countedAnew(
  { days, bought, storedMoney, earliest }: Bought,
  { pauses, departures }: Lists,
  rule: Rule,
): Pick<History, 'rhythm' | 'standing' | 'money'> {
  const tallies = new Map<number, DayTally>()
  for (const [day, minor, isOwn] of bought) tally(tallies, { day, minor, isOwnCurrency: isOwn === 1 })
  const lately = [...tallies].filter(([, { purchases }]) => purchases > 0).map(([day]) => day)
  const before = days && daysUntil({ firstDay: days[0], gaps: days[1] }, earliest - 1)
  const purchases = withDays(before, lately)
  const paused = mergePauses(pauses.map(({ fromDay, untilDay }) => [fromDay, untilDay]))
  const left = departures.map(({ day }) => day).sort((one, other) => one - other)
  const { standing } = standUnder(rule)({ purchases, pauses: paused, departures: left })
  const rhythm = purchases && rhythmOf(purchases, paused)
  const known = days ? moneyBefore(storedMoney, earliest) : noMoney
  return { rhythm, standing, money: moneyOf(withTallies(known, tallies, rhythm?.lastDay ?? null)) }
}
