import { beforeEach, describe, expect, test } from 'vitest'
import type { ConnectFailure, Connection, HostState } from '../../../extension/messages.ts'
import { OptionsPage } from '../../../extension/options/options-page.tsx'
import { type Preferences, usualPreferences } from '../../../extension/preferences.ts'
import type { Locale } from '../../../shared/locale.ts'
import { locales } from '../../../shared/locale.ts'
import { words } from '../../../shared/words/words.ts'
import { button, click, textOf, type } from '../panel/paint.tsx'
import { type FakeDoors, fakeDoors } from './doors.ts'
import { paintFace, settled } from './paint-face.tsx'

const connection: Connection = {
  origin: 'https://holdfast.example.com',
  workspace: 'Baltic Print',
  role: 'agent',
}
const hosts: HostState[] = [
  { id: 'gmail', name: 'Gmail', matches: ['https://mail.google.com/*'], enabled: false },
  { id: 'demo-crm', name: 'Demo CRM', matches: ['http://127.0.0.1/*'], enabled: true },
]

async function open(doors: FakeDoors, section: 'connect' | 'hosts', locale: Locale = 'en') {
  location.hash = section
  return await paintFace(
    <OptionsPage {...doors} preferences={usualPreferences} prefer={async () => {}} />,
    locale,
  )
}

async function connect(doors: FakeDoors, address: string, token: string, locale: Locale = 'en') {
  const root = await open(doors, 'connect', locale)
  const [addressInput, tokenInput] = root.querySelectorAll('input')
  type(addressInput as HTMLInputElement, address)
  type(tokenInput as HTMLInputElement, token)
  click(root.querySelector<HTMLButtonElement>('button[type=submit]') as HTMLButtonElement)
  await settled()
  return root
}

const notConnected = { connection: () => null }

beforeEach(() => {
  location.hash = ''
})

describe('connecting', () => {
  test("asks the browser's permission before the Worker, and shows what was found", async () => {
    const doors = fakeDoors({ ...notConnected, connect: () => connection })
    const root = await connect(doors, 'holdfast.example.com', ' hf_token ')
    expect(doors.asked).toEqual(['connection', 'permission https://holdfast.example.com', 'connect'])
    expect(doors.requests.at(-1)).toEqual({ address: 'https://holdfast.example.com', token: 'hf_token' })
    expect(textOf(root)).toContain('Connected')
    expect(textOf(root)).toContain('Baltic Print')
    expect(textOf(root)).toContain('agent')
  })

  test('never sends a token where the permission was not given', async () => {
    const doors = fakeDoors(notConnected, false)
    const root = await connect(doors, 'holdfast.example.com', 'hf_token')
    expect(doors.asked).not.toContain('connect')
    expect(textOf(root.querySelector('[role=alert]'))).toBe(
      words.en.options.connect.failures['no-permission'],
    )
  })

  test('asks nobody where the address cannot be one', async () => {
    for (const address of [
      '',
      'http://holdfast.example.com',
      'ftp://holdfast.example.com',
      'not an address',
    ]) {
      const doors = fakeDoors(notConnected)
      const root = await connect(doors, address, 'hf_token')
      expect(doors.asked).toEqual(['connection'])
      expect(textOf(root.querySelector('[role=alert]'))).toContain('https')
      expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
    }
  })

  test('may use plain http on this computer alone', async () => {
    const doors = fakeDoors({ ...notConnected, connect: () => connection })
    await connect(doors, 'localhost:8787', 'hf_token')
    expect(doors.asked).toContain('permission http://localhost:8787')
  })

  test('answers every failure in words, in every language', async () => {
    for (const locale of locales) {
      const failures = words[locale].options.connect.failures
      for (const failed of Object.keys(failures) as ConnectFailure['failed'][]) {
        const doors = fakeDoors({ ...notConnected, connect: () => ({ failed }) })
        const root = await connect(doors, 'holdfast.example.com', 'hf_token', locale)
        expect(textOf(root.querySelector('[role=alert]'))).toBe(failures[failed])
        expect(root.querySelector('[aria-invalid=true]')).toBe(document.activeElement)
      }
    }
  })

  test('leads to the token where only that is wrong', async () => {
    const doors = fakeDoors({ ...notConnected, connect: () => ({ failed: 'wrong-token' }) })
    await connect(doors, 'holdfast.example.com', 'hf_token')
    expect(document.activeElement).toBe(document.querySelectorAll('input')[1])
  })

  test('hides the token until it is to be seen', async () => {
    const root = await open(fakeDoors(notConnected), 'connect')
    const token = root.querySelectorAll('input')[1] as HTMLInputElement
    expect(token.type).toBe('password')
    click(button(root, 'show'))
    expect(token.type).toBe('text')
  })

  test('says so where the extension was replaced meanwhile', async () => {
    const root = await connect(fakeDoors(notConnected), 'holdfast.example.com', 'hf_token')
    expect(textOf(root.querySelector('[role=alert]'))).toBe(words.en.options.backgroundGone)
    expect(textOf(await open(fakeDoors({}), 'connect'))).toContain(words.en.options.backgroundGone)
  })
})

