// Request Tracker 5: who asks in a ticket, whom a reply goes to, and a person's own page. Pages that name nobody
// give their ticket. Reads the page's own blocks alone; the history of a ticket may hold anything.

import { type Identity, normaliseEmail } from '../../shared/identity.ts'
import type { Adapter, Evidence, Reading, Row } from './adapter.ts'
import { outside, type Person, readPerson } from './people.ts'

const notUnderstood: Reading = { missing: 'not-understood' }
const noCustomer: Reading = { missing: 'no-customer' }

const pages = /\/(Ticket|User|Search)\/([A-Za-z]{1,40})\.html$/
/** A message shows its sender and what it says in here, and so does every change of a ticket. */
const history = '.history'
const shownUser = 'span.user[data-user-id]:not([data-user-id=""])'
const phoneFields = ['WorkPhone', 'MobilePhone', 'HomePhone', 'PagerPhone']

export const requestTracker: Adapter = {
  id: 'request-tracker',
  name: 'Request Tracker',
  matches: ['http://127.0.0.1/*', 'http://localhost/*'],
  examples: [
    'http://127.0.0.1:18702/Ticket/Display.html?id=12',
    'http://127.0.0.1:18702/Ticket/Update.html?id=12&Action=Respond',
    'http://localhost/rt/User/Summary.html?id=37',
    "http://localhost/rt/Search/Results.html?Query=Status='__Active__'",
  ],
  attributes: ['data-user-id', 'data-record-id', 'href', 'class'],

  claims({ pathname }) {
    return pages.test(pathname)
  },

  read([page], { pathname, searchParams }) {
    const [, section, name] = pages.exec(pathname) ?? []
    if (section === 'Search' || name === 'Create' || name === 'Search') return noCustomer
    if (outsideHistory(page, '> .error').length > 0) return noCustomer
    const team = readTeam(page)
    if (!team) return notUnderstood
    if (section === 'User') return readUserPage(page, team, searchParams.get('id') ?? '')
    return readTicket(page, team)
  },

  readRows([page]) {
    const team = readTeam(page)
    const lists = outsideHistory(page, 'table.collection-as-table[data-display-format]')
    return team ? lists.filter(isShown).flatMap(list => rowsOf(list, team)) : []
  },
}

/** Everything that names one person, most trusted first. */
type Party = [Evidence, ...Evidence[]]

interface Team {
  /** Request Tracker's own numbers of us. */
  ids: ReadonlySet<string>
  /** Normalised. */
  addresses: ReadonlySet<string>
  /** The member has people shown by their names alone, so that an address in a name is only a name. */
  isWithoutAddresses: boolean
}

/** Who is signed in tells the entry left for the page's scripts; whoever may own a ticket is one of us too. */
function readTeam(page: Document): Team | null {
  const { id, Name, RealName, EmailAddress } = currentUser(page)
  if (id === undefined) return null
  const owners = outsideHistory(page, 'select[name$="Owner"] option')
  const email = normaliseEmail(EmailAddress ?? '')
  const shown = owners.find(option => option.getAttribute('value') === String(id))?.textContent?.trim()
  return {
    ids: new Set([String(id), ...owners.map(option => option.getAttribute('value') ?? '')]),
    addresses: new Set(email ? [email] : []),
    isWithoutAddresses:
      RealName !== Name && (shown === RealName || shown?.startsWith(`${RealName} (`) === true),
  }
}

interface CurrentUser {
  id?: number
  Name?: string
  RealName?: string | null
  EmailAddress?: string | null
}

function currentUser(page: Document): CurrentUser {
  for (const { textContent } of page.querySelectorAll('head script:not([src])')) {
    const [, entry] = /RT\.CurrentUser = (\{.{1,2000}\});/.exec(textContent?.slice(0, 5000) ?? '') ?? []
    if (entry !== undefined) return JSON.parse(entry)
  }
  return {}
}

