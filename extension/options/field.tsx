// A field with its label above and its hint below, tied together for screen readers.

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What the field's own input carries. */
export interface FieldTies {
  id: string
  'aria-describedby': string
  'aria-invalid': boolean
}

interface Props {
  label: string
  hint: string
  isWrong: boolean
  children: (ties: FieldTies) => ComponentChildren
}

export function Field({ label, hint, isWrong, children }: Props) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': hintId, 'aria-invalid': isWrong })}
      <p class="secondary" id={hintId}>
        {hint}
      </p>
    </div>
  )
}
