// What became of an import: what came in, what was known, what was left out and why, and what to do next.

import { count, formatNumber } from '../../../shared/locale.ts'
import type { Words } from '../../../shared/words/words.ts'
import { useReader } from '../../reader.ts'
import type { DeskState, Fit } from './desk-state.ts'
import { FileLine } from './file-line.tsx'
import type { ImportDesk } from './import-desk.ts'
import type { RunEnd } from './run-import.ts'
import { saveFile } from './save-file.ts'

interface Props {
  desk: ImportDesk
  state: Extract<DeskState, { is: 'ended' }>
}

export function EndedImport({ desk, state }: Props) {
  const { words, locale } = useReader()
  const say = words.options.import
  const { opened, end, progress, total, fit } = state
  const { confirmed, counts } = progress.unfinished
  const isDone = end.is === 'done'
  return (
    <div class="import-stage">
      <FileLine file={opened.file} />
      <div role="status" class="ended">
        <p class={isDone ? 'good-ink' : 'warn-ink'}>
          <b>{titleOf(say, end)}</b>
        </p>
        <ul class="results">
          <li>{count(locale, say.accepted[state.kind], counts.accepted)}</li>
          {counts.duplicates > 0 && <li>{count(locale, say.duplicates, counts.duplicates)}</li>}
          {counts.otherCurrency > 0 && (
            <li class="muted">{count(locale, say.otherCurrency, counts.otherCurrency)}</li>
          )}
        </ul>
        {end.is === 'cancelled' && (
          <p>{say.cancelled(formatNumber(locale, confirmed), formatNumber(locale, total))}</p>
        )}
        {!isDone && end.is !== 'cancelled' && <p>{sentenceOf(say, end)}</p>}
        <FitLine fit={fit} />
      </div>
      <LeftOut state={state} />
      <div class="buttons">
        {mayGoOn(end) && (
          <button type="button" class="button main" onClick={() => desk.goOn()}>
            {say.goOn(formatNumber(locale, confirmed + 1))}
          </button>
        )}
        <button type="button" class={isDone ? 'button main' : 'button'} onClick={() => desk.discard()}>
          {say.another}
        </button>
      </div>
    </div>
  )
}

function LeftOut({ state: { rejected } }: Pick<Props, 'state'>) {
  const { words, locale } = useReader()
  const say = words.options.import
  if (rejected.count === 0) return null
  return (
    <p>
      {count(locale, say.leftOut, rejected.count)}.{' '}
      <button type="button" class="link" onClick={() => saveFile(rejected.toBlob(), say.reportName)}>
        {say.download}
      </button>
    </p>
  )
}

function FitLine({ fit }: { fit: Fit }) {
  const { words } = useReader()
  const say = words.options.import
  if (fit === 'none') return null
  const texts = { fitting: say.fitting, fitted: say.fitted, 'not-fitted': say.notFitted }
  return <p class="muted">{texts[fit]}</p>
}

type Say = Words['options']['import']

function titleOf(say: Say, end: RunEnd): string {
  if (end.is === 'done') return say.ended.done
  return end.is === 'cancelled' ? say.ended.cancelled : say.ended.stopped
}

function sentenceOf(say: Say, end: Exclude<RunEnd, { is: 'done' | 'cancelled' }>): string {
  if (end.is === 'unreadable') return say.fileFaults[end.fault]
  if (end.is !== 'refused') return say.stops[end.is]
  if (end.code === 'forbidden') return say.stops.forbidden
  return end.code === 'conflict' ? say.stops.undone : say.stops.refused
}

/** Elsewhere the file has to be chosen again first, or nothing more will come in. */
function mayGoOn(end: RunEnd): boolean {
  return (
    end.is === 'cancelled' || (end.is === 'refused' && end.code !== 'conflict' && end.code !== 'forbidden')
  )
}
