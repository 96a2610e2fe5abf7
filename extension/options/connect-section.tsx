// The connection with the workspace: made here, shown here, ended here.

import { useReader } from '../reader.ts'
import { ConnectForm } from './connect-form.tsx'
import { Connected } from './connected.tsx'
import type { Doors } from './doors.ts'
import { useAnswer } from './use-answer.ts'

export function ConnectSection({ send, requestOrigins }: Doors) {
  const { words } = useReader()
  const { connect: say, backgroundGone, reading } = words.options
  const [connection, setConnection] = useAnswer(send, 'connection')
  const disconnect = async () => {
    await send('disconnect', {})
    setConnection(null)
  }
  return (
    <section aria-labelledby="connect-title">
      <h1 class="section-title" id="connect-title">
        {say.title}
      </h1>
      {connection.is === 'asking' && <p class="muted">{reading}</p>}
      {connection.is === 'gone' && <p class="bad-ink">{backgroundGone}</p>}
      {connection.is === 'here' &&
        (connection.value ? (
          <Connected connection={connection.value} disconnect={disconnect} />
        ) : (
          <ConnectForm send={send} requestOrigins={requestOrigins} connected={setConnection} />
        ))}
    </section>
  )
}
