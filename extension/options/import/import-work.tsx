// One workspace's imports: the file at hand in whichever stage it is, and what came in so far.

import { useEffect } from 'preact/hooks'
import type { ImportPart } from '../../messages.ts'
import { useReader } from '../../reader.ts'
import type { Doors } from '../doors.ts'
import type { Mark } from '../section-links.tsx'
import { alone } from './alone.ts'
import { ChooseFile } from './choose-file.tsx'
import type { DeskState } from './desk-state.ts'
import { EndedImport } from './ended-import.tsx'
import { faultsText } from './fault-text.ts'
import { PastImports } from './past-imports.tsx'
import { PrepareImport } from './prepare-import.tsx'
import { RunningImport } from './running-import.tsx'
import { useDesk } from './use-desk.ts'
import { usePastImports } from './use-past-imports.ts'
import { waitForNetwork } from './wait-for-network.ts'

interface Props extends Pick<Doors, 'send'> {
  into: ImportPart['into']
  mark: (mark: Mark | null) => void
}

/** Until the workspace has said which currency it counts in. */
const commonestCurrency = 'EUR'

export function ImportWork({ into, send, mark }: Props) {
  const { words } = useReader()
  const say = words.options.import
  const past = usePastImports(send)
  const desk = useDesk(() => ({
    send,
    wait: waitForNetwork,
    clock: Date.now,
    newId: () => crypto.randomUUID(),
    alone,
    into,
    usualCurrency: () => past.current?.currency ?? commonestCurrency,
    report: {
      names: { line: say.reportLine, reason: say.reportReason },
      faults: (faults, headers) => faultsText(words, headers, faults),
      refusal: code => say.refusals[code] ?? say.refusedOther,
    },
  }))
  const { state } = desk
  useEffect(() => mark(markOf(state)), [state.is])
  useEffect(() => {
    if (state.is === 'ended') past.reload()
  }, [state.is])
  return (
    <>
      {(state.is === 'choosing' || state.is === 'opening') && <ChooseFile desk={desk} state={state} />}
      {state.is === 'preparing' && <PrepareImport desk={desk} state={state} />}
      {state.is === 'running' && <RunningImport desk={desk} state={state} />}
      {state.is === 'ended' && <EndedImport desk={desk} state={state} />}
      <PastImports past={past} send={send} />
    </>
  )
}

function markOf({ is }: DeskState): Mark | null {
  if (is === 'running') return 'busy'
  return is === 'preparing' ? 'unsaved' : null
}
