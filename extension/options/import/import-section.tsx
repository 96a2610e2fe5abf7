// Files of purchases and survey answers, and what came in so far. Only admins of a connected workspace can import.

import type { Connection } from '../../messages.ts'
import { useReader } from '../../reader.ts'
import type { Doors } from '../doors.ts'
import type { Mark } from '../section-links.tsx'
import type { Answer } from '../use-answer.ts'
import { ImportWork } from './import-work.tsx'

interface Props extends Pick<Doors, 'send'> {
  connection: Answer<Connection | null>
  mark: (mark: Mark | null) => void
}

export function ImportSection({ connection, send, mark }: Props) {
  const { words } = useReader()
  const { import: say, backgroundGone, reading } = words.options
  return (
    <section aria-labelledby="import-title">
      <h1 class="section-title" id="import-title">
        {say.title}
      </h1>
      <p class="intro">{say.intro}</p>
      {connection.is === 'asking' && <p class="muted">{reading}</p>}
      {connection.is === 'gone' && <p class="bad-ink">{backgroundGone}</p>}
      {connection.is === 'here' && <ForAdmins connection={connection.value} send={send} mark={mark} />}
    </section>
  )
}

function ForAdmins({ connection, ...rest }: Omit<Props, 'connection'> & { connection: Connection | null }) {
  const { words } = useReader()
  const say = words.options.import
  if (connection?.role === 'admin') {
    const { origin, workspace } = connection
    return <ImportWork key={`${origin} ${workspace}`} into={{ origin, workspace }} {...rest} />
  }
  return (
    <div class="import-stage">
      <p>{connection ? say.notAdmin : say.notConnected}</p>
      <p>
        <a class="next" href="#connect">
          {say.toConnection}
        </a>
      </p>
    </div>
  )
}
