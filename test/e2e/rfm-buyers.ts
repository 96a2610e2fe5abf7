// Real buyers of a small shop, with every purchase as the API takes it and, counted here alone, the days between.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PurchaseRow } from '../../shared/facts.ts'

const file = join(import.meta.dirname, '../../../shared/data/rfm_orders.csv')
const dayMs = 86_400_000

export interface Buyer {
  name: string
  email: string
  purchases: PurchaseRow[]
  /** Days between one day with purchases and the next, in order. */
  gaps: number[]
  /** Of the last purchase, since 1970-01-01. */
  lastDay: number
}

/** The first in the file who bought on so many different days. */
export function readBuyerWith(days: number): Buyer {
  const orders = readOrders()
  const emails = new Set(orders.map(({ email }) => email))
  for (const email of emails) {
    const own = orders.filter(order => order.email === email)
    const bought = [...new Set(own.map(({ date }) => Date.parse(date) / dayMs))].sort(
      (one, other) => one - other,
    )
    if (bought.length === days) return asBuyer(own, bought)
  }
  throw new Error(`Nobody bought on ${days} days.`)
}

interface Order {
  line: number
  date: string
  amountMinor: number
  name: string
  email: string
}

function readOrders(): Order[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((text, index) => {
    const [name = '', date = '', revenue = '', , , email = ''] = text.replaceAll('"', '').trim().split(',')
    return { line: index + 2, date, amountMinor: Number(revenue) * 100, name, email }
  })
}

function asBuyer(orders: readonly Order[], bought: readonly number[]): Buyer {
  const [{ name, email } = { name: '', email: '' }] = orders
  return {
    name,
    email,
    purchases: orders.map(({ line, date, amountMinor }) => ({
      source: 'rfm',
      externalId: String(line),
      customer: [{ kind: 'email', value: email }],
      at: date,
      amountMinor,
      currency: 'EUR',
    })),
    gaps: bought.slice(1).map((day, index) => day - (bought[index] ?? day)),
    lastDay: bought.at(-1) ?? Number.NaN,
  }
}
