import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Adapter, Reading } from '../../../extension/adapters/adapter.ts'
import type { SentReading } from '../../../extension/messages.ts'
import { burstMs, watchCustomer } from '../../../extension/page/watch-customer.ts'

/** A host whose customer is the text of one element. */
const adapter: Adapter = {
  id: 'plain',
  name: 'Plain',
  matches: [],
  examples: [],
  attributes: ['data-who'],
  claims: ({ pathname }) => !pathname.startsWith('/elsewhere'),
  read: vi.fn(([page]: readonly [Document, ...Document[]]): Reading => {
    const node = page.querySelector('#who')
    const value = node?.textContent ?? ''
    if (value === 'boom') throw new Error('An unforeseen page.')
    return value && node
      ? { found: [{ identity: { kind: 'email', value }, rule: 'text-2026-11', node }] }
      : { missing: 'no-customer' }
  }),
}

let life: AbortController
let said: [question: number, reading: SentReading][]

function start(who: string): void {
  document.body.innerHTML = `<p id="who">${who}</p>`
  watchCustomer(document, {
    adapter,
    signal: life.signal,
    onReading: (question, reading) => said.push([question, reading]),
  })
}

function show(who: string): void {
  const node = document.querySelector('#who')
  if (node) node.textContent = who
}

function lastSaid(): string {
  const [question, reading] = said.at(-1) ?? []
  return `${question} ${reading && 'found' in reading ? reading.found[0]?.value : JSON.stringify(reading)}`
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  life = new AbortController()
  said = []
  history.replaceState(null, '', '/one')
})

afterEach(() => {
  life.abort()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('watching a page', () => {
  test('says at once that it settles, and soon who is there', async () => {
    start('anna@example.com')
    expect(said).toEqual([[1, { settling: true }]])
    await vi.advanceTimersByTimeAsync(100)
    expect(lastSaid()).toBe('1 anna@example.com')
  })

  test('drops the customer in the task of the navigation', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    history.pushState(null, '', '/two')
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(said.at(-1)).toEqual([2, { settling: true }])
  })

  test('accepts a new customer within 250 ms of their being readable', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    history.pushState(null, '', '/two')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.advanceTimersByTimeAsync(700)
    expect(lastSaid()).toBe('2 {"settling":true}')
    show('ben@example.com')
    await vi.advanceTimersByTimeAsync(250)
    expect(lastSaid()).toBe('2 ben@example.com')
  })

  test('holds the previous customer while the page has not been redrawn', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    history.pushState(null, '', '/two')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.advanceTimersByTimeAsync(1400)
    expect(lastSaid()).toBe('2 {"settling":true}')
    await vi.advanceTimersByTimeAsync(200)
    expect(lastSaid()).toBe('2 anna@example.com')
  })

  test('notices a navigation by its changes where no event tells', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    history.pushState(null, '', '/two')
    show('ben@example.com')
    await vi.advanceTimersByTimeAsync(0)
    expect(said.at(-1)).toEqual([2, { settling: true }])
  })

  test('believes a customer drawn anew before 1.5 s, even the same one', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    history.pushState(null, '', '/two')
    window.dispatchEvent(new PopStateEvent('popstate'))
    document.querySelector('#who')?.replaceWith(Object.assign(document.createElement('p'), { id: 'who' }))
    show('anna@example.com')
    await vi.advanceTimersByTimeAsync(burstMs + 100)
    expect(lastSaid()).toBe('2 anna@example.com')
  })

  test('believes a customer whose own element was written anew, with the same text too', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    history.pushState(null, '', '/two')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.advanceTimersByTimeAsync(10)
    show('anna@example.com')
    await vi.advanceTimersByTimeAsync(burstMs + 100)
    expect(lastSaid()).toBe('2 anna@example.com')
  })

  test('reads once for a whole burst of changes', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(200)
    vi.mocked(adapter.read).mockClear()
    for (let n = 0; n < 1000; n++) document.body.append(document.createElement('i'))
    await vi.advanceTimersByTimeAsync(burstMs)
    expect(adapter.read).toHaveBeenCalledTimes(1)
  })

  test('does nothing while the page is hidden and catches up when it is seen', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(200)
    vi.mocked(adapter.read).mockClear()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    show('ben@example.com')
    await vi.advanceTimersByTimeAsync(1000)
    expect(adapter.read).not.toHaveBeenCalled()
    hidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(said.at(-1)).toEqual([2, { settling: true }])
  })

  test('finds no customer where the address is no longer the host’s', async () => {
    start('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    history.pushState(null, '', '/elsewhere')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.advanceTimersByTimeAsync(200)
    expect(said.at(-1)).toEqual([2, { missing: 'no-customer' }])
  })

  test('does not understand a page on which its adapter fails', async () => {
    start('boom')
    await vi.advanceTimersByTimeAsync(1600)
    expect(said.at(-1)).toEqual([1, { missing: 'not-understood' }])
  })

  test('says nothing more once its life ended', async () => {
    start('anna@example.com')
    life.abort()
    show('ben@example.com')
    await vi.advanceTimersByTimeAsync(2000)
    expect(said).toEqual([[1, { settling: true }]])
  })
})

