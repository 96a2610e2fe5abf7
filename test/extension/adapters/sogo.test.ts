import { describe, expect, test } from 'vitest'
import { sogo } from '../../../extension/adapters/sogo.ts'
import { toSent } from '../../../extension/page/sent-reading.ts'
import { spoofedMails } from '../../hosts/sogo/spoofed-mails.ts'
import { parsePage, savedPages } from '../saved-page.ts'

function saved(situation: string): { html: string; url: URL } {
  const page = savedPages().find(({ name }) => name.startsWith(`sogo/${situation}.`))
  if (!page) throw new Error(`There is no saved page ${situation}.`)
  return page
}

/** Who is read from a saved page after its text was changed. */
function read(situation: string, change: (html: string) => string): unknown {
  const { html, url } = saved(situation)
  const changed = change(html)
  expect(changed).not.toBe(html)
  const reading = toSent(sogo.read([parsePage(changed)], url))
  return 'found' in reading ? reading.found.map(({ value }) => value) : reading
}

/** The same, of a page whose element was changed. */
function readAfter(situation: string, selector: string, change: (element: Element) => void): unknown {
  const { html, url } = saved(situation)
  const page = parsePage(html)
  const element = page.querySelector(selector)
  if (!element) throw new Error(`There is no ${selector}.`)
  change(element)
  const reading = toSent(sogo.read([page], url))
  return 'found' in reading ? reading.found.map(({ value }) => value) : reading
}

const nobody = { missing: 'no-customer' }
const notUnderstood = { missing: 'not-understood' }
const alice = 'alice.novak@northwind.example'

describe('beside a message', () => {
  test('none of 50 bodies that imitate SOGo adds anybody to its sender', () => {
    expect(spoofedMails).toHaveLength(50)
    const { html, url } = saved('message-from-customer')
    const page = parsePage(html)
    const body = page.querySelector('.msg-body .sg-mail-part')
    for (const { subject, html } of spoofedMails) {
      if (body) body.innerHTML = html
      expect(toSent(sogo.read([page], url)), subject).toHaveProperty('found', [
        { kind: 'email', value: alice },
      ])
    }
    expect(body?.textContent).toContain(spoofedMails.at(-1)?.victim.email)
  })

  test('nothing is understood while the view before is still being taken away', () => {
    const twice = (view: Element) => view.after(view.cloneNode(true))
    expect(readAfter('message-from-customer', '#detailView', twice)).toEqual(notUnderstood)
  })

  test('nothing is understood before a header is drawn, or without an address in it', () => {
    const empty = (view: Element) => view.replaceChildren()
    expect(readAfter('message-from-customer', '#detailView', empty)).toEqual(notUnderstood)
    const unnamed = (link: Element) => link.replaceChildren()
    expect(readAfter('message-from-customer', 'a.md-caption', unnamed)).toEqual(notUnderstood)
  })

  test('a mail that a group passed on is nobody’s', () => {
    const viaGroup = (html: string) => html.replace('>Alice Novak</span>', '>Alice Novak via Orders</span>')
    expect(read('message-from-customer', viaGroup)).toEqual(nobody)
  })

  test('every identity of the member counts as ours, and nothing is read where none is known', () => {
    const more = (html: string) => html.replace('"identities":[', `"identities":[{"email":"${alice}"},`)
    expect(read('message-from-customer', more)).toEqual(nobody)
    const unknown = (script: Element) => script.remove()
    for (const situation of ['message-from-customer', 'reply', 'card']) {
      expect(readAfter(situation, 'script#UserDefaults', unknown), situation).toEqual(notUnderstood)
    }
  })

  test('a body that brings settings of its own does not make us strangers to ourselves', () => {
    const settings = '{"AuxiliaryMailAccounts":[{"identities":[{"email":"eve@example.com"}]}]}'
    const bring = (body: Element) => {
      body.innerHTML = `<script id="UserDefaults" type="text/json">${settings}</script>`
    }
    expect(readAfter('message-own-copy', '.msg-body .sg-mail-part', bring)).toEqual(nobody)
  })

  test('a message found by a search over all folders is read like any other', () => {
    const { html } = saved('message-from-customer')
    const url = new URL('http://127.0.0.1/SOGo/so/agent/Mail/view#!/Mail/0/virtual/INBOX/1')
    expect(sogo.read([parsePage(html)], url)).toHaveProperty('found')
  })

  test('its list alone, in the address, is nobody’s page while the message is still drawn', () => {
    const { html } = saved('message-from-customer')
    const url = new URL('http://127.0.0.1/SOGo/so/agent/Mail/view#!/Mail/0/2024')
    expect(sogo.read([parsePage(html)], url)).toEqual(nobody)
  })
})

