// member: a person in a workspace, whether they sign in or are only named as an owner by an import.

import * as z from 'zod/mini'
import type { Role } from '../../shared/api.ts'
import type { Env } from '../env.ts'
import { sha256 } from '../token.ts'

export const statements = {
  byNames: `
    SELECT m.id, m.name FROM json_each(?2) asked
    CROSS JOIN member m ON m.workspace_id = ?1 AND m.name = asked.value`,
  // ?2 an id or a name.
  meant: `
    SELECT m.id, m.name FROM member m WHERE m.workspace_id = ?1 AND m.id = ?2
    UNION SELECT m.id, m.name FROM member m WHERE m.workspace_id = ?1 AND m.name = ?2`,
  ownerOf: `
    SELECT m.id, m.name FROM customer c
    CROSS JOIN member m ON m.workspace_id = ?1 AND m.id = c.owner_id
    WHERE c.workspace_id = ?1 AND c.id = ?2`,
  add: `
    INSERT INTO member (workspace_id, id, name, role, recorded_at)
    SELECT ?1, asked.value ->> 0, asked.value ->> 1, asked.value ->> 2, ?3 FROM json_each(?2) asked
    WHERE true ON CONFLICT DO NOTHING`,
}

export interface Member {
  id: string
  name: string
  role: Role
}

const namedRow = z.object({ id: z.string(), name: z.string() })

/** The members of these names, as a statement for a batch; read its rows with `membersByName`. */
export function findMembers(
  db: Env['DB'],
  workspaceId: string,
  names: readonly string[],
): D1PreparedStatement {
  return db.prepare(statements.byNames).bind(workspaceId, JSON.stringify(names))
}

export function membersByName(rows: readonly unknown[]): Map<string, string> {
  return new Map(membersOf(rows).map(({ id, name }) => [name, id]))
}

/** Whoever is meant by an id or a name, as a statement for a batch; read its rows with `membersOf`. */
export function findMeant(db: Env['DB'], workspaceId: string, idOrName: string): D1PreparedStatement {
  return db.prepare(statements.meant).bind(workspaceId, idOrName)
}

/** The owner of a customer, if they have one; read its rows with `membersOf`. */
export function findOwner(db: Env['DB'], workspaceId: string, customerId: string): D1PreparedStatement {
  return db.prepare(statements.ownerOf).bind(workspaceId, customerId)
}

export function membersOf(rows: readonly unknown[]): Pick<Member, 'id' | 'name'>[] {
  return rows.map(row => z.parse(namedRow, row))
}

export function addMembers(
  db: Env['DB'],
  workspaceId: string,
  members: readonly Member[],
  recordedAt: number,
): D1PreparedStatement {
  const rows = members.map(({ id, name, role }) => [id, name, role])
  return db.prepare(statements.add).bind(workspaceId, JSON.stringify(rows), recordedAt)
}

/** Someone an import names as owner: the same name is the same member, whoever adds them first. */
export async function memberNamed(name: string): Promise<Member> {
  return { id: `m${(await sha256(name)).slice(0, 20)}`, name, role: 'agent' }
}
