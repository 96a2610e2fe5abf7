// What they answered to "would you recommend us?": the latest score with its comment, and the small picture.

import type { Snapshot } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'
import { Explained } from './explained.tsx'
import { Figures } from './figures.tsx'
import { meaningOf } from './meaning-of.ts'
import { ScorePicture } from './score-picture.tsx'

export function ScoreHistory({ snapshot }: { snapshot: Snapshot }) {
  const { words } = useReader()
  const { score, noScore, quote } = words.panel
  const { latest, history } = snapshot.nps
  const meaning = meaningOf(snapshot, 'nps')
  return (
    <section class="block">
      <div class="line">
        <h2>
          <Explained meaning={meaning}>
            {'unknown' in latest ? noScore : <Figures text={score(latest.score)} />}
          </Explained>
        </h2>
        {'unknown' in latest ? (
          <p class="aside">{latest.unknown}</p>
        ) : (
          latest.comment && (
            <p class="aside comment" dir="auto" title={latest.comment}>
              {quote(latest.comment)}
            </p>
          )
        )}
      </div>
      {history.length > 0 && <ScorePicture history={history} />}
    </section>
  )
}
