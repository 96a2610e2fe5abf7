import { beforeEach, expect, test, vi } from 'vitest'
import { keepQuestion } from '../../../extension/background/questions.ts'
import { saveSession } from '../../../extension/background/session.ts'
import {
  disableHost,
  enableHost,
  enableWished,
  hostStates,
  leaveWithoutPermission,
  mayAccess,
  restoreHosts,
  wishLifeMs,
} from '../../../extension/background/site-access.ts'
import { forgetEverything, granted, injected, registered, tabs, told } from '../fake-browser.ts'
import { now, session, useFreshDatabase } from './kept.ts'

vi.mock('wxt/browser', () => import('../fake-browser.ts'))

useFreshDatabase()
beforeEach(forgetEverything)

const gmail = 'https://mail.google.com/*'

async function enabledHosts(): Promise<string[]> {
  return (await hostStates()).filter(({ enabled }) => enabled).map(({ id }) => id)
}

async function grantAndEnable(): Promise<void> {
  granted.add(gmail)
  await enableHost('gmail', now)
}

test('a fresh installation runs nowhere', async () => {
  expect(await enabledHosts()).toEqual([])
  expect(registered.size).toBe(0)
})

test('a host is enabled only after the browser granted it', async () => {
  await enableHost('gmail', now)
  expect(await enabledHosts()).toEqual([])
  expect(registered.size).toBe(0)
  await grantAndEnable()
  expect(await enabledHosts()).toEqual(['gmail'])
  expect(registered.get('gmail')).toMatchObject({ matches: [gmail], js: ['page.js'], runAt: 'document_idle' })
})

test('a host asked for is enabled by the grant itself, even where whoever asked is gone by then', async () => {
  await enableHost('gmail', now)
  await enableWished(now + 1)
  expect(await enabledHosts()).toEqual([])
  granted.add(gmail)
  await enableWished(now + wishLifeMs)
  expect(await enabledHosts()).toEqual(['gmail'])
  expect([...registered.keys()]).toEqual(['gmail'])
})

test('a wish that was not granted enables nothing later', async () => {
  await enableHost('gmail', now)
  granted.add(gmail)
  await enableWished(now + wishLifeMs + 1)
  await restoreHosts()
  expect(await enabledHosts()).toEqual([])
  expect(registered.size).toBe(0)
})

test('the grant and the page that saw it may both enable a host', async () => {
  await enableHost('gmail', now)
  granted.add(gmail)
  await Promise.all([enableWished(now), enableHost('gmail', now), enableHost('gmail', now)])
  expect(await enabledHosts()).toEqual(['gmail'])
})

test('tabs that are already open get the content script at once, and no others', async () => {
  tabs.push({ id: 1, url: 'https://mail.google.com/mail/u/0/' }, { id: 2, url: 'https://bank.example/' })
  await grantAndEnable()
  expect(injected).toEqual([1])
})

test('enabled twice it is registered once', async () => {
  await grantAndEnable()
  await grantAndEnable()
  expect(registered.size).toBe(1)
})

test('an unknown host is never enabled', async () => {
  await enableHost('nobody', now)
  expect(registered.size).toBe(0)
})

test('disabled, it leaves its pages and gives the permission back', async () => {
  tabs.push({ id: 1, url: 'https://mail.google.com/mail/u/0/' })
  await grantAndEnable()
  await keepQuestion({
    tabId: 1,
    page: 'page-one',
    question: 1,
    host: 'gmail',
    reading: { settling: true },
    chosen: null,
    at: now,
  })
  await disableHost('gmail')
  expect(await enabledHosts()).toEqual([])
  expect(registered.size).toBe(0)
  expect(told).toEqual([{ tabId: 1, message: { name: 'step-aside' } }])
  expect(granted.has(gmail)).toBe(false)
})

test('a permission the API itself needs is kept', async () => {
  await saveSession({ ...session, origin: 'http://127.0.0.1:8787' })
  for (const pattern of ['http://127.0.0.1/*', 'http://localhost/*']) granted.add(pattern)
  await enableHost('demo-crm', now)
  await disableHost('demo-crm')
  expect([...granted]).toEqual(['http://127.0.0.1/*'])
})

test('a permission taken away in the browser disables the host', async () => {
  await grantAndEnable()
  granted.clear()
  await leaveWithoutPermission()
  expect(registered.size).toBe(0)
  granted.add(gmail)
  expect(await enabledHosts()).toEqual([])
})

test('after an update enabled hosts are registered and their open tabs served again', async () => {
  await grantAndEnable()
  registered.clear()
  tabs.push({ id: 1, url: 'https://mail.google.com/mail/u/0/' })
  await restoreHosts()
  expect([...registered.keys()]).toEqual(['gmail'])
  expect(injected).toEqual([1])
})

test('an origin may be asked with whatever port, once its host is granted', async () => {
  granted.add('http://127.0.0.1/*')
  expect(await mayAccess('http://127.0.0.1:8787')).toBe(true)
  expect(await mayAccess('https://api.example.com')).toBe(false)
})
