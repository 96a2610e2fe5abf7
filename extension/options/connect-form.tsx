// Address and token, tried at once: first the browser's permission for the address, then the Worker itself.

import { useEffect, useRef, useState } from 'preact/hooks'
import { apiOrigin } from '../api-address.ts'
import type { ConnectFailure, Connection } from '../messages.ts'
import { useReader } from '../reader.ts'
import type { Doors } from './doors.ts'
import { Field } from './field.tsx'
import type { Mark } from './section-links.tsx'
import { TokenField } from './token-field.tsx'

type Failed = ConnectFailure['failed']
type Progress = { is: 'idle' } | { is: 'trying' } | { is: 'failed'; failed: Failed } | { is: 'gone' }

interface Props extends Doors {
  connected: (connection: Connection) => void
  mark: (mark: Mark | null) => void
}

export function ConnectForm({ send, requestOrigins, connected, mark }: Props) {
  const { words } = useReader()
  const { connect: say, backgroundGone } = words.options
  const [address, setAddress] = useState('')
  const [token, setToken] = useState('')
  const [progress, setProgress] = useState<Progress>({ is: 'idle' })
  const addressInput = useRef<HTMLInputElement>(null)
  const tokenInput = useRef<HTMLInputElement>(null)
  const isUnsaved = address !== '' || token !== ''
  useEffect(() => {
    mark(isUnsaved ? 'unsaved' : null)
    return () => mark(null)
  }, [isUnsaved])

  const fail = (failed: Failed) => {
    setProgress({ is: 'failed', failed })
    const input = failed === 'wrong-token' ? tokenInput : addressInput
    input.current?.focus()
  }

  const tryIt = async (origin: string, granted: Promise<boolean>) => {
    if (!(await granted.catch(() => false))) return fail('no-permission')
    const answer = await send('connect', { address: origin, token: token.trim() })
    if ('failed' in answer) fail(answer.failed)
    else connected(answer)
  }

  const submit = (event: Event) => {
    event.preventDefault()
    if (progress.is === 'trying') return
    const origin = apiOrigin(address)
    if (!origin) return fail('not-an-address')
    setProgress({ is: 'trying' })
    // Asked before anything is awaited: only the click itself may ask the browser.
    tryIt(origin, requestOrigins([origin])).catch(() => setProgress({ is: 'gone' }))
  }

  const failed = progress.is === 'failed' ? progress.failed : null
  return (
    <form class="card" onSubmit={submit} noValidate>
      <p class="intro">{say.intro}</p>
      <Field label={say.address} hint={say.addressHint} isWrong={failed !== null && failed !== 'wrong-token'}>
        {field => (
          <input
            {...field}
            ref={addressInput}
            class="input"
            type="url"
            inputMode="url"
            autocomplete="url"
            spellcheck={false}
            required
            value={address}
            onInput={event => setAddress(event.currentTarget.value)}
          />
        )}
      </Field>
      <TokenField input={tokenInput} token={token} isWrong={failed === 'wrong-token'} change={setToken} />
      <button type="submit" class="button main" aria-disabled={progress.is === 'trying'}>
        {progress.is === 'trying' ? say.trying : say.submit}
      </button>
      <p class="answer bad-ink" role="alert">
        {failed && say.failures[failed]}
        {progress.is === 'gone' && backgroundGone}
      </p>
    </form>
  )
}
