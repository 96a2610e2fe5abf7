// What the extension's faces say, by language. The Worker words the snapshot itself; English gives the shape.

import type { Locale } from '../locale.ts'
import { en } from './en.ts'
import { lt } from './lt.ts'
import { ru } from './ru.ts'

export type Words = typeof en

export const words: Record<Locale, Words> = { en, ru, lt }
