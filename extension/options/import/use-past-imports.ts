// What came in so far, asked when the section opens and again after each change.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { ImportList } from '../../../shared/api.ts'
import type { Doors } from '../doors.ts'

export type PastImport = ImportList['imports'][number]

export interface Past {
  /** `asking` until the first answer; `failed` where none came. */
  is: 'asking' | 'failed' | 'here'
  /** The newest answer there was. */
  readonly current: ImportList | null
  reload(): void
}

export function usePastImports(send: Doors['send']): Past {
  const [is, setIs] = useState<Past['is']>('asking')
  const newest = useRef<ImportList | null>(null)
  const [, draw] = useState({})
  const reload = () => {
    send('imports', {}).then(
      answer => {
        if ('answer' in answer) newest.current = answer.answer
        setIs('answer' in answer ? 'here' : 'failed')
        draw({})
      },
      () => setIs('failed'),
    )
  }
  useEffect(reload, [])
  return {
    is,
    get current() {
      return newest.current
    },
    reload,
  }
}
