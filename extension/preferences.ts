// How one member wants the extension's faces: their language and theme, over what the browser and the system say.

import { type Locale, locales, pickLocale } from '../shared/locale.ts'

export const languages = ['automatic', ...locales] as const
export const themes = ['automatic', 'light', 'dark'] as const

export interface Preferences {
  language: (typeof languages)[number]
  theme: (typeof themes)[number]
}

export const usualPreferences: Preferences = { language: 'automatic', theme: 'automatic' }

export function localeOf({ language }: Preferences): Locale {
  return language === 'automatic' ? pickLocale(navigator.languages) : language
}

/**
 * Paints this document light or dark.
 * @param around where it stands in a page of its own colours, these; null where it follows the system.
 */
export function applyTheme({ theme }: Preferences, around: 'light' | 'dark' | null = null): void {
  document.documentElement.style.colorScheme = theme === 'automatic' ? (around ?? '') : theme
}
