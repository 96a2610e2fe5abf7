// One host: its name, where it lives, whether the panel appears there, and the switch.

import type { HostState } from '../messages.ts'
import { useReader } from '../reader.ts'

export function HostRow({ host, change }: { host: HostState; change: () => void }) {
  const { words } = useReader()
  const say = words.options.hosts
  const { name, matches, enabled } = host
  return (
    <li class="host">
      <div class="host-what">
        <h2 class="host-name">{name}</h2>
        <p class="secondary">{matches.map(siteOf).join(', ')}</p>
      </div>
      <p class={enabled ? 'good-ink' : 'muted'}>{enabled ? say.enabled : say.disabled}</p>
      <button
        type="button"
        class={enabled ? 'button' : 'button main'}
        aria-label={enabled ? say.disable(name) : say.enable(name)}
        onClick={change}
      >
        {enabled ? say.disableShort : say.enableShort}
      </button>
    </li>
  )
}

/** `https://mail.google.com/*` -> `mail.google.com`. */
function siteOf(pattern: string): string {
  return pattern.replace(/^[a-z*]+:\/\//, '').replace(/\/\*?$/, '')
}
