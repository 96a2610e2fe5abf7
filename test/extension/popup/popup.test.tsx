import { expect, test } from 'vitest'
import type { HostState } from '../../../extension/messages.ts'
import { findHost } from '../../../extension/popup/find-host.ts'
import { Popup } from '../../../extension/popup/popup.tsx'
import { locales } from '../../../shared/locale.ts'
import { words } from '../../../shared/words/words.ts'
import { fakeDoors } from '../options/doors.ts'
import { paintFace, settled } from '../options/paint-face.tsx'
import { button, click, textOf } from '../panel/paint.tsx'

const hosts: HostState[] = [
  { id: 'gmail', name: 'Gmail', matches: ['https://mail.google.com/*'], enabled: false },
  { id: 'demo-crm', name: 'Demo CRM', matches: ['http://127.0.0.1/*', 'http://localhost/*'], enabled: true },
]
const connection = { origin: 'https://holdfast.example.com', workspace: 'Baltic Print', role: 'agent' }
const mail = new URL('https://mail.google.com/mail/u/0/#inbox')

async function open(page: URL | null, grants = true, locale: (typeof locales)[number] = 'en') {
  const doors = fakeDoors(
    {
      connection: () => connection,
      hosts: () => hosts,
      'enable-host': () => hosts.map(host => ({ ...host, enabled: true })),
    },
    grants,
  )
  let opened = 0
  const root = await paintFace(<Popup page={page} {...doors} openOptions={() => opened++} />, locale)
  return { doors, root, timesOpened: () => opened }
}

test('enables the panel on this site, after the browser gave its permission', async () => {
  const { doors, root } = await open(mail)
  click(button(root, 'Enable on this site'))
  await settled()
  expect(doors.asked).toContain('permission https://mail.google.com/*')
  expect(doors.requests.at(-1)).toEqual({ id: 'gmail' })
  expect(textOf(root)).toContain(words.en.popup.enabledHere('Gmail'))
})

test('says what it wants before the prompt is answered, which may close it', async () => {
  const { doors, root } = await open(mail)
  click(button(root, 'Enable on this site'))
  expect(doors.asked.slice(-2)).toEqual(['permission https://mail.google.com/*', 'enable-host'])
})

test('changes nothing where the permission was not given', async () => {
  const { doors, root } = await open(mail, false)
  click(button(root, 'Enable on this site'))
  await settled()
  expect(doors.asked.filter(asked => asked === 'enable-host')).toHaveLength(1)
  expect(textOf(root)).not.toContain(words.en.popup.enabledHere('Gmail'))
  expect(textOf(root.querySelector('[role=alert]'))).toBe(words.en.popup.refused)
})

test('says what is so on every kind of page, in every language', async () => {
  for (const locale of locales) {
    const say = words[locale].popup
    const said = async (page: URL | null) => textOf((await open(page, true, locale)).root)
    expect(await said(new URL('http://127.0.0.1:4731/demo-crm/customers/7'))).toContain(
      say.enabledHere('Demo CRM'),
    )
    expect(await said(mail)).toContain(say.disabledHere('Gmail'))
    expect(await said(new URL('https://news.example/'))).toContain(say.unknownHere)
    expect(await said(null)).toContain(say.unseenHere)
    expect(await said(mail)).toContain(say.connectedTo('Baltic Print'))
  }
})

test('leads to the options', async () => {
  const { root, timesOpened } = await open(null)
  click(button(root, 'Options'))
  expect(timesOpened()).toBe(1)
})

test('a page belongs to the host at its origin that claims it, and to no other', () => {
  expect(findHost(hosts, mail)?.id).toBe('gmail')
  expect(findHost(hosts, new URL('http://mail.google.com/'))).toBeNull()
  expect(findHost(hosts, new URL('https://mail.google.com.evil.example/'))).toBeNull()
  const roundcube = { ...hosts[1], id: 'roundcube' } as HostState
  const shared = [roundcube, ...hosts]
  expect(findHost(shared, new URL('http://localhost:8080/demo-crm/mail'))?.id).toBe('demo-crm')
  expect(findHost(shared, new URL('http://localhost:8080/?_task=mail'))?.id).toBe('roundcube')
  expect(findHost(shared, new URL('http://localhost:8080/x'))).toBeNull()
})
