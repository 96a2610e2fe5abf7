// The connection with the workspace: made here, shown here, ended here.

import type { Connection } from '../messages.ts'
import { useReader } from '../reader.ts'
import { ConnectForm } from './connect-form.tsx'
import { Connected } from './connected.tsx'
import type { Doors } from './doors.ts'
import type { Mark } from './section-links.tsx'
import type { Answer } from './use-answer.ts'

interface Props extends Doors {
  connection: Answer<Connection | null>
  changed: (connection: Connection | null) => void
  mark: (mark: Mark | null) => void
}

export function ConnectSection({ send, requestOrigins, connection, changed, mark }: Props) {
  const { words } = useReader()
  const { connect: say, backgroundGone, reading } = words.options
  const disconnect = async () => {
    await send('disconnect', {})
    changed(null)
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
          <ConnectForm send={send} requestOrigins={requestOrigins} connected={changed} mark={mark} />
        ))}
    </section>
  )
}
