// The demo CRM of test/hosts/demo-crm/: customer pages by their record, mail by the other side's address.
// Address and drawn view must agree, since the address changes first.

import { normaliseEmail } from '../../shared/identity.ts'
import type { Adapter, Evidence, Reading } from './adapter.ts'
import { type Person, readPeople, readPerson, without } from './people.ts'

const notUnderstood: Reading = { missing: 'not-understood' }
const noCustomer: Reading = { missing: 'no-customer' }

export const demoCrm: Adapter = {
  id: 'demo-crm',
  name: 'Demo CRM',
  matches: ['http://127.0.0.1/*', 'http://localhost/*'],
  examples: [
    'http://127.0.0.1:8790/demo-crm/customers',
    'http://127.0.0.1:8790/demo-crm/customers/C-0012',
    'http://localhost:8790/demo-crm/mail/M-1001',
  ],
  attributes: ['data-view', 'data-record-id', 'data-message-id', 'data-address', 'href'],

  claims({ hostname, pathname }) {
    return (hostname === '127.0.0.1' || hostname === 'localhost') && pathname.startsWith('/demo-crm/')
  },

  read([page], { pathname }) {
    const [, noun, id] = /^\/demo-crm\/(customers|mail)\/([\w-]{1,40})$/.exec(pathname) ?? []
    if (!noun || !id) return noCustomer
    const main = page.querySelector('main[data-view]')
    if (main?.getAttribute('data-view') === 'not-found') return noCustomer
    if (!main) return notUnderstood
    return noun === 'customers' ? readCustomer(main, id) : readMessage(main, id, ownAddresses(page))
  },
}

function readCustomer(main: Element, id: string): Reading {
  const isDrawn = main.getAttribute('data-view') === 'customer' && main.getAttribute('data-record-id') === id
  if (!isDrawn) return notUnderstood
  const record: Evidence = {
    identity: { kind: 'record', host: 'demo-crm', value: id },
    rule: 'record-2026-11',
    node: main,
  }
  return {
    found: [record, ...fieldEvidence(main, 'email', 'mailto:'), ...fieldEvidence(main, 'phone', 'tel:')],
  }
}

function fieldEvidence(main: Element, kind: 'email' | 'phone', scheme: string): Evidence[] {
  const link = main.querySelector(`a[data-field="${kind}"][href^="${scheme}"]`)
  const value = link?.getAttribute('href')?.slice(scheme.length).trim()
  return link && value ? [{ identity: { kind, value }, rule: `${kind}-field-2026-11`, node: link }] : []
}

function readMessage(main: Element, id: string, own: ReadonlySet<string>): Reading {
  const article = childOf(main, 'article[data-view="message"]')
  const header = article && childOf(article, 'header')
  if (!header || article.getAttribute('data-message-id') !== id || own.size === 0) return notUnderstood
  const senders = people(header, '.sender[data-address]', 'sender-2026-11')
  if (senders.length === 0) return notUnderstood
  const outsiders = without(own, senders)
  if (outsiders.length > 0) return readPeople(outsiders, noCustomer)
  return readPeople(without(own, people(header, '.recipient[data-address]', 'recipient-2026-11')), noCustomer)
}

function people(header: Element, selector: string, rule: string): Person[] {
  return [...header.querySelectorAll(selector)].flatMap(
    element => readPerson(element.getAttribute('data-address'), rule, element) ?? [],
  )
}

function ownAddresses(page: Document): ReadonlySet<string> {
  const own = page.querySelector('header.top-bar [data-own-address]')?.getAttribute('data-own-address')
  const address = own && normaliseEmail(own)
  return new Set(address ? [address] : [])
}

/** A mail's body may imitate the host's own elements further down. */
function childOf(parent: Element, selector: string): Element | undefined {
  return [...parent.children].find(child => child.matches(selector))
}
