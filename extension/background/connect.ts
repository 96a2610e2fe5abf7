// Tries an address and a token at once and keeps them when the Worker knows both; says clearly why not otherwise.

import { contractVersion } from '../../shared/api.ts'
import { apiOrigin } from '../api-address.ts'
import type { ConnectFailure, Connection } from '../messages.ts'
import type { Trouble } from '../panel-state.ts'
import { saveSession, signedIn } from './session.ts'
import { askHealth, type Health, type Outcome } from './worker-client.ts'

/** A header carries nothing else, and no token looks different. */
const tokenPattern = /^[\x21-\x7e]{1,500}$/

/** @param mayAsk whether the browser lets the extension ask this origin. */
export async function connect(
  address: string,
  typedToken: string,
  mayAsk: (origin: string) => Promise<boolean>,
): Promise<Connection | ConnectFailure> {
  const origin = apiOrigin(address)
  const token = typedToken.trim()
  if (!origin) return { failed: 'not-an-address' }
  if (!tokenPattern.test(token)) return { failed: 'wrong-token' }
  if (!(await mayAsk(origin))) return { failed: 'no-permission' }
  const member = readMember(await askHealth({ origin, token }))
  if ('failed' in member) return member
  await saveSession({ origin, token, ...member })
  return { origin, ...member }
}

export async function readConnection(): Promise<Connection | null> {
  const session = await signedIn()
  return session && { origin: session.origin, workspace: session.workspace, role: session.role }
}

function readMember(outcome: Outcome<Health>): { workspace: string; role: string } | ConnectFailure {
  if ('trouble' in outcome) return { failed: outcome.trouble }
  if (!('answer' in outcome)) return { failed: 'revoked' in outcome ? 'wrong-token' : 'failing' }
  const { ok, contract, workspace, role } = outcome.answer
  const trouble = troubleOf(ok, contract)
  if (trouble) return { failed: trouble }
  return workspace && role ? { workspace, role } : { failed: 'wrong-token' }
}

function troubleOf(ok: boolean, contract: number): Trouble | null {
  if (contract > contractVersion) return 'too-old'
  return ok ? null : 'failing'
}
