import { afterEach, expect, test } from 'vitest'
import { hostScheme, schemeOfGround } from '../../../extension/page/host-scheme.ts'

afterEach(() => {
  document.body.removeAttribute('style')
  document.documentElement.removeAttribute('style')
})

test.each([
  ['rgb(255, 255, 255)', 'light'],
  ['rgb(21, 24, 28)', 'dark'],
  ['rgba(30, 30, 30, 0.95)', 'dark'],
  ['rgb(250 250 250 / 1)', 'light'],
  ['rgba(0, 0, 0, 0)', null],
  ['rgba(0, 0, 0, 0.2)', null],
  ['color(srgb 0 0 0)', null],
])('a ground of %s is %s', (colour, scheme) => {
  expect(schemeOfGround(colour)).toBe(scheme)
})

test("the body's ground counts before the document's", () => {
  document.documentElement.style.backgroundColor = 'rgb(255, 255, 255)'
  document.body.style.backgroundColor = 'rgb(10, 10, 10)'
  expect(hostScheme(document)).toBe('dark')
})

test('a page without any ground of its own is light', () => {
  expect(hostScheme(document)).toBe('light')
})
