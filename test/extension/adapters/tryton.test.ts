import { describe, expect, test } from 'vitest'
import { tryton } from '../../../extension/adapters/tryton.ts'
import { toSent } from '../../../extension/page/sent-reading.ts'
import { parsePage, savedPages } from '../saved-page.ts'

function saved(situation: string): { html: string; url: URL } {
  const page = savedPages().find(({ name }) => name.startsWith(`tryton/${situation}.`))
  if (!page) throw new Error(`There is no saved page ${situation}.`)
  return page
}

const asItIs = (html: string) => html

function changed(situation: string, change: (html: string) => string): { page: Document; url: URL } {
  const { html, url } = saved(situation)
  const after = change(html)
  if (change !== asItIs) expect(after).not.toBe(html)
  return { page: parsePage(after), url }
}

/** Who is read from a saved page after its text was changed. */
function read(situation: string, change: (html: string) => string, address?: string): unknown {
  const { page, url } = changed(situation, change)
  const reading = toSent(tryton.read([page], address === undefined ? url : new URL(address, url)))
  return 'found' in reading ? reading.found.map(({ value }) => value) : reading
}

function rowsOf(situation: string, change = asItIs): string[] {
  const { page, url } = changed(situation, change)
  return (tryton.readRows?.([page], url) ?? []).map(({ element, identities: [identity] }) => {
    expect(element.textContent).toContain(identity.value)
    return `${identity.host} ${identity.value}`
  })
}

const noCustomer = { missing: 'no-customer' }
const notUnderstood = { missing: 'not-understood' }
const david = ['C-1004', 'party.party/6', 'david.obrien@obrien-legal.example', '+353 20 910 0104']

describe('a party’s record', () => {
  test('is nobody’s we know under the address of another kind of record', () => {
    expect(read('party', asItIs, '/#crm/model/product.product/6')).toEqual(noCustomer)
    expect(read('party', asItIs, '/#crm/wizard/party.check_vies')).toEqual(noCustomer)
  })

  test('is another database’s under another name of it', () => {
    const { page, url } = changed('party', asItIs)
    const reading = toSent(tryton.read([page], new URL('/#shop/model/party.party/6', url)))
    expect('found' in reading && reading.found.map(({ host }) => host)).toEqual([
      'tryton/shop',
      'tryton/shop',
      undefined,
      undefined,
    ])
  })

  test('is not understood while its head is empty', () => {
    const empty = (html: string) =>
      html.replaceAll(/(name="(?:name|code)"[^>]*) value="[^"]*"/g, '$1 value=""')
    expect(read('party', empty)).toEqual(notUnderstood)
  })

  test('is not understood where two tabs are open, or none', () => {
    expect(
      read('party-beside-other-tabs', html => html.replaceAll('class="tab-pane"', 'class="tab-pane active"')),
    ).toEqual(notUnderstood)
    expect(
      read('party', html =>
        html.replace('class="tab-pane active" id="tab-1"', 'class="tab-pane" id="tab-1"'),
      ),
    ).toEqual(notUnderstood)
  })

  test('is known by its address alone where it has neither number nor contacts', () => {
    const withoutCode = (html: string) => html.replace(/(name="code"[^>]*) value="[^"]*"/, '$1 value=""')
    expect(read('party-no-contacts', withoutCode)).toEqual(['party.party/27'])
  })

  test('has no contacts of another party’s name, and those of no name at all', () => {
    const named = `title="David O'Brien">David O'Brien</a>`
    expect(read('party', html => html.replaceAll(named, 'title="Eve">Eve</a>'))).toEqual(notUnderstood)
    expect(read('party', html => html.replaceAll(named, 'title=""></a>'))).toEqual(david)
  })

  test('has no contact whose row says otherwise', () => {
    const other = (html: string) => html.replace('href="mailto:david.obrien@', 'href="mailto:eve@')
    expect(read('party', other)).toEqual(david.filter(value => !value.includes('@')))
  })

  test('has no opened contact of another kind, whose field is hidden', () => {
    const hidden = (html: string) =>
      html.replace('<div class="form-email"', '<div class="form-email" style="display: none;"')
    expect(read('party-one-contact-opened', hidden)).toEqual(['C-1004', 'party.party/6'])
  })
})

