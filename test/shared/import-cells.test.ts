import { describe, expect, it } from 'vitest'
import { readCurrency, readOrdinal, readScore, readText } from '../../shared/import-cells.ts'

describe('a text', () => {
  it('loses the apostrophe of a guarded export and nothing else', () => {
    expect(readText("'+370 612 34567")).toBe('+370 612 34567')
    expect(readText("'=HYPERLINK(1)")).toBe('=HYPERLINK(1)')
    expect(readText("'＝1")).toBe('＝1')
    expect(readText("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
    expect(readText("  O'Neill ")).toBe("O'Neill")
  })
})

describe('a currency', () => {
  it('is a code or a mark of one currency', () => {
    expect(['EUR', 'eur', ' € ', 'евро', 'руб.', 'zł'].map(readCurrency)).toEqual([
      'EUR',
      'EUR',
      'EUR',
      'EUR',
      'RUB',
      'PLN',
    ])
    expect(['$', 'XQQ', 'EURO EURO', '', 'constructor'].map(readCurrency)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('a score', () => {
  it('is a whole number from 0 to 10', () => {
    expect(['0', '10', '9.0', '9,0', '7/10', '7 / 10'].map(readScore)).toEqual([0, 10, 9, 9, 7, 7])
    expect(['11', '-1', '9.5', '7/5', '', 'nine', '1e1'].map(readScore)).toEqual(Array(7).fill(null))
  })
})

describe('an ordinal', () => {
  it('counts from 1', () => {
    expect(['1', '255', '0', '-1', '1.5', '', '9999999999'].map(readOrdinal)).toEqual([
      1,
      255,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})
