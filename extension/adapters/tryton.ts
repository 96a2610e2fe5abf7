// Tryton's web client: the party of an open record by its address, number and ways to reach it, and a deal by its
// address. The client changes its address first and draws a record in pieces, later and one after the other.

import type { Identity } from '../../shared/identity.ts'
import type { Adapter, Evidence, Piece, Reading, Row } from './adapter.ts'
import { readPerson } from './people.ts'

const notUnderstood: Reading = { missing: 'not-understood' }
const noCustomer: Reading = { missing: 'no-customer' }

/** Records that belong to one party, whose name alone they show. */
const deals = ['sale.opportunity', 'sale.sale']

/** What Tryton 6.0 calls a party's number in a list: its columns carry their words alone, in the member's language. */
const codeColumns = new Set(
  'Code|Код|Codi|Code Partei|Código|Kood|کد|Szám|Kode|Codice|ລະຫັດ|Kodas|Kod|Cod|Šifra|代码'.split('|'),
)

export const tryton: Adapter = {
  id: 'tryton',
  name: 'Tryton',
  matches: ['http://127.0.0.1/*', 'http://localhost/*'],
  examples: [
    'http://127.0.0.1:18703/#crm/model/party.party;name=%22Party%22&views=%5Bnull%5D',
    'http://127.0.0.1:18703/#crm/model/party.party/6;name=%22Party%22&views=%5Bnull%2Cnull%5D',
    'http://localhost:8000/#tryton/model/sale.opportunity/4',
    'http://localhost:8000/index.html#tryton/wizard/party.check_vies',
  ],
  attributes: ['class', 'href', 'readonly', 'aria-label'],

  claims(url) {
    return routeOf(url) !== null
  },

  read([page], url) {
    const route = routeOf(url)
    if (!route?.id) return noCustomer
    const form = formOf(activePane(page))
    if (route.model !== 'party.party' && !deals.includes(route.model)) return noCustomer
    if (!form) return notUnderstood
    return route.model === 'party.party' ? readParty(form, route) : readDeal(form, route)
  },

  readRows([page], url) {
    const route = routeOf(url)
    const table = listOf(activePane(page))
    return route?.model === 'party.party' && !route.id && table ? readParties(table, route) : []
  },

  pieces([page], url) {
    const head = headOf(formOf(activePane(page)))
    const forms = panesOf(page).flatMap(pane => formOf(pane) ?? [])
    return [...(head ? [{ ...head, of: partsOf(routeOf(url)) }] : []), ...forms.flatMap(contactPieces)]
  },
}

interface Route {
  database: string
  /** `party.party`; empty for what is no record and no list of records. */
  model: string
  /** Of the record; empty for a list and for a record that was never saved. */
  id: string
}

/** `#crm/model/party.party/6;views=...`: the record that is shown, or about to be. */
function routeOf({ pathname, search, hash }: URL): Route | null {
  if (!/^\/(?:index\.html)?$/.test(pathname) || search !== '') return null
  const [, database, kind, path = ''] =
    /^#!?([\w.-]{1,64})\/(model|wizard|report|url)\/?([^;]{0,200})/.exec(hash) ?? []
  if (!database) return null
  const [model = '', id = ''] = kind === 'model' ? path.split('/') : []
  return { database, model, id: /^\d{1,18}$/.test(id) ? id : '' }
}

/** A list goes over into a record that it holds. */
function partsOf(route: Route | null): string[] {
  return route ? [route.database, route.model, route.id].filter(part => part !== '') : []
}

/** One record of ours among those of every database that its members work with. */
function recordOf({ database }: Route, type: string, value: string): Identity {
  return { kind: 'record', host: `tryton/${database}`, type, value }
}

function panesOf(page: Document): Element[] {
  return [...(page.querySelector('#tabcontent')?.children ?? [])]
}

/** Every other tab stays in the document, with the records that were opened in it. */
function activePane(page: Document): Element | null {
  const [active, ...more] = panesOf(page).filter(({ classList }) => classList.contains('active'))
  return active && more.length === 0 ? active : null
}

/** What the tab itself shows; lists and records that stand within a record have boxes of their own. */
function contentOf(pane: Element | null): Element | null {
  const screen = pane?.querySelector('.screen-container')
  return screen ? childOf(screen, 'content-box') : null
}

function formOf(pane: Element | null): Element | null {
  const content = contentOf(pane)
  return content && childOf(content, 'form')
}

function listOf(pane: Element | null): Element | null {
  const view = contentOf(pane)?.firstElementChild
  const tree = view && childOf(view, 'treeview')
  return tree ? childOf(tree, 'tree') : null
}

function childOf(parent: Element, name: string): Element | null {
  return [...parent.children].find(({ classList }) => classList.contains(name)) ?? null
}

/** The record's own input of this name; an address within it may have another. */
function inputOf(form: Element, name: string): HTMLInputElement | null {
  const inputs = [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)]
  const own = inputs.filter(input => input.closest('.content-box') === form.parentElement)
  return own.length === 1 ? (own[0] ?? null) : null
}

function fieldValue(form: Element, name: string): string {
  return inputOf(form, name)?.value.trim() ?? ''
}

interface Head {
  node: Element
  content: string
}

