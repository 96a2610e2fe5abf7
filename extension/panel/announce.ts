// What a screen reader is told when the panel changes: who is shown now, and what became of an entry. Pure.

import { irritantCategoryName } from '../../shared/irritant-categories.ts'
import { isolate, type Locale } from '../../shared/locale.ts'
import type { Words } from '../../shared/words/words.ts'
import type { PanelView } from '../panel-state.ts'
import { pendingWord } from './pending-word.ts'

/** One sentence a view; the same as long as the same is shown, so that a refresh is silent. */
export function announce(view: PanelView, { panel: say }: Words): string {
  switch (view.is) {
    case 'settling':
      return ''
    case 'loading':
      return say.loading
    case 'customer': {
      const { customer, risk, verdict } = view.snapshot
      return `${isolate(customer.name)}. ${risk.text}. ${verdict.text}`
    }
    case 'several':
      return say.several.title
    case 'not-found':
      return say.notFound.title(view.evidence)
    case 'no-customer':
      return say.noCustomer.title
    case 'not-understood':
      return say.notUnderstood.title
    case 'signed-out':
      return view.revoked ? say.revoked.title : say.signedOut.title
    case 'trouble':
      return say[view.trouble].title
  }
}

/** The newest entry that is not confirmed yet, and where it stands; empty without one. */
export function announcePending(view: PanelView, words: Words, locale: Locale): string {
  if (view.is !== 'customer') return ''
  const newest = view.pending.at(-1)
  return newest
    ? `${irritantCategoryName(newest.category, locale)}: ${pendingWord(newest, view.freshness, words)}`
    : ''
}
