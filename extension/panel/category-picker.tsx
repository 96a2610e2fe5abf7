// The first step: a list that narrows while one types. Arrow keys walk, Enter takes.

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { count } from '../../shared/locale.ts'
import { useReader } from '../reader.ts'
import { type CategoryChoice, matchingChoices } from './category-choices.ts'

interface Props {
  choices: readonly CategoryChoice[]
  pick: (choice: CategoryChoice) => void
}

export function CategoryPicker({ choices, pick }: Props) {
  const { words, locale } = useReader()
  const { filter, categories, noMatch, already } = words.panel.log
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const active = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const shown = matchingChoices(choices, typed)
  const optionId = (choice: CategoryChoice) => `${id}-${choice.id}`
  const current = shown[Math.min(index, shown.length - 1)]

  useLayoutEffect(() => input.current?.focus(), [])
  useLayoutEffect(() => active.current?.scrollIntoView?.({ block: 'nearest' }), [current?.id])

  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && shown.length > 0) {
      setIndex((Math.min(index, shown.length - 1) + step + shown.length) % shown.length)
      event.preventDefault()
    }
    if (event.key === 'Enter' && !event.isComposing && current) {
      event.preventDefault()
      pick(current)
    }
  }

  return (
    <>
      <input
        ref={input}
        class="input"
        type="text"
        role="combobox"
        placeholder={filter}
        aria-label={filter}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={current && optionId(current)}
        autocomplete="off"
        value={typed}
        onInput={event => {
          setTyped(event.currentTarget.value)
          setIndex(0)
        }}
        onKeyDown={press}
      />
      <div class="choices">
        <div role="listbox" id={id} aria-label={categories}>
          {shown.map(choice => (
            <div
              key={choice.id}
              ref={choice === current ? active : undefined}
              class="choice"
              role="option"
              tabIndex={-1}
              id={optionId(choice)}
              aria-selected={choice === current}
              onPointerMove={() => setIndex(shown.indexOf(choice))}
              onClick={() => pick(choice)}
              onKeyDown={press}
            >
              <span dir="auto">{choice.name}</span>
              {choice.times > 0 && <span class="secondary">{count(locale, already, choice.times)}</span>}
            </div>
          ))}
        </div>
        {shown.length === 0 && <p class="secondary">{noMatch}</p>}
      </div>
    </>
  )
}