describe('connected', () => {
  test('disconnecting leads back to the form', async () => {
    const doors = fakeDoors({ connection: () => connection, disconnect: () => null })
    const root = await open(doors, 'connect')
    click(button(root, 'Disconnect'))
    await settled()
    expect(doors.asked).toEqual(['connection', 'disconnect'])
    expect(root.querySelector('form')).not.toBeNull()
  })

  test('a role of a newer Worker is shown as it is', async () => {
    const root = await open(fakeDoors({ connection: () => ({ ...connection, role: 'auditor' }) }), 'connect')
    expect(textOf(root)).toContain('auditor')
  })
})

describe('hosts', () => {
  const enabled = hosts.map(host => ({ ...host, enabled: true }))

  test('are enabled after the browser gave its permission', async () => {
    const doors = fakeDoors({ hosts: () => hosts, 'enable-host': () => enabled })
    const root = await open(doors, 'hosts')
    click(root.querySelector<HTMLButtonElement>('.button.main') as HTMLButtonElement)
    await settled()
    expect(doors.asked.filter(asked => asked !== 'connection')).toEqual([
      'hosts',
      'permission https://mail.google.com/*',
      'enable-host',
    ])
    expect(root.querySelectorAll('.good-ink')).toHaveLength(2)
  })

  test('stay as they are where the permission was not given', async () => {
    const doors = fakeDoors({ hosts: () => hosts }, false)
    const root = await open(doors, 'hosts')
    click(root.querySelector<HTMLButtonElement>('.button.main') as HTMLButtonElement)
    await settled()
    expect(doors.asked).not.toContain('enable-host')
    expect(textOf(root.querySelector('[role=alert]'))).toBe(words.en.options.hosts.refused)
  })

  test('are disabled without asking the browser', async () => {
    const doors = fakeDoors({
      hosts: () => hosts,
      'disable-host': () => hosts.map(host => ({ ...host, enabled: false })),
    })
    const root = await open(doors, 'hosts')
    click(button(root, words.en.options.hosts.disable('Demo CRM')))
    await settled()
    expect(doors.asked.filter(asked => asked !== 'connection')).toEqual(['hosts', 'disable-host'])
    expect(doors.requests.at(-1)).toEqual({ id: 'demo-crm' })
    expect(root.querySelectorAll('.good-ink')).toHaveLength(0)
  })
})

describe('a section', () => {
  const opened = async (section: string) => {
    location.hash = section
    dispatchEvent(new Event('hashchange'))
    await settled()
  }
  const shownTitle = (root: HTMLElement) => textOf(root.querySelector('main > div:not([hidden]) h1'))
  const current = (root: HTMLElement) => textOf(root.querySelector('[aria-current=page]'))

  test('has an address of its own', async () => {
    const root = await open(fakeDoors({ ...notConnected, hosts: () => hosts }), 'connect')
    expect([current(root), shownTitle(root)]).toEqual(['Connection', 'Connection'])
    for (const [section, title] of [
      ['hosts', 'Sites'],
      ['import', 'Import'],
      ['language', 'Language'],
      ['theme', 'Theme'],
    ] as const) {
      await opened(section)
      expect([current(root), shownTitle(root)]).toEqual([title, title])
    }
  })

  test('is left as it was while another one is shown, and says that it is not saved', async () => {
    const root = await open(fakeDoors({ ...notConnected, hosts: () => hosts }), 'connect')
    const link = () => textOf(root.querySelector('a[href="#connect"]'))
    type(root.querySelector('input') as HTMLInputElement, 'holdfast.example.com')
    await settled()
    await opened('hosts')
    expect(link()).toContain('not saved yet')
    await opened('connect')
    expect(root.querySelector('input')?.value).toBe('holdfast.example.com')
    type(root.querySelector('input') as HTMLInputElement, '')
    await settled()
    expect(link()).toBe('Connection')
  })
})

describe('how a member wants it', () => {
  const choose = async (
    section: 'language' | 'theme',
    value: string,
    prefer: (wish: Preferences) => Promise<void>,
  ) => {
    location.hash = section
    const doors = fakeDoors(notConnected)
    const root = await paintFace(
      <OptionsPage {...doors} preferences={{ language: 'ru', theme: 'dark' }} prefer={prefer} />,
    )
    root.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click()
    await settled()
    return root
  }

  test('is kept as soon as it is chosen, everything else as it was', async () => {
    const wishes: Preferences[] = []
    const keep = async (wish: Preferences) => void wishes.push(wish)
    await choose('language', 'lt', keep)
    await choose('theme', 'automatic', keep)
    expect(wishes).toEqual([
      { language: 'lt', theme: 'dark' },
      { language: 'ru', theme: 'automatic' },
    ])
  })

  test('says so where it could not be kept', async () => {
    const root = await choose('theme', 'light', async () => {
      throw new Error('gone')
    })
    expect(textOf(root.querySelector('main > div:not([hidden]) [role=alert]'))).toBe(
      words.en.options.backgroundGone,
    )
  })
})
