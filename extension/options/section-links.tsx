// The way to each section, with a mark where something waits in it.

import { useReader } from '../reader.ts'
import { type Section, sections } from './sections.ts'

/** `unsaved`: something was entered and does not hold yet. `busy`: something is under way. */
export type Mark = 'unsaved' | 'busy'

interface Props {
  current: Section
  marks: Partial<Record<Section, Mark | null>>
}

export function SectionLinks({ current, marks }: Props) {
  const { words } = useReader()
  const say = words.options
  return (
    <nav aria-label={say.navigation}>
      <ul>
        {sections.map(id => {
          const mark = marks[id]
          return (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
                {say.sections[id]}
                {mark && (
                  <span class={`mark ${mark}`} title={say.marks[mark]}>
                    <span class="unseen">{say.marks[mark]}</span>
                  </span>
                )}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
