import { expect, test } from 'vitest'
import { isSmall, rest, toggle } from '../../../extension/page/placement.ts'

const large = { collapsed: false, resting: false, peeking: false }

test('the handle makes the panel small, and large again', () => {
  const small = toggle(large)
  expect([isSmall(small), small.collapsed]).toEqual([true, true])
  const again = toggle(small)
  expect([isSmall(again), again.collapsed]).toEqual([false, false])
})

test('the panel makes itself small where there is no customer, and that is not remembered', () => {
  const resting = rest(large, true)
  expect([isSmall(resting), resting.collapsed]).toEqual([true, false])
  expect(isSmall(rest(resting, false))).toBe(false)
})

test('opened beside no customer it stays open until a customer came and went', () => {
  const opened = toggle(rest(large, true))
  expect(isSmall(opened)).toBe(false)
  expect(isSmall(rest(opened, true))).toBe(false)
  expect(isSmall(rest(rest(opened, false), true))).toBe(true)
})

test('closed again beside no customer, the next customer still finds it open', () => {
  const closed = toggle(toggle(rest(large, true)))
  expect(isSmall(closed)).toBe(true)
  expect(isSmall(rest(closed, false))).toBe(false)
})

test('left small by the member it stays small for every customer', () => {
  expect(isSmall(rest(rest(toggle(large), true), false))).toBe(true)
})
