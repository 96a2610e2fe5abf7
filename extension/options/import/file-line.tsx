// The file at hand: its name and size. It takes the focus when a stage begins, so that readers hear where they are.

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useReader } from '../../reader.ts'
import { formatSize } from './format-check.ts'

export function FileLine({ file, children }: { file: File; children?: ComponentChildren }) {
  const { locale } = useReader()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div class="file-line">
      <h2 class="file-name" ref={title} tabIndex={-1} dir="auto">
        {file.name}
      </h2>
      <p class="secondary">{formatSize(locale, file.size)}</p>
      {children}
    </div>
  )
}
