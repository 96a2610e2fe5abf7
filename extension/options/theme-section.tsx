// Light or dark, for every face of Holdfast.

import { useState } from 'preact/hooks'
import { type Preferences, themes } from '../preferences.ts'
import { useReader } from '../reader.ts'
import { ChoiceList } from './choice-list.tsx'

interface Props {
  preferences: Preferences
  prefer: (preferences: Preferences) => Promise<void>
}

export function ThemeSection({ preferences, prefer }: Props) {
  const { words } = useReader()
  const { theme: say, backgroundGone } = words.options
  const [trouble, setTrouble] = useState('')
  const choose = (theme: Preferences['theme']) => {
    setTrouble('')
    prefer({ ...preferences, theme }).catch(() => setTrouble(backgroundGone))
  }
  return (
    <ChoiceList
      title={say.title}
      intro={say.intro}
      choices={themes.map(value => ({
        value,
        text: say.choices[value],
        ...(value === 'automatic' && { hint: say.automaticHint }),
      }))}
      chosen={preferences.theme}
      choose={choose}
      trouble={trouble}
    />
  )
}
