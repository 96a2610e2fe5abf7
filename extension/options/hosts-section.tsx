// The hosts the panel can appear in. Enabling one asks for the browser's permission in the click itself.

import { useState } from 'preact/hooks'
import type { HostState } from '../messages.ts'
import { useReader } from '../reader.ts'
import type { Doors } from './doors.ts'
import { HostRow } from './host-row.tsx'
import { useAnswer } from './use-answer.ts'

export function HostsSection({ send, requestOrigins }: Doors) {
  const { words } = useReader()
  const { hosts: say, backgroundGone, reading } = words.options
  const [hosts, setHosts] = useAnswer(send, 'hosts')
  const [trouble, setTrouble] = useState('')

  const enable = async ({ id }: HostState, granted: Promise<boolean>) => {
    if (await granted.catch(() => false)) setHosts(await send('enable-host', { id }))
    else setTrouble(say.refused)
  }
  const disable = async ({ id }: HostState) => setHosts(await send('disable-host', { id }))
  const change = (host: HostState) => {
    setTrouble('')
    const changed = host.enabled ? disable(host) : enable(host, requestOrigins(host.matches))
    changed.catch(() => setTrouble(backgroundGone))
  }

  return (
    <section aria-labelledby="hosts-title">
      <h1 class="section-title" id="hosts-title">
        {say.title}
      </h1>
      <p class="intro">{say.intro}</p>
      {hosts.is === 'asking' && <p class="muted">{reading}</p>}
      {hosts.is === 'gone' && <p class="bad-ink">{backgroundGone}</p>}
      {hosts.is === 'here' && (
        <ul class="hosts">
          {hosts.value.map(host => (
            <HostRow key={host.id} host={host} change={() => change(host)} />
          ))}
        </ul>
      )}
      <p class="answer bad-ink" role="alert">
        {trouble}
      </p>
    </section>
  )
}
