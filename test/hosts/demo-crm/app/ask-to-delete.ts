// The question before a customer is deleted: a native modal dialog, which makes the rest of the page inert.

import { element } from './element.ts'

export function askToDelete(name: string, remove: () => void): void {
  const cancel = element('button', { type: 'button', name: 'cancel' }, 'Cancel')
  const confirm = element('button', { type: 'button', name: 'confirm', class: 'danger' }, 'Delete')
  const dialog = element(
    'dialog',
    { class: 'question', 'aria-label': 'Delete customer' },
    element('p', {}, `Delete ${name}?`),
    element('div', { class: 'toolbar' }, element('span', { class: 'spring' }), cancel, confirm),
  )
  cancel.addEventListener('click', () => dialog.close())
  confirm.addEventListener('click', () => {
    dialog.close()
    remove()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
