// The demo CRM's app: draws the view of the address, answers keys, and tells tests what it shows.

import type { Shown } from '../demo-window.ts'
import type { MailMessage } from '../records.ts'
import { customerList } from './customer-list.ts'
import { customerPage } from './customer-page.ts'
import { element } from './element.ts'
import { hideInbox, showInbox } from './inbox.ts'
import { mailView } from './mail-view.ts'
import { go, startNavigation } from './navigation.ts'
import { customerPath, messagePath, type Route, routeOf } from './route.ts'
import { takeFromAddress } from './session.ts'
import { listenForShortcuts } from './shortcuts.ts'
import { loadStore, neighbours, type Store } from './store.ts'
import { say } from './toast.ts'

let shown: Shown = { view: 'loading' }
window.demo = { go, current: () => shown }

takeFromAddress()
const store = await loadStore()
startNavigation(draw)
listenForShortcuts({
  j: () => step('next'),
  k: () => step('previous'),
  Delete: deleteOpenMessage,
  '#': deleteOpenMessage,
  r: () => focus('[name="reply"]'),
  '/': () => focus('[name="search"]'),
})

function draw(): void {
  const route = routeOf(new URL(location.href))
  const drawn = viewOf(route, store)
  const main = document.querySelector('main')
  main?.replaceWith(drawn.main)
  shown = drawn.shown
  if (route.view === 'mail') showInbox(drawn.main, store.messages, route.messageId)
  else hideInbox()
  drawFrame(drawn.title)
  scrollTo(0, 0)
}

interface Drawn {
  main: HTMLElement
  shown: Shown
  title: string
}

function viewOf(route: Route, { customers, messages }: Store): Drawn {
  switch (route.view) {
    case 'customer-list':
      return { main: customerList(customers, route), shown: { view: 'customer-list' }, title: 'Customers' }
    case 'customer': {
      const customer = customers.find(({ id }) => id === route.recordId)
      if (!customer) return nothing()
      const { id: recordId, email, name } = customer
      const main = customerPage(store, customer)
      return { main, shown: { view: 'customer', recordId, email }, title: name }
    }
    case 'mail': {
      const message = messages.find(({ id }) => id === route.messageId) ?? null
      return route.messageId && !message ? nothing() : openMail(message)
    }
    case 'not-found':
      return nothing()
  }
}

function openMail(message: MailMessage | null): Drawn {
  if (message) message.unread = false
  const other = message?.direction === 'out' ? message.to[0] : message?.from
  return {
    main: mailView(message, deleteOpenMessage),
    shown: { view: 'mail', messageId: message?.id ?? null, email: other?.address ?? null },
    title: message?.subject ?? 'Mail',
  }
}

function nothing(): Drawn {
  const text = element('p', { class: 'empty' }, 'There is nothing at this address.')
  return {
    main: element('main', { 'data-view': 'not-found' }, text),
    shown: { view: 'not-found' },
    title: 'Not found',
  }
}

/** Window title, marked area and number of unread messages. */
function drawFrame(title: string): void {
  document.title = `${title} · Demo CRM`
  for (const link of document.querySelectorAll<HTMLElement>('[data-area]')) {
    const isHere = location.pathname.startsWith(`/demo-crm/${link.dataset.area}`)
    if (isHere) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  const unread = store.messages.filter(message => message.unread).length
  const count = document.querySelector('[data-unread]')
  if (count) count.textContent = unread > 0 ? String(unread) : ''
}

function step(direction: 'previous' | 'next'): void {
  if (shown.view === 'customer') {
    const id = neighbours(store.customers, shown.recordId)[direction]
    if (id) go(customerPath(id))
  }
  if (shown.view === 'mail') {
    const id = shown.messageId
      ? neighbours(store.messages, shown.messageId)[direction]
      : store.messages[0]?.id
    if (id) go(messagePath(id))
  }
}

function deleteOpenMessage(): void {
  if (shown.view !== 'mail' || !shown.messageId) return
  const { messageId } = shown
  const { previous, next } = neighbours(store.messages, messageId)
  store.messages = store.messages.filter(({ id }) => id !== messageId)
  go(messagePath(next ?? previous ?? null))
  say('Message deleted')
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}