/** What is drawn in one go, and before all else: a deal's party with its buttons, or a party's number. */
function headOf(form: Element | null): Head | null {
  if (!form) return null
  const party = inputOf(form, 'party')
  const input = party ?? inputOf(form, 'code') ?? inputOf(form, 'name')
  const node = party ? party.closest('.form-many2one') : input
  return node && { node, content: input?.value ?? '' }
}

function readParty(form: Element, route: Route): Reading {
  const [head, code, name] = [headOf(form), fieldValue(form, 'code'), fieldValue(form, 'name')]
  const contacts = readContacts(form, name || `[${code}]`)
  if (!head || !contacts || (code === '' && name === '')) return notUnderstood
  const { node } = head
  const record = recordOf(route, 'party', `${route.model}/${route.id}`)
  const number = { identity: recordOf(route, 'code', code), rule: 'code-field-2026-11', node }
  const address = { identity: record, rule: 'address-2026-11', node }
  return { found: code === '' ? [address, ...contacts] : [number, address, ...contacts] }
}

/**
 * Ways to reach a party, each in a row that names it out of sight.
 * @returns null where the rows are another's still, or not there yet.
 */
function readContacts(form: Element, name: string): Evidence[] | null {
  const lists = contactLists(form)
  if (lists.some(isNotDrawnYet)) return null
  const rows = lists.flatMap(rowsOf)
  const isOfAnother = (row: Element) => ![name, ''].includes(textOf(row, '.column-many2one a'))
  if (rows.some(isOfAnother)) return null
  return [
    ...rows.flatMap(row => readContact(row, linkIn(row))),
    ...openedLinks(form).flatMap(link => readContact(null, link)),
  ]
}

const contactLink = 'a.column-affix[href^="mailto:"], a.column-affix[href^="tel:"]'

function contactLists(form: Element): Element[] {
  return [...form.querySelectorAll('div.form-one2many')].filter(list => list.querySelector('col.url'))
}

function rowsOf(list: Element): Element[] {
  return [...list.querySelectorAll('tbody > tr')].filter(row => row.querySelector('.column-url'))
}

/** `1 / 2` over an empty list. */
function isNotDrawnYet(list: Element): boolean {
  const [, count = '0'] = /\/ *(\d{1,6})/.exec(textOf(list, '.form-one2many-toolbar .badge')) ?? []
  return Number(count) > 0 && rowsOf(list).length === 0
}

function linkIn(row: Element): Element | null {
  return row.querySelector(contactLink)
}

/** The one way that is opened in the place of the list; for any other kind of it the field is there and hidden. */
function openedLinks(form: Element): Element[] {
  const fields = [...form.querySelectorAll('.form-one2many div.form-email')]
  const shown = fields.filter(field => !/display:\s?none/.test(field.getAttribute('style') ?? ''))
  return shown.flatMap(field => field.querySelector('a[href^="mailto:"]') ?? [])
}

/** A web page may be called `mailto:somebody`; an address stands in its row as itself. */
function readContact(row: Element | null, link: Element | null): Evidence[] {
  const [scheme = '', ...rest] = link?.getAttribute('href')?.split(':') ?? []
  const value = rest.join(':').trim()
  if (!link || value === '' || value.length > 1000) return []
  if (row && textOf(row, '.column-char') !== value) return []
  const person = readPerson(value, 'contact-2026-11', link)
  if (scheme === 'mailto') return person ? [person] : []
  return [{ identity: { kind: 'phone', value }, rule: 'contact-2026-11', node: link }]
}

/** Rows that were drawn before the party had its number go over to it. */
function contactPieces(form: Element): Piece[] {
  const of = [fieldValue(form, 'code')].filter(code => code !== '')
  const links = [
    ...contactLists(form).flatMap(list => rowsOf(list).flatMap(row => linkIn(row) ?? [])),
    ...openedLinks(form),
  ]
  return links.map(node => ({ node, content: node.getAttribute('href') ?? '', of }))
}

/** A deal may pass to another party, so it is the two together that a member says the customer of. */
function readDeal(form: Element, route: Route): Reading {
  const [head, party] = [headOf(form), fieldValue(form, 'party')]
  if (!head || !inputOf(form, 'party')) return notUnderstood
  if (party === '') return noCustomer
  const identity = recordOf(route, 'deal', `${route.model}/${route.id} ${party}`.slice(0, 1000))
  return { found: [{ identity, rule: 'deal-2026-11', node: head.node }] }
}

/** By the column of numbers, where the list has exactly one. */
function readParties(table: Element, route: Route): Row[] {
  const heads = [...table.querySelectorAll('thead > tr > th')]
  const columns = heads.flatMap((head, index) => (codeColumns.has(textOf(head, 'label')) ? [index] : []))
  const [column] = columns
  if (column === undefined || columns.length > 1) return []
  return [...table.querySelectorAll('tbody > tr')].flatMap(element => {
    const cell = element.children[column]
    const code = cell ? textOf(cell, '.column-char') : ''
    return code === '' ? [] : [{ element, identities: [recordOf(route, 'code', code)] }]
  })
}

function textOf(within: Element, selector: string): string {
  return within.querySelector(selector)?.textContent?.trim() ?? ''
}
