// How often they buy and where they are in their rhythm: a sentence and its small picture.

import { asSentence } from '../../shared/locale.ts'
import type { Snapshot } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'
import { Explained } from './explained.tsx'
import { Figures } from './figures.tsx'
import { meaningOf } from './meaning-of.ts'
import { RhythmPicture } from './rhythm-picture.tsx'

export function Rhythm({ snapshot }: { snapshot: Snapshot }) {
  const { words, locale } = useReader()
  const { gap, status } = snapshot
  const isOwn = gap.basis === 'own'
  const text = asSentence(locale, gap.text)
  const day = typeof gap.days !== 'number' || gap.purchases < 2 ? '' : `${words.panel.dayOfGap(gap.days)} · `
  return (
    <section class="block">
      <div class="line">
        <h2 class={isOwn ? undefined : 'muted'}>
          <Explained meaning={meaningOf(snapshot, 'interval')}>
            {isOwn ? <Figures text={text} /> : text}
          </Explained>
        </h2>
        <p class="aside">
          <Explained meaning={meaningOf(snapshot, 'status')}>
            {day}
            {status.text}
          </Explained>
        </p>
      </div>
      <RhythmPicture snapshot={snapshot} />
    </section>
  )
}
