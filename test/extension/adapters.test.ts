// What every adapter keeps to, tried on each one's examples and on every saved page of its host.

import { describe, expect, test } from 'vitest'
import { adapters } from '../../extension/adapters/index.ts'
import { toSent } from '../../extension/page/sent-reading.ts'
import { parsePage, parseViews, savedPages } from './saved-page.ts'

const pages = savedPages()
const emptyPage = parsePage('')

test('every adapter is named for its file and listed once', () => {
  const ids = adapters.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
})

describe.each(adapters)('$id', adapter => {
  const own = pages.filter(({ host }) => host === adapter.id)

  test.each(adapter.examples)('is the only one that claims %s', example => {
    const claiming = adapters.filter(({ claims }) => claims(new URL(example))).map(({ id }) => id)
    expect(
      claiming,
      `Which host is ${example}? Exactly one adapter may claim it: make the others' claims() narrower.`,
    ).toEqual([adapter.id])
  })

  test.each(adapter.examples)('asks permission for %s', example => {
    const { protocol, hostname } = new URL(example)
    const isAsked = adapter.matches.some(pattern => {
      const [, scheme, host] = /^(https?:)\/\/([^/]+)\/\*$/.exec(pattern) ?? []
      return scheme === protocol && (host === hostname || hostname.endsWith(host?.replace(/^\*/, '') ?? '/'))
    })
    expect(isAsked, `No pattern in matches covers ${example}.`).toBe(true)
  })

  test.each(adapter.examples)('finds nobody in an empty document at %s', example => {
    expect(adapter.read([emptyPage], new URL(example))).toHaveProperty('missing')
  })

  test('has saved pages', () => {
    expect(own.length, `Save pages of this host under test/fixtures/pages/${adapter.id}/.`).toBeGreaterThan(0)
  })

  test.each(own)('reads $name', ({ name, url, html, expected }) => {
    const reading = toSent(adapter.read(parseViews(html, adapter.frames), url))
    expect(adapter.claims(url), `${name}.html: its address is not claimed by this adapter.`).toBe(true)
    expect(
      expected,
      `Write test/fixtures/pages/${name}.expected.json; now it reads ${JSON.stringify(reading)}`,
    ).not.toBeNull()
    expect(reading, `${name} reads otherwise: is the rule wrong, or the expectation?`).toEqual(expected)
  })

  test.each(pages.filter(({ host }) => host !== adapter.id))('refuses the address of $name', ({ url }) => {
    expect(adapter.claims(url)).toBe(false)
  })

  test.each(own)('names dated rules on $name', ({ url, html }) => {
    const reading = toSent(adapter.read(parseViews(html, adapter.frames), url))
    for (const rule of 'rules' in reading ? reading.rules : []) expect(rule).toMatch(/-20\d\d-\d\d$/)
  })
})

test('every saved page belongs to a listed adapter', () => {
  const ids = adapters.map(({ id }) => id)
  expect(pages.map(({ host }) => host).filter(host => !ids.includes(host))).toEqual([])
})
