import { describe, expect, it } from 'vitest'
import { oneAhead } from '../../../../extension/options/import/one-ahead.ts'

/** Yields what is listed, failing at the word `fails`; `made` says how far it has come. */
async function* making(values: readonly string[], made: string[]): AsyncGenerator<string> {
  try {
    for (const value of values) {
      if (value === 'fails') throw new Error('It failed.')
      made.push(value)
      yield value
    }
  } finally {
    made.push('over')
  }
}

const aMoment = () => new Promise(resolve => setTimeout(resolve))

describe('one ahead', () => {
  it('hands out every value in order', async () => {
    expect(await Array.fromAsync(oneAhead(making(['a', 'b', 'c'], [])))).toEqual(['a', 'b', 'c'])
    expect(await Array.fromAsync(oneAhead(making([], [])))).toEqual([])
  })

  it('makes the next value while the one before is used, and no more than that', async () => {
    const made: string[] = []
    const seen: string[][] = []
    for await (const _ of oneAhead(making(['a', 'b', 'c'], made))) {
      await aMoment()
      seen.push([...made])
    }
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c', 'over'],
    ])
  })

  it('hands out what was made before a failure, and then fails', async () => {
    const used: string[] = []
    const useAll = async () => {
      for await (const value of oneAhead(making(['a', 'b', 'fails'], []))) {
        await aMoment()
        used.push(value)
      }
    }
    await expect(useAll()).rejects.toThrow('It failed.')
    expect(used).toEqual(['a', 'b'])
  })

  it('ends the making where nobody wants more', async () => {
    const made: string[] = []
    for await (const _ of oneAhead(making(['a', 'b', 'c'], made))) break
    expect(made).toEqual(['a', 'b', 'over'])
  })
})
