// The options page: one section at a time, each with an address of its own (`#connect`, `#hosts`).

import { useEffect, useState } from 'preact/hooks'
import { useReader } from '../reader.ts'
import { ConnectSection } from './connect-section.tsx'
import type { Doors } from './doors.ts'
import { HostsSection } from './hosts-section.tsx'

const sections = ['connect', 'hosts'] as const
type Section = (typeof sections)[number]

export function OptionsPage({ send, requestOrigins }: Doors) {
  const { words } = useReader()
  const say = words.options
  const section = useSection()
  return (
    <div class="options">
      <header class="options-head">
        <p class="options-title">{say.title}</p>
        <nav aria-label={say.navigation}>
          <ul>
            {sections.map(id => (
              <li key={id}>
                <a href={`#${id}`} aria-current={id === section ? 'page' : undefined}>
                  {say.sections[id]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="options-main">
        {section === 'connect' && <ConnectSection send={send} requestOrigins={requestOrigins} />}
        {section === 'hosts' && <HostsSection send={send} requestOrigins={requestOrigins} />}
      </main>
    </div>
  )
}

/** The section the address names, now and after each change of it. */
function useSection(): Section {
  const [section, setSection] = useState(sectionOfAddress)
  useEffect(() => {
    const follow = () => setSection(sectionOfAddress())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return section
}

function sectionOfAddress(): Section {
  return sections.find(id => location.hash === `#${id}`) ?? 'connect'
}
