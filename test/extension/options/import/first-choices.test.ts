import { describe, expect, it } from 'vitest'
import {
  firstColumns,
  firstRules,
  isDateOrderOpen,
  samplesOf,
} from '../../../../extension/options/import/first-choices.ts'

const first = {
  headers: ['Эл. почта', 'Дата', 'Сумма'],
  rows: [
    ['a@b.lt', '05.06.2026', '1.234,56 zł'],
    ['', '23.06.2026', '5 zł'],
    ['a@b.lt', '', '5 zł'],
  ],
}
const columns = firstColumns(first, 'purchases')

describe('what is found chosen', () => {
  it('are the columns, and how dates and amounts are written in them', () => {
    expect(columns).toEqual({ email: 0, date: 1, amount: 2 })
    expect(firstRules(first, columns, 'EUR')).toEqual({ dateOrder: 'dmy', decimal: 'comma', currency: 'PLN' })
    expect(firstRules({ headers: [], rows: [] }, {}, 'EUR').currency).toBe('EUR')
  })

  it('are samples of a column, each once', () => {
    expect(samplesOf(first, 0)).toEqual(['a@b.lt'])
    expect(samplesOf(first, 2)).toEqual(['1.234,56 zł', '5 zł'])
  })

  it('leaves the order of dates to the member where day and month could be either', () => {
    const open = (...dates: string[]) =>
      isDateOrderOpen({ headers: ['date'], rows: dates.map(date => [date]) }, { date: 0 })
    expect(open('05/06/2026', '07/08/2026')).toBe(true)
    expect(open('05/06/2026', '23/08/2026')).toBe(false)
    expect(open('05/05/2026')).toBe(false)
    expect(open('2026-05-06')).toBe(false)
    expect(open()).toBe(false)
  })
})
