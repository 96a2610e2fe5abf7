// The panel: one view for each thing it can be told to show.

import type { PanelState, PanelView } from '../panel-state.ts'
import { useReader } from '../reader.ts'
import { announce, announcePending } from './announce.ts'
import { Chooser } from './chooser.tsx'
import { CustomerView } from './customer-view.tsx'
import { Guarded } from './guarded.tsx'
import { Notice } from './notice.tsx'
import type { PanelActions } from './panel-actions.ts'
import { Quiet } from './quiet.tsx'
import { Skeleton } from './skeleton.tsx'

export function Panel({ state, panel }: { state: PanelState | null; panel: PanelActions }) {
  const { words, locale } = useReader()
  const view = state?.view ?? null
  return (
    <main class="panel" aria-label={words.panel.label} aria-busy={view?.is === 'loading'}>
      <p class="unseen" role="status">
        {view && announce(view, words)}
      </p>
      <p class="unseen" role="status">
        {view && announcePending(view, words, locale)}
      </p>
      {state ? (
        <Guarded key={state.question} refresh={() => panel.refresh()}>
          <View view={state.view} panel={panel} />
        </Guarded>
      ) : (
        <Quiet text={words.panel.connecting} />
      )}
    </main>
  )
}

function View({ view, panel }: { view: PanelView; panel: PanelActions }) {
  const { words } = useReader()
  const say = words.panel
  switch (view.is) {
    case 'settling':
      return <Quiet text={say.settling} />
    case 'loading':
      return <Skeleton evidence={view.evidence} />
    case 'customer':
      return <CustomerView key={view.snapshot.customer.id} view={view} panel={panel} />
    case 'several':
      return <Chooser candidates={view.candidates} panel={panel} />
    case 'not-found': {
      const { title, sentence, action } = say.notFound
      return <Notice {...{ title: title(view.evidence), sentence, action }} act={() => panel.refresh()} />
    }
    case 'no-customer':
      return <Notice {...say.noCustomer} />
    case 'not-understood': {
      const { title, sentence, action } = say.notUnderstood
      return <Notice {...{ title, sentence: sentence(view.hostName), action }} act={() => panel.refresh()} />
    }
    case 'signed-out':
      return (
        <Notice {...(view.revoked ? say.revoked : say.signedOut)} act={() => panel.openOptions()} isMain />
      )
    case 'trouble':
      return (
        <Notice
          {...say[view.trouble]}
          act={() => (view.trouble === 'not-holdfast' ? panel.openOptions() : panel.refresh())}
        />
      )
  }
}
