// The round mark with a name's initials.

import { element } from './element.ts'

const tints = 6

export function avatar(name: string): HTMLElement {
  const letters = name
    .split(/\s+/)
    .map(word => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
  const tint = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints
  return element(
    'span',
    { class: 'avatar', 'data-tint': tint, 'aria-hidden': 'true' },
    letters.slice(0, 2).toUpperCase(),
  )
}
