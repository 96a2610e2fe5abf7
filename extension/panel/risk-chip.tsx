// The risk in one small chip: shape, word, number and colour, and which end is the bad one.

import type { Snapshot } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'
import { Explained } from './explained.tsx'
import { meaningOf } from './meaning-of.ts'
import { RiskShape } from './risk-shape.tsx'

export function RiskChip({ snapshot }: { snapshot: Snapshot }) {
  const { words } = useReader()
  const say = words.panel.risk
  const { band, score } = snapshot.risk
  if (typeof band !== 'string') {
    return (
      <div class="risk">
        <Explained meaning={band.unknown}>
          <span class="chip">{say.unknown}</span>
        </Explained>
      </div>
    )
  }
  return (
    <div class="risk">
      <Explained meaning={meaningOf(snapshot, 'risk')}>
        <span class={`chip ${band}`}>
          <RiskShape band={band} /> {say.bands[band]} {typeof score === 'number' && score}
        </span>
      </Explained>
      {typeof score === 'number' && <div class="secondary">{say.polarity}</div>}
    </div>
  )
}
