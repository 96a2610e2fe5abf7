import { expect, test } from 'vitest'
import { apiOrigin } from '../../extension/api-address.ts'
import { permissionPattern } from '../../extension/site-permission.ts'

test.each([
  ['holdfast.example.com', 'https://holdfast.example.com'],
  [' https://Holdfast.Example.com/dashboard?x=1 ', 'https://holdfast.example.com'],
  ['holdfast.example.com:8443', 'https://holdfast.example.com:8443'],
  ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['localhost:8787', 'http://localhost:8787'],
  ['http://localhost:8787/', 'http://localhost:8787'],
  ['https://localhost', 'https://localhost'],
  ['[::1]:8787', 'http://[::1]:8787'],
])('%s means %s', (typed, origin) => {
  expect(apiOrigin(typed)).toBe(origin)
})

test.each([
  '',
  ' ',
  'https://',
  'two words',
  'http://holdfast.example.com',
  'ftp://a.example',
  '*.example.com',
])('"%s" means no address', typed => {
  expect(apiOrigin(typed)).toBeNull()
})

test.each([
  ['http://127.0.0.1:8787', 'http://127.0.0.1/*'],
  ['https://mail.google.com/*', 'https://mail.google.com/*'],
  ['https://*.example.com/*', 'https://*.example.com/*'],
])('permission for %s is %s', (origin, pattern) => {
  expect(permissionPattern(origin)).toBe(pattern)
})
