// One usable token for a workspace of the local database, which is created if there is none of that name.

import type { Role } from '../shared/api.ts'
import { addMembers } from '../worker/repositories/members.ts'
import { addFirstRule } from '../worker/repositories/rule-versions.ts'
import { addSession } from '../worker/repositories/sessions.ts'
import { addWorkspace, workspaceIdByName } from '../worker/repositories/workspaces.ts'
import { mintToken } from '../worker/token.ts'

export interface TokenRequest {
  role: Role
  workspace: string
  timeZone: string
  currency: string
  region: string
}

/** The region, time zone and currency only count where the workspace is new. */
export async function issueToken(db: D1Database, request: TokenRequest, now: number): Promise<string> {
  const { role, workspace, timeZone, currency, region } = request
  const known = await workspaceIdByName(db, workspace)
  const workspaceId = known ?? newId('w')
  const memberId = newId('m')
  const { token, secretHash } = await mintToken(workspaceId)
  await db.batch([
    ...(known
      ? []
      : [
          addWorkspace(db, { id: workspaceId, name: workspace, timeZone, currency, region }, now),
          addFirstRule(db, workspaceId, now),
        ]),
    addMembers(db, workspaceId, [{ id: memberId, name: `${role} ${memberId.slice(1, 7)}`, role }], now),
    addSession(db, workspaceId, { secretHash, memberId, label: 'local' }, now),
  ])
  return token
}

/** Lower-case letters and digits only: the workspace's id is part of its tokens. */
function newId(prefix: string): string {
  return prefix + crypto.randomUUID().replaceAll('-', '').slice(0, 16)
}
