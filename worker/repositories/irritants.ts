// irritant: one row an occurrence and revision; the newest revision counts.

import type { IrritantCategoryId } from '../../shared/irritant-categories.ts'
import type { Env } from '../env.ts'
import { idOf } from '../fact-id.ts'
import type { Irritant } from '../history.ts'
import { payloads } from '../payload.ts'
import type { Fact } from './fact-table.ts'
import { historyPart } from './history-part.ts'
import { loggedTable } from './logged-table.ts'

export const irritants = loggedTable<Omit<Irritant, 'id' | 'at'>>('irritant', {
  category: 'category',
  note: 'note',
  solvedAt: 'solved_at',
  personId: 'person_id',
})

export const ofHistory = historyPart(irritants, { later: ['solvedAt'] })

/** Irritants that come by themselves have the id of their contact under this source. */
const contactSource = 'contact'
const unwantedChannel: IrritantCategoryId = 'unwanted-channel'

/** Of a contact `x`: the wishes of its person, or of everybody, that were known when it happened. */
const wish = `p.workspace_id = ?1 AND p.customer_id = x.customer_id AND p.superseded_at IS NULL AND p.at <= x.at
  AND (p.person_id IS NULL OR p.person_id = x.person_id)`

/** Of a contact `x`: it stands, and went through a channel they asked us not to use. */
const isUnwanted = `x.superseded_at IS NULL AND x.direction = 'out' AND (
    EXISTS (SELECT 1 FROM preference p WHERE ${wish} AND p.kind = 'channel_never' AND p.value = x.channel)
    OR EXISTS (SELECT 1 FROM preference p WHERE ${wish} AND p.kind = 'channel_only')
      AND NOT EXISTS (SELECT 1 FROM preference p WHERE ${wish} AND p.kind = 'channel_only' AND p.value = x.channel))`

/** Of the contacts ?2, [[source, external_id, fact id], ...]: the contact `x` itself, in all its revisions. */
const sameContact = (one: string) =>
  `${one}.workspace_id = ?1 AND ${one}.source = asked.value ->> 0 AND ${one}.external_id = asked.value ->> 1`
const itsIrritant = (one: string) =>
  `${one}.workspace_id = ?1 AND ${one}.source = '${contactSource}' AND ${one}.external_id = asked.value ->> 2`

export const statements = {
  ...irritants.statements,
  // The irritants of the contacts ?2 that are not unwanted any more, or not then, go at ?3.
  dropOfContacts: `
    INSERT INTO irritant SELECT i.* FROM json_each(?2) asked
    CROSS JOIN irritant i INDEXED BY irritant_by_source ON ${itsIrritant('i')}
    WHERE i.superseded_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM contact x INDEXED BY contact_by_source
      WHERE ${sameContact('x')} AND x.customer_id = i.customer_id AND x.at = i.at AND ${isUnwanted})
    ON CONFLICT DO UPDATE SET superseded_at = ?3`,
  // Each of the contacts ?2 that is unwanted makes an irritant; one that went with its contact comes back with it,
  // one that a member took back does not.
  addOfContacts: `
    INSERT INTO irritant (workspace_id, customer_id, day, source, external_id, revision, at, category, note, solved_at,
      person_id, author_id, owner_id, recorded_at, import_id)
    SELECT ?1, x.customer_id, x.day, '${contactSource}', asked.value ->> 2, coalesce(i.revision, 0) + 1, x.at,
      '${unwantedChannel}', i.note, i.solved_at, x.person_id, coalesce(x.author_id, ''), x.owner_id, ?3, x.import_id
    FROM json_each(?2) asked
    CROSS JOIN contact x INDEXED BY contact_by_source ON ${sameContact('x')}
    LEFT JOIN irritant i INDEXED BY irritant_by_source ON ${itsIrritant('i')} AND i.revision = (
      SELECT max(newest.revision) FROM irritant newest WHERE ${itsIrritant('newest')})
    WHERE ${isUnwanted} AND (i.revision IS NULL OR EXISTS (
      SELECT 1 FROM contact changed INDEXED BY contact_by_source
      WHERE ${sameContact('changed')} AND changed.superseded_at = i.superseded_at))`,
}

/** Statements that keep up the irritants of contacts which were just written, by what the wishes now say. */
export function irritantsOfContacts(
  db: Env['DB'],
  workspaceId: string,
  contacts: readonly Pick<Fact, 'source' | 'externalId'>[],
  now: number,
): D1PreparedStatement[] {
  const asked = contacts.map(({ source, externalId }) => [source, externalId, idOf(source, externalId)])
  return payloads(asked).flatMap(json =>
    [statements.dropOfContacts, statements.addOfContacts].map(sql =>
      db.prepare(sql).bind(workspaceId, json, now),
    ),
  )
}
