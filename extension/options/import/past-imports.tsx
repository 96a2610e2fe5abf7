// What came in so far, newest first, each to be taken back.

import { useReader } from '../../reader.ts'
import type { Doors } from '../doors.ts'
import { PastImportItem } from './past-import-item.tsx'
import type { Past } from './use-past-imports.ts'

export function PastImports({ past, send }: Pick<Doors, 'send'> & { past: Past }) {
  const { words } = useReader()
  const { import: say, reading } = words.options
  const imports = past.current?.imports
  return (
    <section class="past" aria-labelledby="import-past">
      <h2 class="part-title" id="import-past">
        {say.past}
      </h2>
      {past.is === 'asking' && <p class="muted">{reading}</p>}
      {past.is === 'failed' && (
        <p>
          {say.pastFailed}{' '}
          <button type="button" class="link" onClick={past.reload}>
            {say.again}
          </button>
        </p>
      )}
      {imports?.length === 0 && <p class="muted">{say.noPast}</p>}
      <ul class="past-list">
        {imports?.map(one => (
          <PastImportItem key={one.id} past={one} send={send} changed={past.reload} />
        ))}
      </ul>
    </section>
  )
}
