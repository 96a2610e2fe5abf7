// Several customers are equally likely: the member chooses, and nothing is shown until then.

import type { Candidate } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'
import { CandidateList } from './candidate-list.tsx'
import type { PanelActions } from './panel-actions.ts'

export function Chooser({ candidates, panel }: { candidates: Candidate[]; panel: PanelActions }) {
  const { words } = useReader()
  const { title, sentence } = words.panel.several
  return (
    <section class="notice chooser">
      <h1 class="notice-title">{title}</h1>
      <p class="notice-sentence">{sentence}</p>
      <CandidateList candidates={candidates} panel={panel} />
    </section>
  )
}
