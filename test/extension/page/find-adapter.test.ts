import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Adapter } from '../../../extension/adapters/adapter.ts'
import { findAdapter } from '../../../extension/page/find-adapter.ts'

const adapter: Adapter = {
  id: 'hashes',
  name: 'Hashes',
  matches: [],
  examples: [],
  attributes: [],
  claims: ({ hash }) => hash.startsWith('#records/'),
  read: () => ({ missing: 'no-customer' }),
}

let life: AbortController
let found: string[]

beforeEach(() => {
  life = new AbortController()
  found = []
})

afterEach(() => life.abort())

function look(): void {
  findAdapter(document, [adapter], life.signal, ({ id }) => found.push(id))
}

function go(hash: string): void {
  history.replaceState(null, '', hash)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

test('a page at an address of a host is read at once, and by one reader', () => {
  go('#records/1')
  look()
  expect(found).toEqual(['hashes'])
  go('#records/2')
  expect(found).toEqual(['hashes'])
})

test('a page that opens at an address of nobody is read once it comes to one of a host', () => {
  go('#sign-in')
  look()
  go('#start')
  expect(found).toEqual([])
  go('#records/1')
  expect(found).toEqual(['hashes'])
})

test('nothing is found once its life ended', () => {
  go('#sign-in')
  look()
  life.abort()
  go('#records/1')
  expect(found).toEqual([])
})
