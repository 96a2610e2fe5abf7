// Whom a face speaks to: their language and its words, their clock. Set once by the door of each face.

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../shared/locale.ts'
import { dayOf } from '../shared/time.ts'
import { type Words, words } from '../shared/words/words.ts'
import { localeOf, type Preferences } from './preferences.ts'

export interface Reader {
  locale: Locale
  words: Words
  timeZone: string
  /** Epoch milliseconds. */
  now: number
  /** The same as a local day number. */
  today: number
}

export function readerOf(locale: Locale, timeZone: string, now: number): Reader {
  return { locale, words: words[locale], timeZone, now, today: dayOf(now, timeZone) }
}

/** Who sits at this browser, at this moment. For the doors of the faces alone. */
export function readerHere(preferences: Preferences): Reader {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return readerOf(localeOf(preferences), timeZone, Date.now())
}

export const ReaderContext = createContext<Reader>(readerOf('en', 'UTC', 0))

export function useReader(): Reader {
  return useContext(ReaderContext)
}
