// The token, hidden while it is typed and shown on wish.

import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { useReader } from '../reader.ts'
import { Field } from './field.tsx'

interface Props {
  input: RefObject<HTMLInputElement | null>
  token: string
  isWrong: boolean
  change: (token: string) => void
}

const shown = { type: 'text' } as const
const hidden = { type: 'password' } as const

export function TokenField({ input, token, isWrong, change }: Props) {
  const { words } = useReader()
  const say = words.options.connect
  const [isShown, setShown] = useState(false)
  return (
    <Field label={say.token} hint={say.tokenHint} isWrong={isWrong}>
      {field => (
        <div class="token">
          <input
            {...field}
            ref={input}
            class="input"
            {...(isShown ? shown : hidden)}
            autocomplete="off"
            spellcheck={false}
            required
            value={token}
            onInput={event => change(event.currentTarget.value)}
          />
          <button type="button" class="link" aria-controls={field.id} onClick={() => setShown(!isShown)}>
            {isShown ? say.hide : say.show}
          </button>
        </div>
      )}
    </Field>
  )
}
