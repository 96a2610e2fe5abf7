// One choice among few, with its label and what is to be said about it.

import { useId } from 'preact/hooks'

interface Props<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; text: string }[]
  hint?: string | false
  change: (value: Value) => void
}

export function SelectField<Value extends string>({ label, value, options, hint, change }: Props<Value>) {
  const id = useId()
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="input select"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => change(event.currentTarget.value as Value)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {hint && (
        <p class="secondary warn-ink" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
