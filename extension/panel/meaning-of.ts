// What a figure on the face means: the Worker says it among the snapshot's facts.

import type { Snapshot } from '../../shared/snapshot.ts'

export function meaningOf({ facts }: Snapshot, id: string): string | undefined {
  return facts.find(fact => fact.id === id)?.meaning
}