function readTicket(page: Document, team: Team): Reading {
  const [shown] = outsideHistory(page, '.ticket-info-people .requestors .current-value')
  if (shown) return readParties(team, usersIn(shown, team, 'requestor-2026-11'))
  const [editor] = outsideHistory(page, '#delete-requestors-checkbox')
  return editor ? readParties(team, editedRequestors(page, team)) : readReply(page, team)
}

/** The page of a ticket's people, and the one where all of a ticket is changed. */
function editedRequestors(page: Document, team: Team): Party[] {
  const labels = outsideHistory(page, 'label[for^="Ticket-DeleteWatcher-Type-Requestor-Principal-"]')
  return labels.flatMap(label => usersIn(label, team, 'requestor-editor-2026-11'))
}

/**
 * Where the member may see it, a reply lists whom it will be sent to, a moment after the page is there. Nothing else on
 * it, or on the ticket's other pages, tells the customer.
 */
function readReply(page: Document, team: Team): Reading {
  const boxes = outsideHistory(page, ':is(#previewscrips, #recipients)')
  if (boxes.some(box => box.querySelector('.refreshing'))) return notUnderstood
  const recipients = boxes.flatMap(box => [
    ...box.querySelectorAll('input[type="checkbox"][name="TxnSendMailTo"]'),
  ])
  const customers = readParties(
    team,
    recipients.map(readRecipient).filter(party => party !== null),
  )
  return 'missing' in customers ? readTicketNumber(page) : customers
}

function readRecipient(recipient: Element): Party | null {
  const email = readPerson(recipient.getAttribute('value'), 'recipient-2026-11', recipient)
  const user = recipient.parentElement?.querySelector(`label ${shownUser}`)
  if (!email) return null
  return user ? [recordOf(user, 'recipient-2026-11'), email] : [email]
}

/**
 * The ticket on the page, which after a merge is another than the one in the address. Users and tickets are counted
 * each by themselves from 1, so the kind is part of the value.
 */
function readTicketNumber(page: Document): Reading {
  const [field] = outsideHistory(page, 'form input.hidden[type="hidden"][name="id"]')
  const block = page.querySelector('#body > .history.ticket')
  const [, id] =
    /^(?:ticket-)?(\d{1,12})(?:-history)?$/.exec(field?.getAttribute('value') ?? block?.id ?? '') ?? []
  const node = field ?? block
  if (id === undefined || !node) return notUnderstood
  const identity: Identity = {
    kind: 'record',
    host: 'request-tracker',
    type: 'ticket',
    value: `ticket/${id}`,
  }
  return { found: [{ identity, rule: 'ticket-2026-11', node }] }
}

function readUserPage(page: Document, team: Team, id: string): Reading {
  const fields = page.querySelector('#body .user-summary-extra')
  const node = fields ?? page.querySelector(`#body > .history.user[id="user-${id}-history"]`)
  if (!node || !/^\d{1,12}$/.test(id)) return notUnderstood
  const record: Evidence = { identity: userIdentity(id), rule: 'user-2026-11', node }
  const evidence = fields
    ? [...emailField(fields), ...phoneFields.flatMap(field => phoneField(fields, field))]
    : []
  return readParties(team, [[record, ...evidence]])
}

function emailField(fields: Element): Evidence[] {
  const value = fields.querySelector('.EmailAddress .current-value')
  const email = value && readPerson(value.textContent, 'email-field-2026-11', value)
  return email ? [email] : []
}

function phoneField(fields: Element, field: string): Evidence[] {
  const node = fields.querySelector(`.${field} .current-value`)
  const value = node?.textContent?.trim().slice(0, 100) ?? ''
  return node && /\d/.test(value)
    ? [{ identity: { kind: 'phone', value }, rule: 'phone-field-2026-11', node }]
    : []
}

function recordOf(user: Element, rule: string): Evidence {
  return { identity: userIdentity(user.getAttribute('data-user-id') ?? ''), rule, node: user }
}