describe('watching a frame the adapter names', () => {
  const framed: Adapter = {
    ...adapter,
    frames: ['#preview'],
    read: ([, preview], url) =>
      preview ? adapter.read([preview], url) : ({ missing: 'no-customer' } satisfies Reading),
  }
  let frame: HTMLElement
  let view: Document

  /** Of a frame this needs only its document, and of that only a window that tells of its end. */
  function load(who: string): void {
    view = document.implementation.createHTMLDocument()
    view.body.innerHTML = `<p id="who">${who}</p>`
    Object.defineProperty(view, 'defaultView', { value: new EventTarget() })
    Object.defineProperty(frame, 'contentDocument', { value: view, configurable: true })
    frame.dispatchEvent(new Event('load'))
  }

  function leave(): void {
    view.defaultView?.dispatchEvent(new Event('pagehide'))
  }

  beforeEach(async () => {
    document.body.innerHTML = '<p id="preview"></p>'
    frame = document.querySelector<HTMLElement>('#preview') ?? document.body
    watchCustomer(document, {
      adapter: framed,
      signal: life.signal,
      onReading: (question, reading) => said.push([question, reading]),
    })
    load('anna@example.com')
    await vi.advanceTimersByTimeAsync(200)
  })

  test('finds who stands in it once it is loaded', () => {
    expect(lastSaid()).toMatch(/anna@example.com$/)
  })

  test('drops the customer in the task in which the frame leaves them', () => {
    leave()
    expect(said.at(-1)?.[1]).toEqual({ settling: true })
  })

  test('finds the next customer, and whoever is drawn over them', async () => {
    leave()
    load('ben@example.com')
    await vi.advanceTimersByTimeAsync(100)
    expect(lastSaid()).toMatch(/ben@example.com$/)
    const node = view.querySelector('#who')
    if (node) node.textContent = 'cleo@example.com'
    await vi.advanceTimersByTimeAsync(burstMs + 100)
    expect(lastSaid()).toMatch(/cleo@example.com$/)
  })

  test('believes the same customer in the next document at once', async () => {
    leave()
    load('anna@example.com')
    await vi.advanceTimersByTimeAsync(100)
    expect(lastSaid()).toMatch(/anna@example.com$/)
  })
})

describe('watching a host that draws in pieces', () => {
  /** Who it is stands in a field, whose content is no text of the page; where they live is drawn later. */
  const inPieces: Adapter = {
    ...adapter,
    attributes: ['readonly'],
    claims: () => true,
    read([page]) {
      const [name, place] = [page.querySelector('input'), page.querySelector('#place')]
      const [who, where] = [name?.value ?? '', place?.textContent ?? '']
      if (!name || !place || where === '') return { missing: 'not-understood' }
      return {
        found: [
          { identity: { kind: 'record', host: 'plain', value: who }, rule: 'name-2026-11', node: name },
          { identity: { kind: 'domain', value: where }, rule: 'place-2026-11', node: place },
        ],
      }
    },
    pieces([page], { pathname }) {
      const [name, place] = [page.querySelector('input'), page.querySelector('#place')]
      const who = name?.value ?? ''
      return [
        ...(name ? [{ node: name, content: who, of: [pathname] }] : []),
        ...(place ? [{ node: place, content: place.textContent ?? '', of: [who] }] : []),
      ]
    },
  }

  function go(path: string): void {
    history.replaceState(null, '', path)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }

  function drawName(who: string): void {
    const field = document.querySelector('input')
    if (!field) return
    field.value = who
    field.setAttribute('readonly', '')
  }

  function drawPlace(where: string): void {
    const place = document.querySelector('#place')
    if (place) place.textContent = where
  }

  beforeEach(async () => {
    document.body.innerHTML = '<input value="anna" readonly><p id="place">oslo.example</p>'
    watchCustomer(document, {
      adapter: inPieces,
      signal: life.signal,
      onReading: (question, reading) => said.push([question, reading]),
    })
    await vi.advanceTimersByTimeAsync(100)
  })

  test('believes what was drawn for the address, as soon as any host', async () => {
    expect(lastSaid()).toBe('1 anna')
    go('/two')
    drawName('ben')
    drawPlace('bergen.example')
    await vi.advanceTimersByTimeAsync(250)
    expect(lastSaid()).toBe('2 ben')
  })

  test('never believes the record before under the address of the next, however long that takes', async () => {
    go('/two')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(said.at(-1)).toEqual([2, { missing: 'not-understood' }])
    drawName('ben')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(said.at(-1)).toEqual([2, { missing: 'not-understood' }])
    drawPlace('bergen.example')
    await vi.advanceTimersByTimeAsync(250)
    expect(lastSaid()).toBe('3 ben')
  })

  test('never believes a piece of the record before that is drawn late, under the address of the next', async () => {
    go('/two')
    drawPlace('oslo2.example')
    await vi.advanceTimersByTimeAsync(2_000)
    drawName('ben')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(said.at(-1)).toEqual([2, { missing: 'not-understood' }])
  })

  test('believes the same content drawn anew for another record', async () => {
    go('/two')
    drawName('anna')
    drawPlace('oslo.example')
    await vi.advanceTimersByTimeAsync(250)
    expect(lastSaid()).toBe('2 anna')
  })

  test('does not understand pieces that cannot be told', async () => {
    vi.spyOn(inPieces, 'pieces').mockImplementation(() => {
      throw new Error('An unforeseen page.')
    })
    drawPlace('bergen.example')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(said.at(-1)?.[1]).toEqual({ missing: 'not-understood' })
  })
})
