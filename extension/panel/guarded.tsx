// A panel is never blank: where a state cannot be drawn, a sentence and a way out stand in for it.

import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { useReader } from '../reader.ts'
import { Notice } from './notice.tsx'

interface Props {
  /** Asks for the state anew. */
  refresh: () => void
  children: ComponentChildren
}

export function Guarded({ refresh, children }: Props) {
  const { words } = useReader()
  const [error, forget] = useErrorBoundary()
  const tryAgain = () => {
    forget()
    refresh()
  }
  return error ? <Notice {...words.panel.broken} act={tryAgain} /> : children
}
