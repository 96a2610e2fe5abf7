// The beginning: which kind of rows, and the file, chosen or dropped.

import { useRef, useState } from 'preact/hooks'
import { useReader } from '../../reader.ts'
import type { DeskState } from './desk-state.ts'
import type { ImportDesk } from './import-desk.ts'
import { KindChoice } from './kind-choice.tsx'

interface Props {
  desk: ImportDesk
  state: Extract<DeskState, { is: 'choosing' | 'opening' }>
}

export function ChooseFile({ desk, state }: Props) {
  const { words } = useReader()
  const say = words.options.import
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? []
    if (file) void desk.choose(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer?.files)
  }
  const dragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div class="import-stage">
      <KindChoice desk={desk} kind={state.kind} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first. */}
      <div
        class={isOver ? 'drop-zone over' : 'drop-zone'}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{say.drop}</p>
        <button type="button" class="button main" onClick={() => input.current?.click()}>
          {say.choose}
        </button>
        <p class="secondary">{say.dropHint}</p>
        <input
          ref={input}
          class="unseen"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-label={say.choose}
          tabIndex={-1}
          onChange={event => {
            take(event.currentTarget.files)
            // So that choosing the same file again counts as a choice.
            event.currentTarget.value = ''
          }}
        />
      </div>
      <p role="status" class="muted">
        {state.is === 'opening' && say.opening(state.fileName)}
      </p>
      <p role="alert" class="bad-ink">
        {state.is === 'choosing' && state.why && say.fileFaults[state.why.fault]}
      </p>
    </div>
  )
}
