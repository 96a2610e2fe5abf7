import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { waitForNetwork } from '../../../../extension/options/import/wait-for-network.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('ends after its time', async () => {
  const over = vi.fn()
  void waitForNetwork(1000, new AbortController().signal).then(over)
  await vi.advanceTimersByTimeAsync(999)
  expect(over).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(over).toHaveBeenCalledOnce()
})

it('ends at once when the network is back', async () => {
  const waiting = waitForNetwork(30_000, new AbortController().signal)
  dispatchEvent(new Event('online'))
  await waiting
  expect(vi.getTimerCount()).toBe(0)
})

it('ends when nobody waits any more, also where that was before', async () => {
  const life = new AbortController()
  const waiting = waitForNetwork(30_000, life.signal)
  life.abort(new Error('over'))
  await expect(waiting).rejects.toThrow('over')
  await expect(waitForNetwork(30_000, life.signal)).rejects.toThrow('over')
  expect(vi.getTimerCount()).toBe(0)
})
