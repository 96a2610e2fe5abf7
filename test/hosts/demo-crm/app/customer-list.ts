// The list of customers: a table, searched as you type, a hundred a page.

import type { CrmCustomer } from '../records.ts'
import { element } from './element.ts'
import { customerListPath, customerPath } from './route.ts'

const rowsPerPage = 100

export function customerList(
  customers: readonly CrmCustomer[],
  { search, page }: { search: string; page: number },
): HTMLElement {
  const field = element('input', {
    type: 'search',
    name: 'search',
    value: search,
    placeholder: 'Search name, company, e-mail',
    'aria-label': 'Search customers',
    autocomplete: 'off',
  })
  const results = element('div', { class: 'results' }, ...found(customers, search, page))
  field.addEventListener('input', () => {
    history.replaceState(null, '', customerListPath(field.value))
    results.replaceChildren(...found(customers, field.value, 1))
  })
  const heading = element('header', { class: 'page-head' }, element('h1', {}, 'Customers'), field)
  return element('main', { 'data-view': 'customer-list' }, heading, results)
}

function found(customers: readonly CrmCustomer[], search: string, page: number): HTMLElement[] {
  const hits = customers.filter(customer => isHit(customer, search.trim().toLowerCase()))
  const from = (page - 1) * rowsPerPage
  const shown = hits.slice(from, from + rowsPerPage)
  if (shown.length === 0) return [element('p', { class: 'empty' }, 'No customer like that.')]
  return [table(shown), paging(search, page, hits.length)]
}

function isHit({ name, email, company, id }: CrmCustomer, search: string): boolean {
  return [name, email, company, id].some(text => text?.toLowerCase().includes(search))
}

function table(customers: readonly CrmCustomer[]): HTMLElement {
  const columns = ['Name', 'E-mail', 'Phone', 'Company', 'Owner']
  const head = element('tr', {}, ...columns.map(title => element('th', { scope: 'col' }, title)))
  return element(
    'table',
    { class: 'customers' },
    element('thead', {}, head),
    element('tbody', {}, ...customers.map(row)),
  )
}

function row({ id, name, email, phone, company, owner }: CrmCustomer): HTMLElement {
  return element(
    'tr',
    { 'data-record-id': id },
    element('td', { 'data-field': 'name' }, element('a', { href: customerPath(id), dir: 'auto' }, name)),
    element('td', { 'data-field': 'email' }, element('a', { href: `mailto:${email}` }, email)),
    element(
      'td',
      { 'data-field': 'phone' },
      phone ? element('a', { href: `tel:${phone.number}` }, phone.text) : null,
    ),
    element('td', { 'data-field': 'company', dir: 'auto' }, company ?? ''),
    element('td', { 'data-field': 'owner' }, owner),
  )
}

function paging(search: string, page: number, hits: number): HTMLElement {
  const pages = Math.ceil(hits / rowsPerPage)
  const from = (page - 1) * rowsPerPage
  const range = `${from + 1}–${Math.min(from + rowsPerPage, hits)} of ${hits}`
  return element(
    'nav',
    { class: 'paging', 'aria-label': 'Pages' },
    element('span', {}, range),
    page > 1 ? element('a', { class: 'button', href: customerListPath(search, page - 1) }, 'Previous') : null,
    page < pages ? element('a', { class: 'button', href: customerListPath(search, page + 1) }, 'Next') : null,
  )
}
