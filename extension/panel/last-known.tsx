// Said above the actions where the Worker could not be asked: how old the shown figures are, and why.

import { formatAgo } from '../../shared/locale.ts'
import { useReader } from '../reader.ts'
import { type Freshness, isTrouble } from './pending-word.ts'

interface Props {
  freshness: Freshness
  /** Epoch milliseconds. */
  fetchedAt: number
  refresh: () => void
}

export function LastKnown({ freshness, fetchedAt, refresh }: Props) {
  const { words, locale, now } = useReader()
  if (!isTrouble(freshness)) return null
  const { lastKnown, trouble, tryNow } = words.panel
  return (
    <p class="last-known">
      <span>{lastKnown(formatAgo(locale, Math.max(0, now - fetchedAt)), trouble[freshness])}</span>
      <button type="button" class="link" onClick={refresh}>
        {tryNow}
      </button>
    </p>
  )
}
