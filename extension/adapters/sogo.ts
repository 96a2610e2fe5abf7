// SOGo's mail and contacts: who sent the open message, whom a reply is for, whose card is open. A mail's body stands
// in the same document as its header, so the header is reached child by child from what SOGo itself draws.

import { normaliseEmail } from '../../shared/identity.ts'
import type { Adapter, Evidence, Reading, Row } from './adapter.ts'
import { outside, type Person, readPeople, readPerson } from './people.ts'

const notUnderstood: Reading = { missing: 'not-understood' }
const noCustomer: Reading = { missing: 'no-customer' }

const pages = ['Mail/view', 'Mail/UIxMailPopupView', 'Contacts/view', 'Calendar/view', 'Preferences']

/** What fills the right half: a message, a card, or the words that none is open. */
const detailFace = ':scope > .sg-reversible > .sg-face > md-card'
const senderLink = 'a.md-caption[ng-bind$="viewer.message.from[0].email"]'
const replyField = ['to', 'cc'].map(field => `md-chips[ng-model="editor.message.editable.${field}"]`).join()
const cardField = ':scope > .section > .pseudo-input-container > .pseudo-input-field'
const cardRow = 'md-list-item[md-virtual-repeat="currentCard in addressbook.selectedFolder"]'
/** The second line of a row; the first is a name, which may hold markup. */
const rowAddress =
  ':scope > .md-button > .md-list-item-inner > .sg-tile-content > .sg-md-subhead + .sg-md-body > div'

export const sogo: Adapter = {
  id: 'sogo',
  name: 'SOGo',
  matches: ['http://127.0.0.1/*', 'http://localhost/*'],
  examples: [
    'http://127.0.0.1:18707/SOGo/so/agent/Mail/view#!/Mail/0/INBOX',
    'http://127.0.0.1:18707/SOGo/so/agent/Mail/view#!/Mail/0/Edge%252520cases/4',
    'http://127.0.0.1:18707/SOGo/so/agent/Mail//UIxMailPopupView#!/Mail/0/INBOX/20',
    'http://localhost/SOGo/so/agent/Contacts/view#!/addressbooks/personal/C-1001.vcf/view',
    'http://localhost/SOGo/so/agent/Calendar/view',
  ],
  attributes: ['href'],

  /** A mail's attachment has an address below the module's, and may be a page that imitates it. */
  claims({ pathname }) {
    const [, page = ''] = /^\/SOGo\/so\/[^/]{1,200}\/\/?(.{1,50})$/.exec(pathname.slice(0, 500)) ?? []
    return pages.includes(page.replace('//', '/'))
  },

  read([page], url) {
    const own = ownAddresses(page)
    const reply = page.querySelector('body > .md-dialog-container > md-dialog#mailEditor > form')
    if (reply) return readReply(reply, own)
    if (isMessage(url)) return readMessage(page, own)
    const card = cardIn(url)
    return card ? readCard(page, card, own) : noCustomer
  },

  /** The list of messages prints names alone, so only an address book has rows to tell apart. */
  readRows([page]) {
    const own = ownAddresses(page)
    return own.size === 0 ? [] : [...page.querySelectorAll(cardRow)].flatMap(row => readRow(row, own) ?? [])
  },
}

/** `#!/Mail/0/INBOX/20`; a search over all folders puts `virtual` before the folder's name. */
function isMessage({ hash }: URL): boolean {
  return /^#!\/Mail\/[^/]{1,20}\/(?:virtual\/)?[^/]{1,1000}\/\d{1,20}$/.test(hash.slice(0, 2000))
}

/** Shows who a message is from; of those it went to it prints names alone, which any sender can make up. */
function readMessage(page: Document, own: ReadonlySet<string>): Reading {
  const content = detailView(page)?.querySelector(`${detailFace} > md-card-content`)
  const header = content ? headerOf(content) : []
  const [link, ...more] = header.flatMap(part => [...part.querySelectorAll(senderLink)])
  const sender = link && readPerson(link.textContent, 'sender-2026-11', link)
  if (!sender || more.length > 0 || own.size === 0) return notUnderstood
  return readPeople(isOnePerson(sender) ? outside(own, [sender]) : [], noCustomer)
}

/**
 * SOGo draws the next view before it takes the last one away, and a mail may bring elements of the same name.
 * @returns null where it is not clear which one is being read.
 */
function detailView(page: Document): Element | null {
  const all = [...page.querySelectorAll('main #detailView')]
  const [view, ...more] = all.filter(one => !one.parentElement?.closest('#detailView'))
  return view && more.length === 0 ? view : null
}

/** Subject, people and flags stand before a divider, the mail itself after it. */
function headerOf(content: Element): Element[] {
  const parts = [...content.children]
  const divider = parts.findIndex(({ localName }) => localName === 'md-divider')
  return parts.slice(0, Math.max(0, divider))
}

