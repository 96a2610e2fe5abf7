// What annoys this customer, with counts and dates; nothing logged never reads as nothing wrong.

import { count } from '../../shared/locale.ts'
import type { IrritantGroup } from '../../shared/snapshot.ts'
import type { PendingIrritant } from '../panel-state.ts'
import { useReader } from '../reader.ts'
import { IrritantItem } from './irritant-item.tsx'
import { irritantLines } from './irritant-lines.ts'
import type { Freshness } from './pending-word.ts'

/** So many lines stand on the face, the rest behind "more"; what was just logged always stands there. */
const mostLines = 3

interface Props {
  groups: readonly IrritantGroup[]
  pending: readonly PendingIrritant[]
  freshness: Freshness
  discard: (key: string) => void
  showAll: () => void
}

export function Irritants({ groups, pending, freshness, discard, showAll }: Props) {
  const { words, locale } = useReader()
  const { annoyedBy, nothingLogged, moreIrritants } = words.panel
  const lines = irritantLines(groups, pending, locale)
  const shown = lines.filter((line, index) => index < mostLines || line.pending.length > 0)
  const hidden = lines.length - shown.length
  return (
    <section class="row">
      <h2 class="label">{annoyedBy}</h2>
      {lines.length === 0 ? (
        <p class="secondary">{nothingLogged}</p>
      ) : (
        <ul class="irritants">
          {shown.map(line => (
            <IrritantItem key={line.category} line={line} freshness={freshness} discard={discard} />
          ))}
          {hidden > 0 && (
            <li>
              <button type="button" class="link" onClick={showAll}>
                {count(locale, moreIrritants, hidden)}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
