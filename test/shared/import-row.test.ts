import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ImportKind, recogniseColumns } from '../../shared/import-columns.ts'
import { combinationOf, type ImportRules, readImportRow } from '../../shared/import-row.ts'

const rules: ImportRules = { dateOrder: 'dmy', decimal: 'comma', currency: 'EUR' }

function read(cells: Record<string, string>, kind: ImportKind = 'purchases') {
  const headers = Object.keys(cells)
  return readImportRow(kind, Object.values(cells), recogniseColumns(headers, kind), rules)
}
function readWell(cells: Record<string, string>, kind: ImportKind = 'purchases') {
  const result = read(cells, kind)
  if ('failures' in result) throw new Error(JSON.stringify(result.failures))
  return result.row
}

const purchase = { email: 'asta@example.com', date: '23.11.2026', amount: '1.234,56' }

describe('a purchase', () => {
  it('is read from its cells', () => {
    expect(
      readWell({
        ...purchase,
        customer_id: 'C-1',
        phone: "'+370 612 34567",
        first_name: 'Asta',
        last_name: 'Kazlauskienė',
        order_id: 'A-17',
        currency: 'usd',
        product: "'=tea",
        ordinal: '2',
      }),
    ).toEqual({
      identities: [
        { kind: 'record', value: 'C-1', host: '' },
        { kind: 'email', value: 'asta@example.com' },
        { kind: 'phone', value: '+370 612 34567' },
      ],
      name: 'Asta Kazlauskienė',
      id: 'A-17',
      at: '2026-11-23',
      ordinal: 2,
      fact: { amountMinor: 123_456, currency: 'USD', product: '=tea' },
    })
  })

  it('takes its currency from its column, then from beside the amount, then from the file’s choice', () => {
    const currencyOf = (cells: Record<string, string>) => readWell({ ...purchase, ...cells }).fact
    expect(currencyOf({ amount: '€ 5', currency: 'GBP' })).toMatchObject({ currency: 'GBP' })
    expect(currencyOf({ amount: '5 zł', currency: '' })).toMatchObject({ currency: 'PLN' })
    expect(currencyOf({ amount: '$ 5' })).toMatchObject({ currency: 'EUR' })
    expect(currencyOf({ amount: '5', currency: 'JPY' })).toMatchObject({ amountMinor: 5 })
  })

  it('leaves out what can be no identity where another one is there', () => {
    const { identities } = readWell({ ...purchase, phone: 'n/a', customer_id: '' })
    expect(identities).toEqual([{ kind: 'email', value: 'asta@example.com' }])
  })

  it('names every cell that is wrong', () => {
    expect(read({ email: 'nobody', date: '31.02.2026', amount: '12 kg', currency: 'XQQ' })).toEqual({
      failures: [
        { field: 'email', code: 'no-customer', text: 'nobody' },
        { field: 'date', code: 'no-date', text: '31.02.2026' },
        { field: 'currency', code: 'no-currency', text: 'XQQ' },
        { field: 'amount', code: 'no-amount', text: '12 kg' },
      ],
    })
    expect(read({ email: '', date: ' ', amount: '' })).toEqual({
      failures: [
        { field: 'customer_id', code: 'missing', text: '' },
        { field: 'date', code: 'missing', text: '' },
        { field: 'amount', code: 'missing', text: '' },
      ],
    })
  })

  it('refuses a cell it cannot keep as it is, and quotes only its beginning', () => {
    const result = read({ ...purchase, order_id: 'x'.repeat(201) })
    expect(result).toEqual({ failures: [{ field: 'order_id', code: 'too-long', text: 'x'.repeat(60) }] })
  })

  it('is either read or has a failure, whatever the cells are', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('1', '23.11.2026', 'a@b.lt', "'=1", '9,5'))
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 4 }),
        fc.constantFrom<ImportKind>('purchases', 'responses'),
        (cells, kind) => {
          const columns = { email: 0, date: 1, amount: 2, score: 2, comment: 3, product: 3 }
          const result = readImportRow(kind, cells, columns, rules)
          if ('failures' in result) expect(result.failures.length).toBeGreaterThan(0)
          else expect(result.row.identities.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('a response', () => {
  it('is read from its cells', () => {
    expect(
      readWell(
        {
          email: 'asta@example.com',
          date: '2026-11-23 08:26',
          score: '9',
          comment: 'Good\ntea',
          touchpoint: '',
        },
        'responses',
      ),
    ).toMatchObject({
      at: '2026-11-23T08:26:00',
      fact: { score: 9, comment: 'Good\ntea', touchpoint: null },
    })
  })

  it('has a score from 0 to 10', () => {
    expect(read({ email: 'asta@example.com', date: '23.11.2026', score: '11' }, 'responses')).toEqual({
      failures: [{ field: 'score', code: 'no-score', text: '11' }],
    })
  })
})

describe('the combination of a row', () => {
  it('is the same for the same customer, moment and amount, however they are written', () => {
    const one = combinationOf(readWell(purchase))
    const other = combinationOf(
      readWell({ date: '2026-11-23', email: ' Asta@Example.com', amount: '1234,56 EUR' }),
    )
    expect(other).toBe(one)
  })

  it('differs by customer, moment and amount', () => {
    const changes = [
      { email: 'b@example.com' },
      { date: '24.11.2026' },
      { amount: '1' },
      { customer_id: 'C-1' },
    ]
    const combinations = [{}, ...changes].map(change => combinationOf(readWell({ ...purchase, ...change })))
    expect(new Set(combinations).size).toBe(5)
  })
})
