// One customer: who they are, their deals, mail and notes.

import type { CrmCustomer, Deal, MailMessage, Note } from '../records.ts'
import { askToDelete } from './ask-to-delete.ts'
import { avatar } from './avatar.ts'
import { element } from './element.ts'
import { day, money } from './format.ts'
import { go } from './navigation.ts'
import { customerListPath, customerPath, messagePath } from './route.ts'
import { neighbours, type Store } from './store.ts'
import { say } from './toast.ts'

export function customerPage(store: Store, customer: CrmCustomer): HTMLElement {
  const messages = store.messages.filter(({ from, to, cc }) =>
    [from, ...to, ...cc].some(({ address }) => address === customer.email),
  )
  return element(
    'main',
    { 'data-view': 'customer', 'data-record-id': customer.id },
    toolbar(store, customer),
    heading(customer),
    fields(customer),
    element(
      'div',
      { class: 'columns' },
      section('Deals', deals(customer.deals)),
      section('Mail', mailLinks(messages)),
    ),
    section('Notes', noteForm(), ...customer.notes.map(note)),
  )
}

function toolbar(store: Store, customer: CrmCustomer): HTMLElement {
  const { previous, next } = neighbours(store.customers, customer.id)
  const save = element('button', { type: 'button', name: 'save', class: 'primary' }, 'Save')
  const remove = element('button', { type: 'button', name: 'delete', class: 'danger' }, 'Delete')
  save.addEventListener('click', () => say('Saved'))
  remove.addEventListener('click', () =>
    askToDelete(customer.name, () => {
      store.customers = store.customers.filter(({ id }) => id !== customer.id)
      go(customerListPath())
      say('Customer deleted')
    }),
  )
  return element(
    'div',
    { class: 'toolbar' },
    element('a', { href: customerListPath() }, 'Customers'),
    element('span', { class: 'muted' }, customer.id),
    element('span', { class: 'spring' }),
    step('prev', 'Previous', previous),
    step('next', 'Next', next),
    save,
    remove,
  )
}

function step(rel: 'prev' | 'next', label: string, id: string | undefined): HTMLElement {
  const attributes = id ? { rel, href: customerPath(id) } : { 'aria-disabled': 'true' }
  return element('a', { class: 'button', ...attributes }, label)
}

function heading({ name, company }: CrmCustomer): HTMLElement {
  return element(
    'header',
    { class: 'customer-head' },
    avatar(name),
    element(
      'div',
      {},
      element('h1', { 'data-field': 'name', dir: 'auto' }, name),
      element('p', { class: 'muted', dir: 'auto' }, company ?? 'Private customer'),
    ),
  )
}

function fields({ email, phone, company, owner }: CrmCustomer): HTMLElement {
  return element(
    'dl',
    { class: 'fields' },
    ...field('E-mail', element('a', { 'data-field': 'email', href: `mailto:${email}` }, email)),
    ...(phone
      ? field('Phone', element('a', { 'data-field': 'phone', href: `tel:${phone.number}` }, phone.text))
      : []),
    ...(company ? field('Company', element('span', { 'data-field': 'company', dir: 'auto' }, company)) : []),
    ...field('Owner', element('span', { 'data-field': 'owner' }, owner)),
  )
}

function field(label: string, value: HTMLElement): HTMLElement[] {
  return [element('dt', {}, label), element('dd', {}, value)]
}

function section(title: string, ...content: HTMLElement[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...content)
}

function deals(list: readonly Deal[]): HTMLElement {
  const items = list.map(({ title, stage, amountMinor }) =>
    element(
      'li',
      {},
      element('span', {}, title),
      element('span', { class: 'stage', 'data-stage': stage }, stage),
      element('span', { class: 'amount' }, money(amountMinor)),
    ),
  )
  return element('ul', { class: 'lines' }, ...items)
}

function mailLinks(messages: readonly MailMessage[]): HTMLElement {
  if (messages.length === 0) return element('p', { class: 'muted' }, 'No mail yet.')
  const items = messages.map(({ id, subject, at }) =>
    element(
      'li',
      {},
      element('a', { href: messagePath(id), dir: 'auto' }, subject),
      element('span', { class: 'amount' }, day(at)),
    ),
  )
  return element('ul', { class: 'lines' }, ...items)
}

function noteForm(): HTMLElement {
  return element('textarea', {
    name: 'note',
    rows: 2,
    placeholder: 'Add a note',
    'aria-label': 'Add a note',
  })
}

function note({ at, author, text }: Note): HTMLElement {
  return element(
    'article',
    { class: 'note' },
    element('p', {}, text),
    element('p', { class: 'muted' }, `${author} · ${day(at)}`),
  )
}
