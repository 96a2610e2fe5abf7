import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ImportColumns,
  importFields,
  importKinds,
  missingFields,
  recogniseColumns,
} from '../../shared/import-columns.ts'

/** Header names by field, as a person would check them. */
function named(headers: string[], columns: ImportColumns): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, headers[column]]))
}
const purchases = (...headers: string[]) => named(headers, recogniseColumns(headers, 'purchases'))
const responses = (...headers: string[]) => named(headers, recogniseColumns(headers, 'responses'))

describe('the columns of a file', () => {
  it('are found by the canonical names in any order', () => {
    for (const kind of importKinds) {
      fc.assert(
        fc.property(fc.shuffledSubarray([...importFields[kind]]), headers => {
          expect(named(headers, recogniseColumns(headers, kind))).toEqual(
            Object.fromEntries(headers.map(header => [header, header])),
          )
        }),
      )
    }
  })

  it('never hold two fields, whatever the headers are', () => {
    const words = fc.constantFrom(
      'order',
      'customer',
      'email',
      'date',
      'total',
      'name',
      'id',
      'клиент',
      'дата',
    )
    const header = fc.array(words, { maxLength: 4 }).map(parts => parts.join(' '))
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), fc.constantFrom(...importKinds), (headers, kind) => {
        const columns = Object.values(recogniseColumns(headers, kind))
        expect(new Set(columns).size).toBe(columns.length)
        for (const column of columns) expect(headers[column]).not.toBe('')
      }),
    )
  })

  it('are found in a file of the RFM example', () => {
    expect(purchases('customer_id', 'order_date', 'revenue', 'first_name', 'last_name', 'email')).toEqual({
      customer_id: 'customer_id',
      date: 'order_date',
      amount: 'revenue',
      first_name: 'first_name',
      last_name: 'last_name',
      email: 'email',
    })
  })

  it('are found in Russian and Lithuanian', () => {
    expect(purchases('Номер заказа', 'Дата', 'Клиент', 'Эл. почта', 'Сумма, руб.', 'Товар')).toEqual({
      order_id: 'Номер заказа',
      date: 'Дата',
      name: 'Клиент',
      email: 'Эл. почта',
      amount: 'Сумма, руб.',
      product: 'Товар',
    })
    expect(
      purchases('Užsakymo nr.', 'Užsakymo data', 'El. paštas', 'Tel. nr.', 'Iš viso', 'Valiuta'),
    ).toEqual({
      order_id: 'Užsakymo nr.',
      date: 'Užsakymo data',
      email: 'El. paštas',
      phone: 'Tel. nr.',
      amount: 'Iš viso',
      currency: 'Valiuta',
    })
    expect(responses('Дата ответа', 'Телефон', 'Оценка', 'Комментарий')).toEqual({
      date: 'Дата ответа',
      phone: 'Телефон',
      score: 'Оценка',
      comment: 'Комментарий',
    })
  })

  it('are found whatever the case, the accents, the byte order mark and the punctuation', () => {
    expect(purchases('\uFEFFCUSTOMER-ID', 'e-mail', 'OrderDate', ' Uzsakymo  suma ')).toEqual({
      customer_id: '\uFEFFCUSTOMER-ID',
      email: 'e-mail',
      date: 'OrderDate',
      amount: ' Uzsakymo  suma ',
    })
  })

  it('go to the exact name where another header only contains it', () => {
    expect(purchases('Total (USD)', 'Total', 'Shop email', 'Email').amount).toBe('Total')
    expect(purchases('Shop email', 'Email').email).toBe('Email')
  })

  it('are not taken from headers about something else', () => {
    expect(purchases('Birth date', 'Delivery date', 'Unit price', 'Product name', 'Order source')).toEqual({
      product: 'Product name',
    })
  })

  it('leave a bare "id" alone, since it may be anybody’s', () => {
    expect(purchases('id', 'email', 'date', 'amount').order_id).toBeUndefined()
  })

  it('take a customer’s name for an id only where nothing else identifies', () => {
    expect(purchases('Customer', 'Date', 'Amount')).toMatchObject({ customer_id: 'Customer' })
    const { customer_id, name } = purchases('Customer', 'Email', 'Date', 'Amount')
    expect([customer_id, name]).toEqual([undefined, 'Customer'])
  })
})

describe('what is missing', () => {
  it('is named, any one identity being enough', () => {
    expect(missingFields({}, 'purchases')).toEqual(['customer', 'date', 'amount'])
    expect(missingFields({ phone: 0, date: 1 }, 'responses')).toEqual(['score'])
    expect(missingFields({ email: 0, date: 1, amount: 2 }, 'purchases')).toEqual([])
    expect(missingFields({ name: 0, date: 1, amount: 2 }, 'purchases')).toEqual(['customer'])
  })
})
