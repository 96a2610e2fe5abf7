// GET /v1/health: is the Worker up, and, with a token, is the token good and whose is it.

import { api, contractVersion } from '../../shared/api.ts'
import { admit } from '../authenticate.ts'
import { readNothing } from '../repositories/database.ts'
import { proveSession, whoOf } from '../repositories/sessions.ts'
import { openRoute, type Route } from './route.ts'

export const health: Route = openRoute(api.health, async ({ env, credentials }) => {
  const answer = { ok: true, contract: contractVersion }
  if (!credentials) {
    await readNothing(env.DB)
    return answer
  }
  const { workspaceName, role } = admit(whoOf(await proveSession(env.DB, credentials).first()))
  return { ...answer, workspace: workspaceName, role }
})
