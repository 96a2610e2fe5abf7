// Who is asking. The token names the workspace; the session's row, read by the request's own first statement,
// proves it and the role. A wrong, revoked or foreign token looks the same: 401 and nothing else.

import { type Role, roles } from '../shared/api.ts'
import { Failure } from '../shared/failure.ts'
import { type Credentials, readToken } from './token.ts'

/** A proven member with what every request needs of their workspace. */
export interface Who {
  workspaceId: string
  memberId: string
  role: Role
  workspaceName: string
  timeZone: string
  currency: string
  region: string
}

/** The bearer token of a request, not proven yet; null where it brings none. */
export async function credentialsOf(request: Request): Promise<Credentials | null> {
  const header = request.headers.get('authorization')
  if (header === null) return null
  const [, token] = /^Bearer +(\S{1,300})$/i.exec(header) ?? []
  const credentials = token ? await readToken(token) : null
  if (!credentials) throw unauthenticated()
  return credentials
}

/** Lets the member pass who was found for the credentials, if there is one with one of the roles. */
export function admit(who: Who | null, allowed: readonly Role[] = roles): Who {
  if (!who) throw unauthenticated()
  if (!allowed.includes(who.role)) {
    throw new Failure('forbidden', `This needs the role ${allowed.join(' or ')}; yours is ${who.role}.`)
  }
  return who
}

export function unauthenticated(): Failure {
  return new Failure('unauthenticated', 'The token is missing, mistyped or no longer valid. Connect again.')
}
