// An import under way: how far, how fast, how long still, what it waits for, and the way to stop it.

import { formatNumber } from '../../../shared/locale.ts'
import { useReader } from '../../reader.ts'
import { Bar } from './check-result.tsx'
import type { DeskState } from './desk-state.ts'
import { FileLine } from './file-line.tsx'
import { formatLeft } from './format-check.ts'
import type { ImportDesk } from './import-desk.ts'
import { rowsPerSecond, secondsLeft } from './speed.ts'

interface Props {
  desk: ImportDesk
  state: Extract<DeskState, { is: 'running' }>
}

export function RunningImport({ desk, state: { opened, progress, total } }: Props) {
  const { words, locale } = useReader()
  const say = words.options.import
  const { unfinished, marks, waiting } = progress
  const speed = rowsPerSecond(marks)
  const seconds = secondsLeft(marks, total)
  const facts = [
    say.progress(formatNumber(locale, unfinished.confirmed), formatNumber(locale, total)),
    ...(speed === null ? [] : [say.speed(formatNumber(locale, Math.round(speed)))]),
    ...(seconds === null ? [] : [formatLeft(locale, say.left, seconds)]),
  ]
  const text = facts.join(' · ')
  return (
    <div class="import-stage">
      <FileLine file={opened.file} />
      <div class="bar-line">
        <Bar share={unfinished.confirmed / total} label={say.running(opened.file.name)} text={text} />
        <p class="run-facts">{text}</p>
      </div>
      <p role="status" class="warn-ink waiting">
        {waiting && say.waiting[waiting]}
      </p>
      <button type="button" class="button" onClick={() => desk.cancel()}>
        {say.cancel}
      </button>
      <p class="secondary">{say.keepOpen}</p>
    </div>
  )
}
