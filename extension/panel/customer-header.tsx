// Who this is: name, company, how they were recognised and who looks after them; the risk beside it.

import { useState } from 'preact/hooks'
import type { Match, Snapshot } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'
import { CandidateList } from './candidate-list.tsx'
import { Explained } from './explained.tsx'
import type { PanelActions } from './panel-actions.ts'
import { RiskChip } from './risk-chip.tsx'

interface Props {
  match: Match
  snapshot: Snapshot
  panel: PanelActions
}

export function CustomerHeader({ match, snapshot, panel }: Props) {
  const { words } = useReader()
  const say = words.panel
  const { customer, owner } = snapshot
  const [showsOthers, setShowsOthers] = useState(false)
  return (
    <header class="header">
      <div class="who">
        <h1 class="name" dir="auto" title={customer.name}>
          {customer.name}
        </h1>
        {customer.company && (
          <p class="company" dir="auto" title={customer.company}>
            {customer.company}
          </p>
        )}
      </div>
      <RiskChip snapshot={snapshot} />
      <p class="evidence secondary">
        <Explained meaning={match.evidence}>{say.matchedBy[match.by]}</Explained>
        {' · '}
        {owner ? say.owner(owner.name) : say.noOwner}
        {match.others.length > 0 && (
          <>
            {' · '}
            <button
              type="button"
              class="link"
              aria-expanded={showsOthers}
              onClick={() => setShowsOthers(!showsOthers)}
            >
              {say.notThem}
            </button>
          </>
        )}
      </p>
      {showsOthers && (
        <div class="others">
          <h2 class="label">{say.othersTitle}</h2>
          <CandidateList candidates={match.others} panel={panel} />
        </div>
      )}
    </header>
  )
}
