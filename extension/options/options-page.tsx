// The options page: one section at a time, each with an address of its own (`#connect`, `#hosts`, `#import` ...).
// A section that was opened stays as it was left while another one is shown.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Preferences } from '../preferences.ts'
import { useReader } from '../reader.ts'
import { ConnectSection } from './connect-section.tsx'
import type { Doors } from './doors.ts'
import { HostsSection } from './hosts-section.tsx'
import { ImportSection } from './import/import-section.tsx'
import { LanguageSection } from './language-section.tsx'
import { type Mark, SectionLinks } from './section-links.tsx'
import { type Section, useSection } from './sections.ts'
import { ThemeSection } from './theme-section.tsx'
import { useAnswer } from './use-answer.ts'

interface Props extends Doors {
  preferences: Preferences
  /** Keeps them and shows the page in them. */
  prefer: (preferences: Preferences) => Promise<void>
}

export function OptionsPage({ send, requestOrigins, preferences, prefer }: Props) {
  const { words } = useReader()
  const say = words.options
  const section = useSection()
  const [connection, setConnection] = useAnswer(send, 'connection')
  const [marks, setMarks] = useState<Partial<Record<Section, Mark | null>>>({})
  const marking = (id: Section) => (mark: Mark | null) => setMarks(before => ({ ...before, [id]: mark }))
  useWarning(Object.values(marks).includes('busy'))
  return (
    <div class="options">
      <header class="options-head">
        <p class="options-title">{say.title}</p>
        <SectionLinks current={section} marks={marks} />
      </header>
      <main class="options-main">
        <Shown id="connect" current={section}>
          <ConnectSection
            send={send}
            requestOrigins={requestOrigins}
            connection={connection}
            changed={setConnection}
            mark={marking('connect')}
          />
        </Shown>
        <Shown id="hosts" current={section}>
          <HostsSection send={send} requestOrigins={requestOrigins} />
        </Shown>
        <Shown id="import" current={section}>
          <ImportSection connection={connection} send={send} mark={marking('import')} />
        </Shown>
        <Shown id="language" current={section}>
          <LanguageSection preferences={preferences} prefer={prefer} />
        </Shown>
        <Shown id="theme" current={section}>
          <ThemeSection preferences={preferences} prefer={prefer} />
        </Shown>
      </main>
    </div>
  )
}

/** Made when it is first opened, hidden while another section is shown. */
function Shown({ id, current, children }: { id: Section; current: Section; children: ComponentChildren }) {
  const [wasOpened, setOpened] = useState(false)
  const isOpen = id === current
  if (isOpen && !wasOpened) setOpened(true)
  return isOpen || wasOpened ? <div hidden={!isOpen}>{children}</div> : null
}

/** The browser asks before the page is left. */
function useWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])
}
