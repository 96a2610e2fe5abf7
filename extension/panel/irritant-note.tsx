// The second step: what exactly, if there is more to say, and "Log". Enter logs, Shift+Enter begins a line.

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { asSentence } from '../../shared/locale.ts'
import { useReader } from '../reader.ts'
import type { CategoryChoice } from './category-choices.ts'
import { regularFrom } from './irritant-lines.ts'

const longestNote = 4000

interface Props {
  choice: CategoryChoice
  change: () => void
  log: (note: string | null) => void
}

export function IrritantNote({ choice, change, log }: Props) {
  const { words, locale } = useReader()
  const say = words.panel.log
  const field = useRef<HTMLTextAreaElement>(null)
  const [note, setNote] = useState('')
  const nth = choice.times + 1
  const submit = (event: Event) => {
    event.preventDefault()
    log(note.trim() || null)
  }

  useLayoutEffect(() => field.current?.focus(), [])

  return (
    <form class="note-form" onSubmit={submit}>
      <p class="chosen">
        <b dir="auto">{choice.name}</b>
        <button type="button" class="link" onClick={change}>
          {say.change}
        </button>
      </p>
      {nth > 1 && (
        <p class={nth >= regularFrom ? 'bad-ink' : 'muted'}>
          <b>{asSentence(locale, say.again(nth))}</b>
          {nth >= regularFrom && `. ${say.regular}`}
        </p>
      )}
      <textarea
        ref={field}
        class="input"
        rows={3}
        dir="auto"
        maxLength={longestNote}
        placeholder={say.note}
        aria-label={say.note}
        value={note}
        onInput={event => setNote(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
        }}
      />
      <button type="submit" class="button main">
        {say.submit}
      </button>
    </form>
  )
}
