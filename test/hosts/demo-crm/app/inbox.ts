// The list of messages beside the open one. Made once and kept while other areas are shown, as real hosts do.

import type { MailMessage } from '../records.ts'
import { element } from './element.ts'
import { day } from './format.ts'
import { messagePath } from './route.ts'

const inbox = element('aside', { class: 'inbox', 'data-view': 'inbox', 'aria-label': 'Inbox' })

/** Puts the list before `main`, up to date and with the open message marked. */
export function showInbox(main: HTMLElement, messages: readonly MailMessage[], openId: string | null): void {
  const rows = messages.map(message => row(message, message.id === openId))
  const { scrollTop } = inbox
  inbox.replaceChildren(element('h2', {}, 'Inbox'), element('ul', {}, ...rows))
  inbox.hidden = false
  if (!inbox.isConnected) main.before(inbox)
  inbox.scrollTop = scrollTop
}

export function hideInbox(): void {
  inbox.hidden = true
}

function row(message: MailMessage, isOpen: boolean): HTMLElement {
  const shown = message.direction === 'in' ? message.from : (message.to[0] ?? message.from)
  const prefix = message.direction === 'in' ? '' : 'To: '
  return element(
    'li',
    { 'data-message-id': message.id, class: message.unread ? 'unread' : undefined },
    element(
      'a',
      { href: messagePath(message.id), 'aria-current': isOpen ? 'page' : undefined },
      element(
        'span',
        { class: 'from', 'data-address': shown.address, dir: 'auto' },
        prefix + (shown.name ?? shown.address),
      ),
      element('time', { datetime: message.at }, day(message.at)),
      element('span', { class: 'subject-line', dir: 'auto' }, message.subject),
    ),
  )
}
