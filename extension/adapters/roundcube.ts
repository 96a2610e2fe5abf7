// Roundcube's Elastic skin: whom the open message is from or to, in the list's preview frame and on a page of its
// own, and whom a reply is for. Reads the header block alone; a mail's body may hold anything.

import { normaliseEmail } from '../../shared/identity.ts'
import type { Adapter, Reading } from './adapter.ts'
import { outside, type Person, readPeople, readPerson } from './people.ts'

const notUnderstood: Reading = { missing: 'not-understood' }
const noCustomer: Reading = { missing: 'no-customer' }

const tasks = ['mail', 'addressbook', 'settings']

export const roundcube: Adapter = {
  id: 'roundcube',
  name: 'Roundcube',
  matches: ['http://127.0.0.1/*', 'http://localhost/*'],
  examples: [
    'http://127.0.0.1:18701/?_task=mail&_mbox=INBOX',
    'http://127.0.0.1:18701/?_task=mail&_uid=19&_mbox=Edge+cases&_action=show',
    'http://localhost/roundcube/?_task=mail&_action=compose&_id=4956815606b03d31d74765',
    'http://localhost/roundcube/?_task=addressbook',
  ],
  frames: ['iframe#messagecontframe'],
  attributes: ['href', 'title'],

  claims({ searchParams }) {
    return tasks.includes(searchParams.get('_task') ?? '')
  },

  read([page, preview], { searchParams }) {
    if (searchParams.get('_task') !== 'mail') return noCustomer
    const action = searchParams.get('_action')
    if (action === 'compose') return readReply(page)
    const view = action === 'show' || action === 'preview' ? page : preview
    if (view?.readyState === 'loading') return notUnderstood
    const header = view?.querySelector('#message-header')
    return view && header ? readMessage(readMail(header), ownAddresses(page, view)) : noCustomer
  },
}

interface Mail {
  from: Person[]
  to: Person[]
  /** In To and Cc, or else in Bcc, which only our own copy of a mail shows. */
  recipients: Person[]
  /** Whom the header names first: the sender, and among our own sent mails and drafts the recipient. */
  shown: Person | undefined
}

interface Own {
  /** Normalised. */
  addresses: ReadonlySet<string>
  /** As the member signs in: an address, or what often stands before its at sign. */
  login: string | null
}

/** The table of details is hidden until it is wanted, and complete all the same. */
function readMail(header: Element): Mail {
  const [shown] = people(header, '.header-summary', 'sender-2026-11')
  const [from, to, cc, bcc] = [
    people(header, 'td.header.from', 'sender-2026-11'),
    people(header, 'td.header.to', 'recipient-2026-11'),
    people(header, 'td.header.cc', 'recipient-2026-11'),
    people(header, 'td.header.bcc', 'recipient-2026-11'),
  ]
  const recipients = [...to, ...cc]
  return { from, to, recipients: recipients.length > 0 ? recipients : bcc, shown }
}

function readMessage(mail: Mail, own: Own): Reading {
  const { shown, from, recipients } = mail
  const isIncoming = shown !== undefined && includes(from, shown)
  if (!shown || !(isIncoming || includes(recipients, shown))) return notUnderstood
  const ours = isIncoming ? oursOfIncoming(mail, own) : new Set([...own.addresses, ...addressesOf(from)])
  if (ours.size === 0) return noCustomer
  const outsiders = isIncoming ? outside(ours, [shown]) : []
  return readPeople(outsiders.length > 0 ? outsiders : outside(ours, recipients), noCustomer)
}

/**
 * Which addresses of an incoming mail are ours. Where neither the page nor the login tells, those it went to;
 * nothing where the sender may be ourselves.
 */
function oursOfIncoming({ from, to, recipients }: Mail, { addresses, login }: Own): ReadonlySet<string> {
  if (addresses.size > 0) return addresses
  const isNamed = ({ identity }: Person) =>
    login !== null && normaliseEmail(identity.value)?.startsWith(`${login.toLowerCase()}@`) === true
  const named = recipients.filter(isNamed)
  if (named.length > 0) return addressesOf(named)
  return from.some(isNamed) ? new Set() : addressesOf(to)
}

/**
 * The list shows the account above its folders. A message's own page shows it nowhere: there only the entry
 * Roundcube leaves for its scripts tells the login.
 */
function ownAddresses(page: Document, view: Document): Own {
  const login = loginOf(view)
  const account = page.querySelector('#layout-sidebar .header-title.username')?.textContent ?? ''
  const found = [account, login ?? ''].map(text => normaliseEmail(text.trim()))
  return { addresses: new Set(found.filter(address => address !== null)), login }
}

function loginOf(view: Document): string | null {
  for (const { textContent } of view.querySelectorAll('script:not([src])')) {
    const [, settings = ''] = textContent?.split('rcmail.set_env(', 2) ?? []
    const [, login] = /"username":"([^"\\]{1,320})"/.exec(settings) ?? []
    if (login !== undefined) return login
  }
  return null
}

/** A reply or a new mail: whom it is for. The member's identities are what it can be from. */
function readReply(page: Document): Reading {
  const fields = page.querySelectorAll('#compose_to ul.recipient-input, #compose_cc ul.recipient-input')
  const identities = [...page.querySelectorAll('#_from option')].map(({ textContent }) =>
    addressIn(textContent),
  )
  const own = new Set(identities.flatMap(text => normaliseEmail(text) ?? []))
  if (fields.length === 0 || own.size === 0) return notUnderstood
  const recipients = [...fields].flatMap(field =>
    [...field.querySelectorAll('li.recipient .email')].flatMap(
      element => readPerson(addressIn(element.textContent), 'recipient-field-2026-11', element) ?? [],
    ),
  )
  return readPeople(outside(own, recipients), noCustomer)
}

/** `Sam Lee <sam@example.com>,` or the address alone. */
function addressIn(text: string | null): string {
  const [, address] = /([^\s<>,;"]{1,64}@[^\s<>,;"]{1,253})>?,?\s*$/.exec(text?.slice(0, 1000) ?? '') ?? []
  return address ?? ''
}

/** A name may hold another address, so it is the link's own that counts. */
function people(header: Element, place: string, rule: string): Person[] {
  return [...header.querySelectorAll(`${place} a.rcmContactAddress[href^="mailto:"]`)].flatMap(
    link => readPerson(link.getAttribute('href')?.slice('mailto:'.length) ?? null, rule, link) ?? [],
  )
}

function includes(people: readonly Person[], person: Person): boolean {
  return addressesOf(people).has(normaliseEmail(person.identity.value) ?? '')
}

function addressesOf(people: readonly Person[]): ReadonlySet<string> {
  return new Set(people.flatMap(({ identity }) => normaliseEmail(identity.value) ?? []))
}
