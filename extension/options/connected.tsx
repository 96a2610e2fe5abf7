// The connection as it is: which workspace, in which role, and how to end it.

import type { Connection } from '../messages.ts'
import { useReader } from '../reader.ts'

interface Props {
  connection: Connection
  disconnect: () => void
}

export function Connected({ connection: { origin, workspace, role }, disconnect }: Props) {
  const { words } = useReader()
  const say = words.options.connect
  return (
    <div class="card">
      <p class="good-ink" role="status">
        <b>{say.connected}</b>
      </p>
      <dl class="connection">
        <dt class="muted">{say.workspace}</dt>
        <dd dir="auto">{workspace}</dd>
        <dt class="muted">{say.role}</dt>
        <dd>{say.roles[role] ?? role}</dd>
        <dt class="muted">{say.address}</dt>
        <dd>{origin}</dd>
      </dl>
      <p>
        <a class="next" href="#hosts">
          {say.next}
        </a>
      </p>
      <div class="ending">
        <button type="button" class="button" onClick={disconnect}>
          {say.disconnect}
        </button>
        <p class="secondary">{say.disconnectHint}</p>
      </div>
    </div>
  )
}
