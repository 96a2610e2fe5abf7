import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessSeparator, separators } from '../../../../extension/options/import/separator.ts'

describe('the separator of a file', () => {
  it('cuts its first lines into the same number of cells', () => {
    expect(guessSeparator('name;amount\nAsta, Ona;1,50\nJonas;2,00\n')).toBe(';')
    expect(guessSeparator('name,amount\n"Asta; Ona",1.50\n')).toBe(',')
    expect(guessSeparator('name\tamount\nAsta, Ona; Rūta\t1,50\n')).toBe('\t')
    expect(guessSeparator('name|amount\nAsta|1,50\n')).toBe('|')
  })

  it('is not taken from within quotes', () => {
    expect(guessSeparator('"a;b;c","d;e;f"\n"1;2;3","4\n;;5"\n')).toBe(',')
  })

  it('is a comma where there is nothing to separate', () => {
    expect(['', 'email', 'email\nasta@example.com\n'].map(guessSeparator)).toEqual([',', ',', ','])
  })

  it('is found in any table of words', () => {
    const word = fc.stringMatching(/^[a-zž]{1,8}$/)
    const table = fc.integer({ min: 2, max: 6 }).chain(width => {
      const row = fc.array(word, { minLength: width, maxLength: width })
      return fc.array(row, { minLength: 2, maxLength: 40 })
    })
    fc.assert(
      fc.property(table, fc.constantFrom(...separators), (rows, separator) => {
        expect(guessSeparator(rows.map(row => row.join(separator)).join('\n'))).toBe(separator)
      }),
    )
  })
})
