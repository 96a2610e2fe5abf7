// One message with its header, body and reply box, or the invitation to open one.

import type { MailAddress, MailMessage } from '../records.ts'
import { avatar } from './avatar.ts'
import { element } from './element.ts'
import { moment } from './format.ts'
import { say } from './toast.ts'

export function mailView(message: MailMessage | null, remove: () => void): HTMLElement {
  if (message)
    return element('main', { 'data-view': 'mail' }, toolbar(message, remove), article(message), reply())
  return element('main', { 'data-view': 'mail' }, element('p', { class: 'empty' }, 'Choose a message.'))
}

function toolbar(message: MailMessage, remove: () => void): HTMLElement {
  const button = element('button', { type: 'button', name: 'delete', class: 'danger' }, 'Delete')
  button.addEventListener('click', remove)
  return element(
    'div',
    { class: 'toolbar' },
    element('span', { class: 'muted' }, message.direction === 'in' ? 'Inbox' : 'Sent'),
    element('span', { class: 'spring' }),
    button,
  )
}

function article(message: MailMessage): HTMLElement {
  const body = element('div', { class: 'message-body', dir: 'auto' })
  body.innerHTML = message.body
  return element(
    'article',
    { 'data-view': 'message', 'data-message-id': message.id, 'data-direction': message.direction },
    header(message),
    body,
  )
}

function header({ subject, from, to, cc, at }: MailMessage): HTMLElement {
  return element(
    'header',
    { class: 'message-header' },
    element('h1', { class: 'subject', dir: 'auto' }, subject),
    element(
      'div',
      { class: 'from' },
      avatar(from.name ?? from.address),
      person('sender', from),
      from.name ? element('span', { class: 'address' }, from.address) : null,
      element('time', { datetime: at }, moment(at)),
    ),
    element('div', { class: 'to' }, 'To ', ...to.map(one => person('recipient', one))),
    cc.length > 0 ? element('div', { class: 'cc' }, 'Cc ', ...cc.map(one => person('recipient', one))) : null,
  )
}

function person(role: 'sender' | 'recipient', { name, address }: MailAddress): HTMLElement {
  return element(
    'span',
    { class: role, 'data-address': address, title: address, dir: 'auto' },
    name ?? address,
  )
}

function reply(): HTMLElement {
  const text = element('textarea', { name: 'reply', rows: 5, placeholder: 'Reply', 'aria-label': 'Reply' })
  const send = element('button', { type: 'submit', name: 'send', class: 'primary' }, 'Send')
  const form = element('form', { class: 'reply' }, text, element('div', { class: 'toolbar' }, send))
  form.addEventListener('submit', event => {
    event.preventDefault()
    text.value = ''
    say('Sent')
  })
  return form
}
