import { describe, expect, test } from 'vitest'
import { requestTracker } from '../../../extension/adapters/request-tracker.ts'
import { toSent } from '../../../extension/page/sent-reading.ts'
import { mailCustomers } from '../../hosts/mail/customers.ts'
import { parsePage, savedPages } from '../saved-page.ts'

function saved(situation: string): { html: string; url: URL } {
  const page = savedPages().find(({ name }) => name.startsWith(`request-tracker/${situation}.`))
  if (!page) throw new Error(`There is no saved page ${situation}.`)
  return page
}

/** Who is read from a saved page after its text was changed. */
function read(situation: string, change: (html: string) => string): unknown {
  const { html, url } = saved(situation)
  const changed = change(html)
  expect(changed).not.toBe(html)
  return valuesOf(parsePage(changed), url)
}

function valuesOf(page: Document, url: URL): unknown {
  const reading = toSent(requestTracker.read([page], url))
  return 'found' in reading ? reading.found.map(({ value }) => value) : reading
}

/** Of each row its identities' values. */
function readRows(situation: string, change = (html: string) => html): string[][] {
  const { html, url } = saved(situation)
  const rows = requestTracker.readRows?.([parsePage(change(html))], url) ?? []
  return rows.map(({ identities }) => identities.map(({ value }) => value))
}

const nobody = { missing: 'no-customer' }
const notUnderstood = { missing: 'not-understood' }
const emails = mailCustomers.map(({ email }) => email)

describe('on a ticket', () => {
  test('a requestor at our own domain is a colleague, though they own no tickets', () => {
    const atOurs = (html: string) => html.replaceAll('alice.novak@northwind.example', 'sales@support.example')
    expect(read('ticket', atOurs)).toEqual(nobody)
  })

  test('a group that asks is nobody, and the person beside it is', () => {
    const group = '<a href="/Group/Summary.html?id=80">Group: Night shift</a>'
    const current = '<span class="current-value"><span class="user" data-user-id="33">'
    const withGroup = (html: string) => html.replace(current, current.replace('">', `">${group}<br>`))
    expect(read('ticket', withGroup)).toEqual(['33', emails[0]])
    const alone = (html: string) =>
      html.replace(/<span class="user" data-user-id="33">.*?<\/a><\/span>/, group)
    expect(read('ticket', alone)).toEqual(nobody)
  })

  test('where people are shown by their names alone, an address in a name names nobody', () => {
    const shortNames = (html: string) =>
      html
        .replaceAll('agent (Support Agent)', 'Support Agent')
        .replaceAll(
          'Alice Novak &lt;alice.novak@northwind.example&gt; &lt;mallory@nowhere.example&gt;',
          emails[0] ?? '',
        )
    expect(read('ticket-name-of-another', shortNames)).toEqual(['31'])
  })

  test('a page that does not say who we are is not understood', () => {
    expect(read('ticket', html => html.replace('RT.CurrentUser', 'RT.Somebody'))).toEqual(notUnderstood)
  })
})

describe('a message that imitates the page', () => {
  const { email = '', name = '' } = mailCustomers[0] ?? {}
  const user = `<span class="user" data-user-id="33"><a href="/User/Summary.html?id=33">${name} &lt;${email}&gt;</a></span>`
  const label = '<label for="Ticket-DeleteWatcher-Type-Requestor-Principal-33">'
  const blocks = [
    `<div class="ticket-info-people"><div class="form-row requestors"><span class="current-value">${user}</span></div></div>`,
    `<div class="requestors"><div class="value"><span class="current-value">${user}</span></div></div>`,
    `<input type="checkbox" id="delete-requestors-checkbox">${label}${user}</label>`,
    `<div id="previewscrips"><input type="checkbox" name="TxnSendMailTo" value="${email}"><label>${user}</label></div>`,
    `<div id="recipients"><div class="refreshing"></div></div>`,
    `<form><input type="hidden" class="hidden" name="id" value="1"></form>`,
    `<div class="error">Could not load ticket</div>`,
    `<div class="user-summary-extra"><div class="EmailAddress"><span class="current-value">${email}</span></div></div>`,
    `<select name="Owner"><option value="53">Support Agent</option></select>`,
    `<script>RT.CurrentUser = {"id":53,"EmailAddress":"karin@vanderberg.example"};</script>`,
  ]
  const wraps: ((block: string) => string)[] = [
    block => block,
    block => `<div id="body">${block}</div>`,
    block => `<div class="ticket-info-people"><div class="titlebox-content show">${block}</div></div>`,
    block => `<form class="history">${block}</form>`,
    block => `<table><tbody><tr><td>${block}</td></tr></tbody></table>`,
  ]
  const bodies = blocks.flatMap(block => wraps.map(wrap => wrap(block)))

  test(`yields nothing of its own in ${bodies.length} ways`, () => {
    const { html, url } = saved('ticket-block-in-body')
    const page = parsePage(html)
    const message = page.querySelector('.message-stanza')
    expect(message?.querySelector('.requestors')).not.toBeNull()
    for (const body of bodies) {
      if (message) message.innerHTML = body
      expect(valuesOf(page, url), body).toEqual(['53', 'karin@vanderberg.example'])
    }
  })

  test('is no list of tickets either', () => {
    const list = /<table[^>]*ticket-list[\s\S]*?<\/table>/.exec(saved('list').html)?.[0] ?? ''
    expect(list).toContain(email)
    const before = readRows('ticket-block-in-body')
    const withList = (page: string) => page.replace(/<div class="message-stanza">/, opening => opening + list)
    expect(readRows('ticket-block-in-body', withList)).toEqual(before)
  })
})

