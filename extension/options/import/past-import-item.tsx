// One import of the past: what it was and brought, and taking it back after one question.

import { useEffect, useRef, useState } from 'preact/hooks'
import { importKinds } from '../../../shared/import-columns.ts'
import { count, formatMoment, formatNumber } from '../../../shared/locale.ts'
import { useReader } from '../../reader.ts'
import type { Doors } from '../doors.ts'
import { undoWhole } from './undo-whole.ts'
import type { PastImport } from './use-past-imports.ts'
import { waitForNetwork } from './wait-for-network.ts'

interface Props extends Pick<Doors, 'send'> {
  past: PastImport
  /** It was taken back, whole or in part. */
  changed: () => void
}

type Undo = { is: 'idle' } | { is: 'asking' } | { is: 'undoing'; left: number | null } | { is: 'failed' }

export function PastImportItem({ past, send, changed }: Props) {
  const { words, locale, timeZone } = useReader()
  const say = words.options.import
  const [undo, setUndo] = useState<Undo>({ is: 'idle' })
  const life = useRef(new AbortController())
  useEffect(() => () => life.current.abort(), [])

  const takeBack = async () => {
    setUndo({ is: 'undoing', left: null })
    const patience = { signal: life.current.signal, wait: waitForNetwork, onWaiting: () => {} }
    const isDone = await undoWhole(past.id, send, patience, left => setUndo({ is: 'undoing', left }))
    setUndo(isDone ? { is: 'idle' } : { is: 'failed' })
    // The risk follows what is left; where nothing is, there is nothing to fit.
    if (isDone && past.kind === 'purchases') send('fit-model', {}).catch(() => null)
    changed()
  }

  const name = past.name ?? say.nameless
  const kind = importKinds.find(known => known === past.kind)
  return (
    <li class="past-import">
      <div class="past-what">
        <h3 class="past-name" dir="auto">
          {name}
        </h3>
        <p class="secondary">
          {say.pastOf(kind ? say.kinds[kind] : past.kind, past.source)} ·{' '}
          {formatMoment(locale, Date.parse(past.at), timeZone)}
        </p>
        <p class="secondary">{countsOf(past)}</p>
      </div>
      <div class="past-undo">
        {past.state === 'undone' && past.undoneAt && (
          <p class="muted">{say.undone(formatMoment(locale, Date.parse(past.undoneAt), timeZone))}</p>
        )}
        {past.state !== 'undone' && past.accepted > 0 && (undo.is === 'idle' || undo.is === 'failed') && (
          <button
            type="button"
            class="button"
            aria-label={say.undoNamed(name)}
            onClick={() => setUndo({ is: 'asking' })}
          >
            {past.state === 'undoing' ? say.undoGoOn : say.undo}
          </button>
        )}
      </div>
      {undo.is === 'asking' && (
        <Question rows={past.accepted} yes={() => void takeBack()} no={() => setUndo({ is: 'idle' })} />
      )}
      <p role="status" class="past-status">
        {undo.is === 'undoing' && (undo.left === null ? say.undoing : count(locale, say.undoLeft, undo.left))}
        {undo.is === 'failed' && <span class="bad-ink">{say.undoFailed}</span>}
      </p>
    </li>
  )

  function countsOf({ accepted, duplicates, rejected }: PastImport): string {
    const parts = [
      kind ? count(locale, say.accepted[kind], accepted) : formatNumber(locale, accepted),
      ...(duplicates > 0 ? [count(locale, say.duplicates, duplicates)] : []),
      ...(rejected > 0 ? [count(locale, say.leftOut, rejected)] : []),
    ]
    return parts.join(' · ')
  }
}

function Question({ rows, yes, no }: { rows: number; yes: () => void; no: () => void }) {
  const { words, locale } = useReader()
  const say = words.options.import
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div class="past-question">
      <p id="undo-question">{count(locale, say.undoQuestion, rows)}</p>
      <div class="buttons">
        <button type="button" class="button danger" aria-describedby="undo-question" onClick={yes}>
          {say.undo}
        </button>
        <button type="button" class="button" ref={keep} onClick={no}>
          {say.keep}
        </button>
      </div>
    </div>
  )
}