/** A group passes a mail on as "Anna via Orders": its address is everybody's and nobody's. */
function isOnePerson({ node }: Person): boolean {
  const name = node.previousElementSibling?.textContent ?? ''
  return !/\svia\s/i.test(name.slice(0, 500))
}

/** A reply or a new mail, in a dialog over whatever is open, or in a window of its own. */
function readReply(form: Element, own: ReadonlySet<string>): Reading {
  const fields = [...form.querySelectorAll(`:scope > md-dialog-content > header :is(${replyField})`)]
  if (fields.length === 0 || own.size === 0) return notUnderstood
  const recipients = fields.flatMap(field =>
    [...field.querySelectorAll('md-chip-template')].flatMap(
      chip => readPerson(addressIn(chip.textContent), 'recipient-field-2026-11', chip) ?? [],
    ),
  )
  return readPeople(outside(own, recipients), noCustomer)
}

/** `Sam Lee <sam@example.com>` or the address alone: a name may hold another one. */
function addressIn(text: string | null): string {
  const [, address] = /([^\s<>,;"]{1,64}@[^\s<>,;"]{1,253})>?\s*$/.exec(text?.slice(0, 1000) ?? '') ?? []
  return address ?? ''
}

interface CardAddress {
  /** As the address bar has it: `#!/addressbooks/personal/C-1001.vcf`. */
  path: string
  id: string
  isEdited: boolean
}

function cardIn({ hash }: URL): CardAddress | null {
  const [, path, file, mode] =
    /^(#!\/addressbooks\/[^/]{1,500}\/([^/]{1,500}))\/(view|edit)$/.exec(hash.slice(0, 2000)) ?? []
  const id = file && decoded(file)?.replace(/\.vcf$/i, '')
  return path && id ? { path, id, isEdited: mode === 'edit' } : null
}

function readCard(page: Document, card: CardAddress, own: ReadonlySet<string>): Reading {
  const view = detailView(page)
  const node = card.isEdited
    ? view?.querySelector(':scope > md-card form[name="contactForm"]')
    : view?.querySelector(`${detailFace} > md-card-content > section.msg-body`)
  if (!view || !node || own.size === 0) return notUnderstood
  const identity = { kind: 'record', host: 'sogo', value: card.id } as const
  const record: Evidence = { identity, rule: 'record-2026-11', node }
  // What is typed into its fields is not the card's until it is saved.
  if (card.isEdited) return { found: [record] }
  if (!isDrawn(view, card)) return notUnderstood
  const emails = [...node.querySelectorAll(`${cardField} > a[ng-bind="email.value"]`)].flatMap(
    link => readPerson(link.textContent, 'email-field-2026-11', link) ?? [],
  )
  const isOurs = outside(own, emails).length < emails.length
  const isList = node.querySelector(':scope > .section > md-list > md-list-item') !== null
  return isOurs || isList ? noCustomer : { found: [record, ...emails, ...phonesIn(node)] }
}

/** The address changes first; the link for editing says whose card is drawn. */
function isDrawn(view: Element, { path }: CardAddress): boolean {
  const link = view.querySelector(
    `${detailFace} > md-card-actions > a[ui-sref^="app.addressbook.card.editor"]`,
  )
  const drawn = link?.getAttribute('href') ?? ''
  return decoded(drawn) === decoded(`${path}/edit`)
}

/** Its web addresses are links too, and may be written as any. */
function phonesIn(card: Element): Evidence[] {
  return [...card.querySelectorAll(`${cardField} > a[href^="tel:"]:not([ng-href])`)].flatMap(node => {
    const value = node.textContent?.trim() ?? ''
    if (value === '' || value.length > 50) return []
    return [{ identity: { kind: 'phone', value }, rule: 'phone-field-2026-11', node }]
  })
}

function readRow(row: Element, own: ReadonlySet<string>): Row | null {
  const field = row.querySelector(rowAddress)
  const person = field && readPerson(field.textContent, 'row-2026-11', field)
  const [customer] = person ? outside(own, [person]) : []
  return customer ? { element: row, identities: [customer.identity] } : null
}

/** Every identity of every account, from the settings SOGo leaves for its own scripts; normalised. */
function ownAddresses(page: Document): ReadonlySet<string> {
  const settings = page.querySelector('body > script#UserDefaults')?.textContent ?? ''
  const [, accounts = ''] = settings.split('"AuxiliaryMailAccounts"', 2)
  const found = [...accounts.matchAll(/"email":\s{0,9}"([^"\\]{1,320})"/g)].map(([, email = '']) => email)
  return new Set(found.flatMap(email => normaliseEmail(email) ?? []))
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