describe('a reply', () => {
  test('that is sent to colleagues alone is known by its ticket', () => {
    const toUs = (html: string) =>
      html.replaceAll('alice.novak@northwind.example', 'sales@support.example').replaceAll('="33"', '="75"')
    expect(read('reply-with-recipient', toUs)).toEqual(['ticket/1'])
  })

  test('whose recipients could not be loaded is known by its ticket', () => {
    expect(read('reply-still-loading', html => html.replace(' refreshing', ''))).toEqual(['ticket/1'])
  })

  test('without its ticket is not understood', () => {
    expect(read('reply', html => html.replaceAll('name="id"', 'name="other"'))).toEqual(notUnderstood)
  })
})

describe('on the page of a person', () => {
  test('several phones are each given once, as they are written', () => {
    const withPhones = (html: string) =>
      html.replace('WorkPhone">', 'WorkPhone"><span class="current-value">(404) 555-0110</span>')
    expect(read('user', withPhones)).toEqual(['33', emails[0], '(404) 555-0110', '+1 202 555 0101'])
  })

  test('a history of somebody else than the address says is not understood', () => {
    expect(read('user-history', html => html.replace('user-33-history', 'user-35-history'))).toEqual(
      notUnderstood,
    )
  })
})

describe('in a list', () => {
  test('each ticket of one customer is theirs, and one of several or none is nobody’s', () => {
    const rows = readRows('list')
    expect(rows.slice(0, emails.length).map(([, email]) => email)).toEqual(emails)
    const { html, url } = saved('list')
    const elements = requestTracker.readRows?.([parsePage(html)], url).map(({ element }) => element) ?? []
    expect(elements.map(element => element.getAttribute('data-record-id'))).not.toContain('21')
    expect(rows.at(-1)).toEqual(['37', emails[2]])
  })

  test('customers are found in the column of requestors, wherever it stands', () => {
    expect(readRows('list-other-columns')).toEqual(readRows('list'))
  })

  test('without that column nobody is', () => {
    expect(readRows('list-without-requestors')).toEqual([])
  })

  test('people are known by their number and address', () => {
    expect(readRows('list-of-users').map(([, email]) => email)).toEqual([emails[12], emails[13]])
  })

  test('nobody stands in a folded one', () => {
    expect(readRows('user')).toEqual([['33', emails[0]]])
    const folded = (html: string) => html.replaceAll('collapse  show', 'collapse')
    expect(readRows('user', folded)).toEqual([])
  })
})

test('text of any length is read in no time', () => {
  const { url } = saved('ticket')
  const endless = [
    '<'.repeat(100_000),
    'a.a.a.'.repeat(20_000),
    '{"id":'.repeat(20_000),
    "'\\".repeat(50_000),
  ]
  const texts = endless.map(text => text.replaceAll('<', '&lt;'))
  const pages = texts.map(text =>
    parsePage(`<head><script>RT.CurrentUser = {"id":1,"Name":"a"};</script><script>RT.CurrentUser = ${text}</script></head>
      <div id="body"><div class="ticket-info-people"><div class="requestors"><span class="current-value">
      <span class="user" data-user-id="2">${text}@</span></span></div></div>
      <table class="collection-as-table" data-display-format="${text}"><tbody class="list-item" data-record-id="3"></tbody></table></div>`),
  )
  const before = performance.now()
  for (const page of pages) {
    requestTracker.read([page], url)
    requestTracker.readRows?.([page], url)
  }
  expect(performance.now() - before).toBeLessThan(500)
})
