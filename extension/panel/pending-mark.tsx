// An entry that is not confirmed yet: "again, 3rd time — saving…", and the way to take it back.

import { useReader } from '../reader.ts'
import type { PendingEntry } from './irritant-lines.ts'
import { type Freshness, pendingWord } from './pending-word.ts'

interface Props {
  pending: PendingEntry
  freshness: Freshness
  discard: (key: string) => void
}

export function PendingMark({ pending: { entry, nth }, freshness, discard }: Props) {
  const { words } = useReader()
  const { again, dashed, refusedSentence, takeBack, discard: sayDiscard } = words.panel
  const isRefused = entry.state === 'refused'
  return (
    <span class={isRefused ? 'pending bad-ink' : 'pending secondary'}>
      {isRefused ? refusedSentence : `${dashed(again(nth), pendingWord(entry, freshness, words))} ·`}{' '}
      <button type="button" class="link" onClick={() => discard(entry.key)}>
        {isRefused ? sayDiscard : takeBack}
      </button>
    </span>
  )
}
