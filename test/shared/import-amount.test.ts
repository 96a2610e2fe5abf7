import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyInAmount, type DecimalMark, guessDecimal, readAmount } from '../../shared/import-amount.ts'

const marks = fc.constantFrom<DecimalMark>('point', 'comma')

/** An amount as a file writes it. */
function write(minor: number, decimal: DecimalMark, group: string): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group)
  return `${minor < 0 ? '-' : ''}${whole}${decimal === 'point' ? '.' : ','}${digits.slice(-2)}`
}
const groups: Record<DecimalMark, string[]> = { point: ['', ',', ' ', "'"], comma: ['', '.', ' ', "'"] }

describe('an amount', () => {
  it('comes back in minor units from every way of writing it', () => {
    const amounts = fc.integer({ min: -9_000_000_000_000_000, max: 9_000_000_000_000_000 })
    fc.assert(
      fc.property(amounts, marks, (minor, decimal) => {
        for (const group of groups[decimal]) {
          expect(readAmount(write(minor, decimal, group), decimal, 'EUR')).toBe(minor)
        }
      }),
    )
  })

  it.each([
    ['1.234,56', 'comma', 123_456],
    ['1 234,56', 'comma', 123_456],
    ['1\u00A0234,56', 'comma', 123_456],
    ['1\u202F234,5 €', 'comma', 123_450],
    ["1'234.56", 'point', 123_456],
    ['1’234.56', 'point', 123_456],
    ['-5', 'point', -500],
    ['−5', 'point', -500],
    ['5-', 'point', -500],
    ["'-5", 'point', -500],
    ['(5.00)', 'point', -500],
    ['($5.00)', 'point', -500],
    ['-€5', 'point', -500],
    ['€ -5', 'point', -500],
    ['€ 12', 'point', 1200],
    ['12 EUR', 'point', 1200],
    ['EUR12', 'point', 1200],
    ['12,5 руб.', 'comma', 1250],
    ['$1,234', 'point', 123_400],
    ['.5', 'point', 50],
    ['5.', 'point', 500],
    ['0', 'comma', 0],
    ['-0.00', 'point', 0],
    ['22.200000000000003', 'point', 2220],
    ['0.995', 'point', 100],
    ['-0.995', 'point', -100],
  ] as const)('%j with a %s is %i', (text, decimal, minor) => {
    expect(readAmount(text, decimal, 'EUR')).toBe(minor)
  })

  it.each([
    ['1.234,56', 'point'],
    ['1,234.56', 'comma'],
    ['1,23', 'point'],
    ['1.23', 'comma'],
    ['12.34.56', 'comma'],
    ['1.234 567', 'comma'],
    ['12 kg', 'point'],
    ['12abc', 'point'],
    ['EUR 12 EUR', 'point'],
    ['(5', 'point'],
    ['', 'point'],
    ['-', 'point'],
    ['.', 'point'],
    ['1e3', 'point'],
    ['NaN', 'point'],
    ['=1+1', 'point'],
    ['99999999999999999999', 'point'],
    ['9'.repeat(100_000), 'point'],
  ] as const)('%.20j with a %s is none', (text, decimal) => {
    expect(readAmount(text, decimal, 'EUR')).toBeNull()
  })

  it('has as many decimals as its currency', () => {
    expect(readAmount('1234', 'point', 'JPY')).toBe(1234)
    expect(readAmount('1234.5', 'point', 'JPY')).toBe(1235)
    expect(readAmount('1.234', 'point', 'KWD')).toBe(1234)
    expect(readAmount('1,5', 'comma', 'KWD')).toBe(1500)
  })

  it('is read at once, however strange the cell is', () => {
    const strange = fc.stringMatching(/^[0-9 .,'()€$+-]{0,60}$/)
    fc.assert(
      fc.property(fc.oneof(strange, fc.string()), marks, (text, decimal) => {
        expect(Number.isSafeInteger(readAmount(text, decimal, 'EUR') ?? 0)).toBe(true)
      }),
    )
  })

  it('may name its currency, where the mark belongs to one alone', () => {
    expect(currencyInAmount('€ 12')).toBe('EUR')
    expect(currencyInAmount('12 zł')).toBe('PLN')
    expect(currencyInAmount('12,50 Kč')).toBe('CZK')
    expect(currencyInAmount('US$ 12')).toBe('USD')
    expect(currencyInAmount('$12')).toBeNull()
    expect(currencyInAmount('12')).toBeNull()
  })
})

describe('the decimal mark of a file', () => {
  it('is told by any amount that has both marks or two decimals', () => {
    const amounts = fc.array(fc.integer({ min: 100, max: 1e9 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(amounts, marks, fc.nat(3), (minors, decimal, group) => {
        const samples = minors.map(minor => write(minor, decimal, groups[decimal][group] ?? ''))
        expect(guessDecimal(samples)).toBe(decimal)
      }),
    )
  })

  it('is the other one where a mark groups thousands', () => {
    expect(guessDecimal(['1.234', '12', '5.000.000'])).toBe('comma')
    expect(guessDecimal(['1,234', '12'])).toBe('point')
    expect(guessDecimal(['0.125'])).toBe('point')
    expect(guessDecimal(['1234,500'])).toBe('comma')
    expect(guessDecimal(['12', 'n/a', ''])).toBe('point')
  })
})
