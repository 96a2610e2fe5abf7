// The popup: is the panel on for this page, are we connected, and the way to the options.

import { useState } from 'preact/hooks'
import type { Doors } from '../options/doors.ts'
import { useAnswer } from '../options/use-answer.ts'
import { useReader } from '../reader.ts'
import { findHost } from './find-host.ts'

interface Props extends Doors {
  /** The page of the active tab; null where the browser does not tell. */
  page: URL | null
  openOptions: () => void
}

export function Popup({ page, send, requestOrigins, openOptions }: Props) {
  const { words } = useReader()
  const say = words.popup
  const [connection] = useAnswer(send, 'connection')
  if (connection.is === 'gone') return <p class="popup bad-ink">{words.options.backgroundGone}</p>
  if (connection.is === 'asking') return <p class="popup muted">{words.options.reading}</p>
  return (
    <main class="popup">
      <h1 class="unseen">{say.title}</h1>
      <ThisPage page={page} send={send} requestOrigins={requestOrigins} />
      <footer class="popup-foot">
        <p class="secondary" dir="auto">
          {connection.value ? say.connectedTo(connection.value.workspace) : say.notConnected}
        </p>
        <button type="button" class="link" onClick={openOptions}>
          {connection.value ? say.options : say.connect}
        </button>
      </footer>
    </main>
  )
}

function ThisPage({ page, send, requestOrigins }: Doors & { page: URL | null }) {
  const { words } = useReader()
  const say = words.popup
  const [hosts, setHosts] = useAnswer(send, 'hosts')
  const [trouble, setTrouble] = useState('')
  if (hosts.is !== 'here') return <p class="muted">{words.options.reading}</p>
  if (!page) return <p class="muted">{say.unseenHere}</p>
  const host = findHost(hosts.value, page)
  if (!host) return <p class="muted">{say.unknownHere}</p>
  if (host.enabled) {
    return (
      <div role="status">
        <p>{say.enabledHere(host.name)}</p>
        <p class="secondary">{say.reload}</p>
      </div>
    )
  }

  const enable = async (granted: Promise<boolean>) => {
    if (await granted.catch(() => false)) setHosts(await send('enable-host', { id: host.id }))
    else setTrouble(say.refused)
  }
  const wish = () => {
    const granted = requestOrigins(host.matches)
    // Said before the prompt is answered, since browsers close this popup for it.
    const wished = send('enable-host', { id: host.id })
    Promise.all([enable(granted), wished]).catch(() => setTrouble(words.options.backgroundGone))
  }
  return (
    <div class="popup-here">
      <p>{say.disabledHere(host.name)}</p>
      <button type="button" class="button main" onClick={wish}>
        {say.enable}
      </button>
      <p class="secondary bad-ink" role="alert">
        {trouble}
      </p>
    </div>
  )
}
