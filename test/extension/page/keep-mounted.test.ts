import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { countDisturbances, keepMounted, pauseMs } from '../../../extension/page/keep-mounted.ts'

describe('the pause before mounting again', () => {
  test('is none at first, doubles, and ends at half a minute', () => {
    expect([1, 2, 3, 4, 20].map(pauseMs)).toEqual([0, 100, 200, 400, 30_000])
  })

  test('begins anew after half a minute of calm', () => {
    expect(countDisturbances(7, 29_999)).toBe(8)
    expect(countDisturbances(7, 30_000)).toBe(1)
  })
})

describe('an element that is kept mounted', () => {
  let life: AbortController
  let built: HTMLElement[]

  beforeEach(async () => {
    life = new AbortController()
    built = []
    keepMounted(document, {
      signal: life.signal,
      attributes: ['data-small'],
      build: async () => {
        const element = document.createElement('div')
        built.push(element)
        return element
      },
    })
    await vi.waitFor(() => expect(standing()).toEqual(built))
  })

  afterEach(() => life.abort())

  function standing(): Element[] {
    return [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV')
  }

  async function comesBack(): Promise<void> {
    await vi.waitFor(() => expect(built).toHaveLength(2))
    await vi.waitFor(() => expect(standing()).toEqual([built[1]]))
  }

  test('comes back as a new one when it is removed', async () => {
    built[0]?.remove()
    await comesBack()
  })

  test('comes back to its place when it is moved', async () => {
    if (built[0]) document.body.append(built[0])
    await comesBack()
    expect(built[0]?.isConnected).toBe(false)
  })

  test('is built anew when it was taken out and put back at once', async () => {
    if (built[0]) document.documentElement.append(document.body, built[0])
    await comesBack()
  })

  test('comes back without what the page hung on it', async () => {
    built[0]?.setAttribute('inert', '')
    await comesBack()
    expect(built[1]?.hasAttribute('inert')).toBe(false)
  })

  test('keeps attributes of its own', async () => {
    built[0]?.setAttribute('data-small', '')
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(built).toHaveLength(1)
  })

  test('is gone for good once its life ends', async () => {
    life.abort()
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(standing()).toEqual([])
    expect(built).toHaveLength(1)
  })
})
