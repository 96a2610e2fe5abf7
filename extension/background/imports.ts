// One request each about imports, on behalf of the page that shows them: the token stays here, the loop is the page's.

import type { ImportList, ImportResult, ModelFitResult, UndoResult } from '../../shared/api.ts'
import type { ImportPart, WorkerAnswer } from '../messages.ts'
import { revokeSession, type Session, signedIn } from './session.ts'
import { askImports, fitModel, type Outcome, sendImportPart, undoImport } from './worker-client.ts'

export async function importPart({ into, ...part }: ImportPart): Promise<WorkerAnswer<ImportResult>> {
  return await asMember(async session => {
    const isTheSame = session.origin === into.origin && session.workspace === into.workspace
    return isTheSame ? await sendImportPart(session, part) : { signedOut: true }
  })
}

export async function listImports(): Promise<WorkerAnswer<ImportList>> {
  return await asMember(askImports)
}

export async function takeBackImport(id: string): Promise<WorkerAnswer<UndoResult>> {
  return await asMember(session => undoImport(session, id))
}

export async function fitWorkspace(): Promise<WorkerAnswer<ModelFitResult>> {
  return await asMember(fitModel)
}

async function asMember<Answer>(
  ask: (session: Session) => Promise<Outcome<Answer> | { signedOut: true }>,
): Promise<WorkerAnswer<Answer>> {
  const session = await signedIn()
  if (!session) return { signedOut: true }
  const outcome = await ask(session)
  if (!('revoked' in outcome)) return outcome
  await revokeSession(session)
  return { signedOut: true }
}
