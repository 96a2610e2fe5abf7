// A file before anything of it was sent: how it is read, which column holds what, and what would come in.

import { count, formatNumber } from '../../../shared/locale.ts'
import { useReader } from '../../reader.ts'
import { CheckResult } from './check-result.tsx'
import { ColumnChoices } from './column-choices.tsx'
import type { DeskState } from './desk-state.ts'
import { FileLine } from './file-line.tsx'
import type { ImportDesk } from './import-desk.ts'
import { KindChoice } from './kind-choice.tsx'
import { ReadingChoices } from './reading-choices.tsx'

interface Props {
  desk: ImportDesk
  state: Extract<DeskState, { is: 'preparing' }>
}

export function PrepareImport({ desk, state }: Props) {
  const { words } = useReader()
  const say = words.options.import
  const { opened, choices, unfinished, isHeldElsewhere } = state
  return (
    <div class="import-stage">
      <FileLine file={opened.file}>
        <button type="button" class="link" onClick={() => desk.discard()}>
          {say.another}
        </button>
      </FileLine>
      {!unfinished && <KindChoice desk={desk} kind={choices.kind} />}
      <CheckResult prepared={state} />
      {unfinished ? <Unfinished desk={desk} state={state} /> : <StartButton desk={desk} state={state} />}
      <p role="alert" class="bad-ink">
        {isHeldElsewhere && say.heldElsewhere}
      </p>
      {!unfinished && (
        <>
          <ColumnChoices desk={desk} prepared={state} />
          <ReadingChoices desk={desk} prepared={state} />
        </>
      )}
    </div>
  )
}

function StartButton({ desk, state: { check, choices } }: Props) {
  const { words, locale } = useReader()
  const say = words.options.import
  const good = check.is === 'counted' ? check.tally.good : 0
  const isReady = good > 0 && choices.source !== ''
  return (
    <button type="button" class="button main" disabled={!isReady} onClick={() => desk.start()}>
      {good > 0 ? count(locale, say.start[choices.kind], good) : say.startLater}
    </button>
  )
}

/** The choices of the first time hold, so that the rows of the rest are the ones they would have been. */
function Unfinished({ desk, state: { check, unfinished } }: Props) {
  const { words, locale } = useReader()
  const say = words.options.import
  if (!unfinished || check.is !== 'counted') return null
  const { confirmed } = unfinished
  return (
    <div class="unfinished">
      <p>{say.unfinished(formatNumber(locale, confirmed), formatNumber(locale, check.tally.rows))}</p>
      <div class="buttons">
        <button type="button" class="button main" onClick={() => desk.goOn()}>
          {say.goOn(formatNumber(locale, confirmed + 1))}
        </button>
        <button type="button" class="button" onClick={() => desk.change({})}>
          {say.startAnew}
        </button>
      </div>
    </div>
  )
}
