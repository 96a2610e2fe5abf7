// In which language Holdfast speaks to this member.

import { useState } from 'preact/hooks'
import { locales, pickLocale } from '../../shared/locale.ts'
import type { Preferences } from '../preferences.ts'
import { useReader } from '../reader.ts'
import { ChoiceList } from './choice-list.tsx'

interface Props {
  preferences: Preferences
  prefer: (preferences: Preferences) => Promise<void>
}

/** Each in itself, so that everybody finds their own. */
const names = { en: 'English', ru: 'Русский', lt: 'Lietuvių' }

export function LanguageSection({ preferences, prefer }: Props) {
  const { words } = useReader()
  const { language: say, backgroundGone } = words.options
  const [trouble, setTrouble] = useState('')
  const choose = (language: Preferences['language']) => {
    setTrouble('')
    prefer({ ...preferences, language }).catch(() => setTrouble(backgroundGone))
  }
  return (
    <ChoiceList
      title={say.title}
      intro={say.intro}
      choices={[
        {
          value: 'automatic',
          text: say.automatic,
          hint: say.automaticHint(names[pickLocale(navigator.languages)]),
        },
        ...locales.map(value => ({ value, text: names[value] })),
      ]}
      chosen={preferences.language}
      choose={choose}
      trouble={trouble}
    />
  )
}
