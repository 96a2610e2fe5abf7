import { describe, expect, test } from 'vitest'
import { roundcube } from '../../../extension/adapters/roundcube.ts'
import { toSent } from '../../../extension/page/sent-reading.ts'
import { parsePage, parseViews, savedPages } from '../saved-page.ts'

function saved(situation: string): { html: string; url: URL } {
  const page = savedPages().find(({ name }) => name.startsWith(`roundcube/${situation}.`))
  if (!page) throw new Error(`There is no saved page ${situation}.`)
  return page
}

/** Who is read from a saved page after its text was changed. */
function read(situation: string, change: (html: string) => string): unknown {
  const { html, url } = saved(situation)
  const changed = change(html)
  expect(changed).not.toBe(html)
  const reading = toSent(roundcube.read(parseViews(changed, roundcube.frames), url))
  return 'found' in reading ? reading.found.map(({ value }) => value) : reading
}

const nobody = { missing: 'no-customer' }
const notUnderstood = { missing: 'not-understood' }

describe('on a message’s own page', () => {
  test('a login that is an address makes our own copies outgoing', () => {
    const withAddress = (html: string) =>
      html.replace('"username":"agent"', '"username":"Agent@support.example"')
    expect(read('message-own-copy', withAddress)).toEqual(['alice.novak@northwind.example'])
  })

  test('a mail to one of our other addresses is from its sender, unless a colleague sent it', () => {
    const toSales = (html: string) => html.replaceAll('agent@support.example', 'sales@support.example')
    expect(read('message-from-customer', toSales)).toEqual(['alice.novak@northwind.example'])
    expect(read('message-colleague-forwards', toSales)).toEqual(nobody)
  })

  test('a sender whose address begins like our login may be ourselves', () => {
    const likeUs = (html: string) =>
      html
        .replaceAll('agent@support.example', 'sales@support.example')
        .replaceAll('alice.novak@northwind.example', 'agent@northwind.example')
    expect(read('message-from-customer', likeUs)).toEqual(nobody)
  })

  test('a mail that went to nobody we can see is nobody’s', () => {
    const undisclosed = (html: string) => html.replace(/<td class="header to">.*?<\/td>/, '')
    expect(read('message-from-customer', undisclosed)).toEqual(nobody)
  })

  test('a sent mail with hidden recipients alone is theirs', () => {
    const hidden = (html: string) => html.replace('<td class="header to">', '<td class="header bcc">')
    expect(read('message-outgoing', hidden)).toEqual(['bernd.mueller@mueller-haustechnik.example'])
  })

  test('a header whose parts disagree is not understood', () => {
    const otherSummary = (html: string) => html.replace('mailto:alice.novak@', 'mailto:eve@')
    expect(read('message-from-customer', otherSummary)).toEqual(notUnderstood)
  })

  test('a header without an address is not understood', () => {
    expect(read('message-from-customer', html => html.replaceAll('mailto:', 'tel:'))).toEqual(notUnderstood)
  })
})

test('a preview that is still being drawn is not understood', () => {
  const { html, url } = saved('preview-from-customer')
  const [page, preview = page] = parseViews(html, roundcube.frames)
  Object.defineProperty(preview, 'readyState', { value: 'loading' })
  expect(roundcube.read([page, preview], url)).toEqual(notUnderstood)
})

test('a reply to a customer and a colleague is the customer’s, and one to two customers is to be chosen', () => {
  const withRecipient = (email: string) => (html: string) =>
    html.replace(
      '<li class="input">',
      `<li class="recipient"><i class="email">${email}</i></li><li class="input">`,
    )
  expect(read('reply', withRecipient('colleague@support.example'))).toEqual(['alice.novak@northwind.example'])
  expect(read('reply', withRecipient('sam.lee@leelogistics.example'))).toHaveProperty('several')
})

test('a reply whose sender is not known yet is not understood', () => {
  expect(read('reply', html => html.replace(/<option [^>]*>agent.*?<\/option>/, ''))).toEqual(notUnderstood)
})

test('text of any length is read in no time', () => {
  const { url } = saved('message-from-customer')
  const endless = ['"username":"'.repeat(20_000), 'rcmail.set_env('.repeat(20_000), 'a@'.repeat(100_000)]
  const pages = endless.map(text =>
    parsePage(`<div id="message-header"><div class="header-summary">
      <a class="rcmContactAddress" href="mailto:${text}"></a></div></div><script>rcmail.set_env(${text})</script>`),
  )
  const before = performance.now()
  for (const page of pages) roundcube.read([page], url)
  expect(performance.now() - before).toBeLessThan(500)
})