describe('beside a card', () => {
  test('nothing is understood while the card of another address is drawn', () => {
    expect(read('card', html => html.replace('C-1001.vcf/edit"', 'C-1002.vcf/edit"'))).toEqual(notUnderstood)
  })

  test('a card with an address of ours is nobody’s', () => {
    expect(read('card', html => html.replaceAll(alice, 'colleague@support.example'))).toEqual(nobody)
  })

  test('a list of people is nobody’s', () => {
    const members = (list: Element) => list.append(list.ownerDocument.createElement('md-list-item'))
    expect(readAfter('card', 'section.msg-body md-list', members)).toEqual(nobody)
  })

  test('a card without addresses is known by its record alone', () => {
    const bare = (html: string) => html.replaceAll('ng-bind="email.value"', '').replaceAll('"tel:', '"#')
    expect(read('card', bare)).toEqual(['C-1001'])
  })

  test('a web address or a note is neither a phone nor an address', () => {
    const add = (section: Element) => {
      section.innerHTML += `<div class="section"><div class="pseudo-input-container"><div class="pseudo-input-field">
        <a ng-href="tel:+15550100" href="tel:+15550100">+1 555 0100</a>
        <div><a href="mailto:eve@example.com" ng-bind="email.value">eve@example.com</a></div></div></div></div>`
    }
    expect(readAfter('card', 'section.msg-body', add)).toEqual(['C-1001', alice, '+1 202 555 0101'])
  })

  test('the name of its file may hold anything an address bar can', () => {
    const { html } = saved('card')
    const url = new URL(
      'http://127.0.0.1/SOGo/so/agent/Contacts/view#!/addressbooks/personal/a%20b%2Fc.vcf/view',
    )
    const drawn = html.replace('C-1001.vcf/edit"', 'a b%2Fc.vcf/edit"')
    const reading = toSent(sogo.read([parsePage(drawn)], url))
    expect('found' in reading && reading.found[0]?.value).toBe('a b/c')
    const broken = new URL(
      'http://127.0.0.1/SOGo/so/agent/Contacts/view#!/addressbooks/personal/%E0.vcf/view',
    )
    expect(sogo.read([parsePage(html)], broken)).toEqual(nobody)
  })
})

test('a reply whose recipient’s name is another address is for the recipient', () => {
  const named = (html: string) =>
    html.replace(`Alice Novak &lt;${alice}&gt;`, `eve@example.com &lt;${alice}&gt;`)
  expect(read('reply', named)).toEqual([alice])
})

test('the rows of an address book are their addresses, ours left out', () => {
  const rowsOf = (html: string, url: URL) =>
    (sogo.readRows?.([parsePage(html)], url) ?? []).map(({ element, identities }) => [
      element.getAttribute('aria-label'),
      ...identities.map(({ value }) => value),
    ])
  const { html, url } = saved('card-list')
  expect(rowsOf(html, url)).toEqual([
    ['Alice Novak', alice],
    ['Bernd Müller', 'bernd.mueller@mueller-haustechnik.example'],
    ['Chloé Lefèvre', 'chloe.lefevre@atelier-lefevre.example'],
  ])
  expect(rowsOf(html.replace(`<div>${alice}</div>`, '<div>agent@support.example</div>'), url)).toHaveLength(2)
  const fake = '<div class="sg-tile-content"><div class="sg-md-body"><div>eve@example.com</div></div></div>'
  expect(rowsOf(html.replace('>Alice Novak</div>', `>${fake}</div>`), url)[0]).toEqual(['Alice Novak', alice])
  const messages = saved('list')
  expect(rowsOf(messages.html, messages.url)).toEqual([])
})

test('a file that came with a mail is no page of SOGo’s', () => {
  const file = new URL('http://127.0.0.1/SOGo/so/agent/Mail/0/folderINBOX/20/2/invoice.html#!/Mail/0/INBOX/1')
  expect(sogo.claims(file)).toBe(false)
})

test('text of any length is read in no time', () => {
  const { html, url } = saved('message-from-customer')
  const endless = ['a@'.repeat(100_000), '"email": "'.repeat(20_000), '<'.repeat(50_000)]
  const pages = endless.map(text => {
    const page = parsePage(html)
    for (const selector of ['a.md-caption', 'script#UserDefaults']) {
      const element = page.querySelector(selector)
      if (element) element.textContent = `"AuxiliaryMailAccounts"${text}`
    }
    return page
  })
  const longAddress = new URL(`${url.href}${'/9'.repeat(50_000)}`)
  const before = performance.now()
  for (const page of pages) for (const address of [url, longAddress]) sogo.read([page], address)
  expect(performance.now() - before).toBeLessThan(500)
})
