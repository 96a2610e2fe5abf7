import { beforeEach, expect, test } from 'vitest'
import type { Piece } from '../../../extension/adapters/adapter.ts'
import { DrawnPieces } from '../../../extension/page/drawn-pieces.ts'

let drawn: DrawnPieces
let observer: MutationObserver
let node: HTMLElement

beforeEach(() => {
  document.body.innerHTML = '<section><p id="piece"><b></b></p><i></i></section>'
  node = document.querySelector<HTMLElement>('#piece') ?? document.body
  drawn = new DrawnPieces()
  observer = new MutationObserver(() => {})
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
})

function piece(of: string, content = 'anna'): Piece {
  return { node, content, of: of.split('/').filter(part => part !== '') }
}

/** Is it left standing from before, after what was changed in the page until now? */
function isLeft(...pieces: Piece[]): boolean {
  drawn.note(pieces, observer.takeRecords())
  return drawn.left(pieces).has(node)
}

test('a piece that is seen for the first time belongs to what the page says then', () => {
  expect(isLeft(piece('parties/7'))).toBe(false)
})

test('a piece that stays as it was, as the page says something else, is left standing', () => {
  isLeft(piece('parties/7'))
  expect(isLeft(piece('parties/8'))).toBe(true)
  expect(isLeft(piece('parties/8'))).toBe(true)
  expect(isLeft(piece('parties/7'))).toBe(false)
})

test('a piece that was drawn anew belongs to what the page says by then, with the same content too', () => {
  isLeft(piece('parties/7'))
  node.querySelector('b')?.setAttribute('class', 'drawn')
  expect(isLeft(piece('parties/8'))).toBe(false)
})

test('another content was drawn, even where nothing tells of a change', () => {
  isLeft(piece('parties/7'))
  expect(isLeft(piece('parties/8', 'ben'))).toBe(false)
})

test('a change beside a piece draws nothing in it', () => {
  isLeft(piece('parties/7'))
  document.querySelector('i')?.setAttribute('class', 'drawn')
  expect(isLeft(piece('parties/8'))).toBe(true)
})

test('a piece that was taken out and put back is as it was', () => {
  isLeft(piece('parties/7'))
  document.querySelector('section')?.append(node)
  expect(isLeft(piece('parties/8'))).toBe(true)
})

test('a piece that changed on a view out of sight belongs to what the page says when it is seen again', () => {
  isLeft(piece('parties/7'))
  node.setAttribute('class', 'drawn')
  isLeft()
  expect(isLeft(piece('parties/8'))).toBe(false)
})

test('what is drawn before the page says all goes over to what it says then, and to nothing else after', () => {
  isLeft(piece('parties'))
  expect(isLeft(piece('parties/7'))).toBe(false)
  expect(isLeft(piece('parties/77'))).toBe(true)
  expect(isLeft(piece('parties'))).toBe(true)
})

test('a thousand changes deep in a page are noted in no time', () => {
  let deep: Element = node
  for (let n = 0; n < 200; n++) deep = deep.appendChild(document.createElement('div'))
  observer.takeRecords()
  for (let n = 0; n < 1000; n++) deep.append(document.createElement('i'))
  const changes = observer.takeRecords()
  const before = performance.now()
  drawn.note([piece('parties/7')], changes)
  expect(performance.now() - before).toBeLessThan(20)
})
