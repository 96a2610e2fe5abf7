/// <reference types="node" />
// Real purchases that lie beside the project, for tests and benchmarks: who bought on which days. Where the
// folder is absent it prints a notice, `isPresent` is false and reading throws.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DayCounts } from '../worker/risk-model/cell-tally.ts'
import type { Cell } from '../worker/risk-model/mbg-nbd.ts'

const folder = join(import.meta.dirname, '../../shared/data')

export const isPresent = existsSync(folder)
if (!isPresent) process.stdout.write('Skipped: what needs the real purchases in ../shared/data.\n')

/** Customers with their purchase days (whole days since 1970-01-01), ascending, each day once. */
export type PurchaseLog = Map<string, number[]>

/** The published 1-in-10 sample of CDNOW, 2,357 customers, 1997-01 to 1998-06. */
export function readCdnowSample(): PurchaseLog {
  const rows = linesOf('CDNOW_sample.txt').map(line => line.trim().split(/\s+/))
  return logOf(rows.map(([, customer, date]) => [customer, date?.replace(/(....)(..)(..)/, '$1-$2-$3')]))
}

/** All of CDNOW, 23,570 customers. */
export function readCdnowMaster(): PurchaseLog {
  const rows = linesOf('CDNOW_master.txt')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
  return logOf(rows.map(([customer, date]) => [customer, date?.replace(/(....)(..)(..)/, '$1-$2-$3')]))
}

/** An online wholesaler's invoices, 2010-12 to 2011-12; credit notes are left out. */
export function readUciInvoices(): PurchaseLog {
  const rows = linesOf('uci_invoices.csv')
    .slice(1)
    .map(line => line.split(','))
  const bought = rows.filter(row => Number(row.at(-1)) > 0)
  return logOf(bought.map(([, customer, at]) => [customer, at?.slice(0, 10)]))
}

/** A small shop's orders with names, 2004 to 2006. */
export function readRfmOrders(): PurchaseLog {
  const rows = linesOf('rfm_orders.csv').map(line => /^"([^"]*)",(\d{4}-\d{2}-\d{2}),/.exec(line))
  return logOf(rows.flatMap(row => (row ? [[row[1], row[2]]] : [])))
}

/**
 * 2,800 customers of the wholesaler as the model sees them after 190 days; plain maximum likelihood diverges
 * on them.
 */
export function readUciCells(): Cell[] {
  const rows = linesOf('uci_rfm_day190_weeks.csv')
    .slice(1)
    .map(line => line.split(',').map(Number))
  return rows.map(([, x = Number.NaN, tx = Number.NaN, T = Number.NaN]) => ({ x, tx, T, n: 1 }))
}

/** `2011-09-09` -> 15226. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** The purchase days up to a day, that day included, of everyone who had bought by then. */
export function purchasesUntil(log: PurchaseLog, day: number): number[][] {
  return [...log.values()].map(days => days.filter(at => at <= day)).filter(days => days.length > 0)
}

/** What the model sees on a day of one customer's purchase days, of which there is at least one. */
export function dayCountsOn(day: number, days: readonly number[]): DayCounts {
  const first = days[0] ?? day
  return { x: days.length - 1, lastDay: (days.at(-1) ?? first) - first, days: day - first }
}

/** A file as it is. */
export function readText(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

function linesOf(file: string): string[] {
  return readText(file).trimEnd().split(/\r?\n/)
}

function logOf(rows: readonly (readonly (string | undefined)[])[]): PurchaseLog {
  const log = new Map<string, Set<number>>()
  for (const [customer, date] of rows) {
    const day = dayNumber(date ?? '')
    if (!customer || Number.isNaN(day))
      throw new Error('A row of the reference data is not customer and date.')
    log.set(customer, (log.get(customer) ?? new Set()).add(day))
  }
  return new Map(
    Array.from(log, ([customer, days]) => [customer, [...days].sort((one, other) => one - other)]),
  )
}
