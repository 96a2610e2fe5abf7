// One customer: who, verdict, what annoys, what we owe, rhythm, score, why. In the order in which it is read.

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PanelView } from '../panel-state.ts'
import { AllFigures } from './all-figures.tsx'
import { CustomerHeader } from './customer-header.tsx'
import { Foot } from './foot.tsx'
import { Irritants } from './irritants.tsx'
import { LastKnown } from './last-known.tsx'
import { LogIrritant } from './log-irritant.tsx'
import { OwedAnswer } from './owed-answer.tsx'
import type { PanelActions } from './panel-actions.ts'
import { Reasons } from './reasons.tsx'
import { Rhythm } from './rhythm.tsx'
import { ScoreHistory } from './score-history.tsx'

type CustomerState = Extract<PanelView, { is: 'customer' }>

export function CustomerView({ view, panel }: { view: CustomerState; panel: PanelActions }) {
  const { match, snapshot, freshness, pending, fetchedAt } = view
  const [sheet, setSheet] = useState<'log' | 'all' | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const open = (which: 'log' | 'all') => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setSheet(which)
  }
  const close = () => setSheet(null)
  // Once the sheet has left the document: as long as it is modal, nothing else can take the focus.
  useLayoutEffect(() => {
    if (sheet === null) opener.current?.focus()
  }, [sheet])
  return (
    <>
      <div class="body">
        <CustomerHeader match={match} snapshot={snapshot} panel={panel} />
        <p class="verdict">{snapshot.verdict.text}</p>
        <div class="rows">
          <Irritants
            groups={snapshot.irritants}
            pending={pending}
            freshness={freshness}
            discard={key => panel.discard(key)}
            showAll={() => open('all')}
          />
          <OwedAnswer nps={snapshot.nps} />
        </div>
        <Rhythm snapshot={snapshot} />
        <ScoreHistory snapshot={snapshot} />
        <Reasons snapshot={snapshot} />
      </div>
      <LastKnown freshness={freshness} fetchedAt={fetchedAt} refresh={() => panel.refresh()} />
      <Foot log={() => open('log')} more={() => open('all')} />
      {sheet === 'log' && <LogIrritant snapshot={snapshot} pending={pending} panel={panel} close={close} />}
      {sheet === 'all' && <AllFigures view={view} refresh={() => panel.refresh()} close={close} />}
    </>
  )
}