function userIdentity(value: string): Identity {
  return { kind: 'record', host: 'request-tracker', type: 'user', value }
}

function usersIn(within: Element, team: Team, rule: string): Party[] {
  return [...within.querySelectorAll(shownUser)].map(user => {
    const email = team.isWithoutAddresses ? null : readPerson(addressIn(user.textContent), rule, user)
    return [recordOf(user, rule), ...(email ? [email] : [])]
  })
}

/** `Sam Lee <sam@example.com>` or the address alone. The name may hold another address, which stands before. */
function addressIn(text: string | null): string {
  const trimmed = text?.slice(-1000).trim() ?? ''
  return /<([^\s<>]{3,320})>$/.exec(trimmed)?.[1] ?? trimmed
}

/** One person, several (the first is the likeliest), or nobody but ourselves. */
function readParties(team: Team, parties: readonly Party[]): Reading {
  const [first, ...others] = customersAmong(parties, team)
  if (!first) return noCustomer
  const [one, two, ...more] = [...first, ...others.flat()]
  return others.length > 0 && one && two ? { several: [one, two, ...more] } : { found: first }
}

/** Each once, without us. */
function customersAmong(parties: readonly Party[], team: Team): Party[] {
  const customers = parties.filter(party => !isOurs(party, team))
  return [...new Map(customers.map(party => [party[0].identity.value, party])).values()]
}

function isOurs(party: Party, { ids, addresses }: Team): boolean {
  const emails = party.filter((evidence): evidence is Person => evidence.identity.kind === 'email')
  return (
    party.some(({ identity }) => identity.kind === 'record' && ids.has(identity.value)) ||
    outside(addresses, emails).length < emails.length
  )
}

/** In a list that stands on the screen: not in a folded box, and not on a tab behind another. */
function isShown(list: Element): boolean {
  return !list.closest('.collapse:not(.show), .tab-pane:not(.active)')
}

function rowsOf(list: Element, team: Team): Row[] {
  const format = list.getAttribute('data-display-format') ?? ''
  const isOfUsers = list.getAttribute('data-class') === 'RT::User'
  const place = placeOf(isOfUsers ? 'EmailAddress' : 'Requestors', format)
  return [...list.querySelectorAll('tbody.list-item[data-record-id]')].flatMap(element => {
    const cell = place && element.children[place.line]?.children[place.column]
    const parties = isOfUsers ? [listedUser(element, cell)] : cell ? usersIn(cell, team, 'row-2026-11') : []
    const [customer, ...others] = customersAmong(parties, team)
    return customer && others.length === 0 ? [{ element, identities: identitiesOf(customer) }] : []
  })
}

function listedUser(row: Element, cell: Element | null | undefined): Party {
  const record = {
    identity: userIdentity(row.getAttribute('data-record-id') ?? ''),
    rule: 'row-2026-11',
    node: row,
  }
  const email = cell ? readPerson(cell.textContent, 'row-2026-11', cell) : null
  return [record, ...(email ? [email] : [])]
}

function identitiesOf([first, ...others]: Party): Row['identities'] {
  return [first.identity, ...others.map(({ identity }) => identity)]
}

/**
 * Where in a row a column stands: members choose columns and their order, and a row may have several lines.
 * @param format as Request Tracker keeps it: `'<b>__id__</b>/TITLE:#', Owner, '__NEWLINE__', '__Requestors__'`
 */
function placeOf(name: string, format: string): { line: number; column: number } | null {
  const place = { line: 0, column: 0 }
  for (const [column] of format.slice(0, 10_000).matchAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[{}\w.]+/g)) {
    const words = column.split(/__|['"/]/)
    if (words.includes(name)) return place
    if (words.includes('NEWLINE')) {
      place.line += 1
      place.column = 0
    } else place.column += 1
  }
  return null
}

function outsideHistory(page: Document, selector: string): Element[] {
  return [...page.querySelectorAll(`#body ${selector}`)].filter(element => !element.closest(history))
}
