import { expect, test } from 'vitest'
import { gmail } from '../../../extension/adapters/gmail.ts'
import { parsePage } from '../saved-page.ts'

const url = new URL(gmail.examples[1] ?? '')

function thread(title: string, label: string, email: string, name: string): Document {
  const page = parsePage(
    '<main role="main"><h2 class="hP"></h2><div class="adn ads"><p class="gD"></p></div></main>',
  )
  page.title = title
  const account = page.createElement('a')
  account.setAttribute('href', 'https://accounts.google.com/SignOutOptions')
  account.setAttribute('aria-label', label)
  page.body.append(account)
  const sender = page.querySelector('.gD')
  sender?.setAttribute('email', email)
  sender?.setAttribute('name', name)
  return page
}

test('text of any length is read in no time', () => {
  const endless = 'a.a.a.'.repeat(20_000)
  const addresses = `${'a@'.repeat(50_000)}@`
  const pages = [endless, addresses, ' via'.repeat(30_000), ' - '.repeat(40_000)].map(text =>
    thread(`${text} - me@example.com - Gmail`, `(@${text})`, text, text),
  )
  const before = performance.now()
  for (const page of pages) gmail.read([page], url)
  expect(performance.now() - before).toBeLessThan(500)
})

test('a name with "via" in it is a person’s unless it stands between two words', () => {
  const read = (name: string) =>
    gmail.read([thread('Hi - me@example.com - Gmail', '', 'via@roma.example', name)], url)
  expect(read('Via Roma')).toHaveProperty('found')
  expect(read('Slavia Praha')).toHaveProperty('found')
  expect(read("'Anna' via Orders")).toEqual({ missing: 'no-customer' })
})

test.each([
  ['the other Gmail way of writing an own address', 'me.myself+shop@gmail.com', 'memyself@googlemail.com'],
  ['an own address in capitals', 'me@example.com', 'ME@EXAMPLE.COM'],
])('%s is recognised', (_name, own, sender) => {
  expect(gmail.read([thread(`Hi - ${own} - Gmail`, '', sender, 'Me')], url)).toEqual({
    missing: 'not-understood',
  })
})
