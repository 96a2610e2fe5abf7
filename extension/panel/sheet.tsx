// A sheet over the panel: modal, closed by Escape or a press beside it; whoever opened it gets the focus back.

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  title: string
  /** `full` covers the panel, `low` rises from the foot and leaves the customer's name in sight. */
  size: 'full' | 'low'
  close: () => void
  closeLabel: string
  children: ComponentChildren
}

export function Sheet({ title, size, close, closeLabel, children }: Props) {
  const titleId = useId()
  return (
    <dialog ref={openOnce} class={`sheet ${size}`} aria-labelledby={titleId} onClose={close} closedby="any">
      <div class="sheet-inside">
        <div class="sheet-head">
          <h2 class="sheet-title" id={titleId} dir="auto">
            {title}
          </h2>
          <button type="button" class="close" aria-label={closeLabel} onClick={close}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
            </svg>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}

/** As soon as it is in the document, before what stands inside takes the focus. */
function openOnce(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal()
}