test('a sale is its party’s as an opportunity is', () => {
  expect(read('opportunity', asItIs, '/#crm/model/sale.sale/12')).toEqual(["sale.sale/12 David O'Brien"])
})

describe('the rows of a list of parties', () => {
  test('are each told by their number', () => {
    const rows = rowsOf('party-list')
    expect(rows).toHaveLength(20)
    expect(rows.slice(0, 2)).toEqual(['tryton/crm C-1001', 'tryton/crm C-1002'])
    expect(new Set(rows).size).toBe(20)
  })

  test('are told in other languages of Tryton too, and in none that is unknown', () => {
    const called = (word: string) => (html: string) => html.replace(/(class="sortable">)Code</, `$1${word}<`)
    expect(rowsOf('party-list', called('Kodas'))).toHaveLength(20)
    expect(rowsOf('party-list', called('Código'))).toHaveLength(20)
    expect(rowsOf('party-list', called('Numero'))).toEqual([])
  })

  test('are left alone where two columns may be the number', () => {
    expect(rowsOf('party-list', html => html.replace('>Name<', '>Code<'))).toEqual([])
  })

  test('without a number are left out', () => {
    const rows = rowsOf('party-list', html => html.replace('title="C-1002">C-1002<', 'title=""><'))
    expect(rows).toHaveLength(19)
    expect(rows).not.toContain('tryton/crm C-1002')
  })

  test.each(['party', 'party-beside-other-tabs', 'opportunity-list', 'opportunity', 'party-new'])(
    'are not those of %s',
    situation => {
      expect(rowsOf(situation)).toEqual([])
    },
  )
})

describe('the pieces of a page', () => {
  function pieces(situation: string): string[] {
    const { page, url } = changed(situation, asItIs)
    return (tryton.pieces?.([page], url) ?? []).map(({ content, of }) => `${content} of ${of.join(' ')}`)
  }

  test('are the number, as the record of the address, and the contacts, as that number’s', () => {
    expect(pieces('party')).toEqual([
      'C-1004 of crm party.party 6',
      'mailto:david.obrien@obrien-legal.example of C-1004',
      'tel:+353 20 910 0104 of C-1004',
    ])
  })

  test('are the contacts of hidden tabs as well', () => {
    const found = pieces('party-beside-other-tabs')
    expect(found[0]).toBe('C-1004 of crm party.party 6')
    expect(found).toContain('mailto:alice.novak@northwind.example of C-1001')
    expect(found).toContain('mailto:bernd.mueller@mueller-haustechnik.example of C-1002')
  })

  test('are a deal’s party, and none on a list', () => {
    expect(pieces('opportunity')).toEqual(["David O'Brien of crm sale.opportunity 4"])
    expect(pieces('party-list')).toEqual([])
  })

  test('hold everything that is read', () => {
    for (const { name, html, url } of savedPages().filter(({ host }) => host === 'tryton')) {
      const page = parsePage(html)
      const reading = tryton.read([page], url)
      const nodes = new Set((tryton.pieces?.([page], url) ?? []).map(({ node }) => node))
      for (const { node } of 'found' in reading ? reading.found : []) {
        expect(node !== null && nodes.has(node), name).toBe(true)
      }
    }
  })
})

test('text of any length is read in no time', () => {
  const { html, url } = saved('party')
  const endless = ['a.'.repeat(50_000), '@'.repeat(100_000), ' '.repeat(100_000), '1 / '.repeat(50_000)]
  const pages = endless.flatMap(text => [
    parsePage(html.replaceAll('david.obrien@obrien-legal.example', text)),
    parsePage(html.replaceAll("David O'Brien", text)),
    parsePage(html.replaceAll('1 / 2', text)),
  ])
  const addresses = endless.map(text => new URL(`/#crm/model/${encodeURIComponent(text)}/${text}`, url))
  const before = performance.now()
  for (const page of pages) tryton.read([page], url)
  for (const address of addresses) tryton.claims(address)
  expect(performance.now() - before).toBeLessThan(500)
})
