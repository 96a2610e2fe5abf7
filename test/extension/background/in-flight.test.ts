import { expect, test, vi } from 'vitest'
import { InFlight } from '../../../extension/background/in-flight.ts'

function deferred(): { ask: (signal: AbortSignal) => Promise<string>; answer: (text: string) => void } {
  const { promise, resolve } = Promise.withResolvers<string>()
  return { ask: vi.fn(() => promise), answer: resolve }
}

const never = new AbortController().signal

test('however many ask the same, one request is made', async () => {
  const flights = new InFlight<string>()
  const { ask, answer } = deferred()
  const waiting = [flights.join('anna', ask, never), flights.join('anna', ask, never)]
  answer('hello')
  expect(await Promise.all(waiting)).toEqual(['hello', 'hello'])
  expect(ask).toHaveBeenCalledTimes(1)
})

test('who leaves hears nothing, and who stays hears the answer', async () => {
  const flights = new InFlight<string>()
  const { ask, answer } = deferred()
  const leaving = new AbortController()
  const left = flights.join('anna', ask, leaving.signal)
  const stayed = flights.join('anna', ask, never)
  leaving.abort()
  answer('hello')
  await expect(left).rejects.toThrow()
  expect(await stayed).toBe('hello')
})

test('a request nobody waits for is given up, and the next one asks anew', async () => {
  const flights = new InFlight<string>()
  const given: AbortSignal[] = []
  const ask = (signal: AbortSignal) => {
    given.push(signal)
    return new Promise<string>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  }
  const leaving = new AbortController()
  const left = flights.join('anna', ask, leaving.signal)
  leaving.abort()
  await expect(left).rejects.toThrow()
  expect(given[0]?.aborted).toBe(true)
  flights.join('anna', ask, never).catch(() => {})
  expect(given).toHaveLength(2)
})

test('after an answer the same question is asked anew', async () => {
  const flights = new InFlight<string>()
  const ask = vi.fn(async () => 'hello')
  await flights.join('anna', ask, never)
  await flights.join('anna', ask, never)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('who was gone before joining starts nothing', async () => {
  const ask = vi.fn(async () => 'hello')
  await expect(new InFlight<string>().join('anna', ask, AbortSignal.abort())).rejects.toThrow()
  expect(ask).not.toHaveBeenCalled()
})
