// A figure that says what it means: on hover, on focus and on a press. Escape or leaving it puts the meaning away.

import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'

interface Props {
  /** Where no meaning is known the figure stands alone. */
  meaning: string | undefined
  children: ComponentChildren
  /** On which side of its row the meaning appears. */
  side?: 'above' | 'below'
}

/** The meaning spans the nearest positioned row, so a narrow panel never cuts it. */
export function Explained({ meaning, children, side = 'below' }: Props) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  if (!meaning) return <>{children}</>
  const open = () => setOpen(true)
  const close = () => setOpen(false)
  return (
    <span class="explained" onPointerEnter={open} onPointerLeave={close}>
      <button
        type="button"
        class="figure"
        aria-describedby={id}
        onFocus={open}
        onBlur={close}
        onClick={open}
        onKeyDown={event => event.key === 'Escape' && close()}
      >
        {children}
      </button>
      <span class={`meaning ${side}`} role="tooltip" id={id} hidden={!isOpen}>
        {meaning}
      </span>
    </span>
  )
}
