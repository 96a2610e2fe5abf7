// How far each import has come, by workspace and file. The page that runs an import keeps it here after each part.

import type { UnfinishedImport } from '../unfinished-import.ts'
import { database } from './database.ts'
import { signedIn, workspaceOf } from './session.ts'

/** @returns null where nothing of this file is unfinished in the workspace that is signed in. */
export async function findUnfinished(fingerprint: string): Promise<UnfinishedImport | null> {
  const session = await signedIn()
  if (!session) return null
  const kept = await (await database()).get('imports', [workspaceOf(session), fingerprint])
  if (!kept) return null
  const { workspace, ...unfinished } = kept
  return unfinished
}

export async function keepUnfinished(unfinished: UnfinishedImport): Promise<void> {
  const session = await signedIn()
  if (session) await (await database()).put('imports', { ...unfinished, workspace: workspaceOf(session) })
}

export async function forgetUnfinished(fingerprint: string): Promise<void> {
  const session = await signedIn()
  if (session) await (await database()).delete('imports', [workspaceOf(session), fingerprint])
}
