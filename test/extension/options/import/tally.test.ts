import { expect, it } from 'vitest'
import type { FileRow } from '../../../../extension/options/import/file-rows.ts'
import { mostShownFaults, Tally } from '../../../../extension/options/import/tally.ts'
import type { ImportedRow } from '../../../../shared/import-row.ts'

function row(change: Partial<ImportedRow> = {}): FileRow {
  const usual: ImportedRow = {
    identities: [{ kind: 'email', value: 'asta@example.com' }],
    name: null,
    id: null,
    at: '2026-11-23',
    ordinal: 1,
    fact: { amountMinor: 500, currency: 'EUR', product: null },
  }
  return { number: 1, line: 2, cells: [], row: { ...usual, ...change } }
}
const bad: FileRow = { number: 9, line: 10, cells: null, faults: [{ code: 'quote-open', column: 1 }] }

it('counts rows, customers, sums by currency and the period', () => {
  const tally = new Tally()
  tally.add([
    row(),
    row({ identities: [{ kind: 'email', value: 'ASTA@example.com' }], at: '2026-01-02T08:00:00' }),
    row({ identities: [{ kind: 'phone', value: '+370 612 34567' }] }),
    row({ fact: { amountMinor: -200, currency: 'EUR', product: null } }),
    row({ fact: { amountMinor: 7, currency: 'JPY', product: null } }),
    bad,
  ])
  expect(tally).toMatchObject({
    rows: 6,
    good: 5,
    bad: 1,
    customers: 2,
    refunds: 1,
    firstDay: '2026-01-02',
    lastDay: '2026-11-23',
    repeatedIds: 0,
    firstBad: [bad],
  })
  expect([...tally.sums]).toEqual([
    ['EUR', 1300],
    ['JPY', 7],
  ])
})

it('notices ids that come again, as in a list of order lines', () => {
  const tally = new Tally()
  tally.add([row({ id: 'A1' }), row({ id: 'A1' }), row({ id: 'A2' }), row({ id: 'A1' })])
  expect(tally.repeatedIds).toBe(2)
})

it('keeps the first faults only', () => {
  const tally = new Tally()
  tally.add(Array<FileRow>(100).fill(bad))
  expect([tally.bad, tally.good, tally.firstBad.length]).toEqual([100, 0, mostShownFaults])
})

it('has no sums for scores', () => {
  const tally = new Tally()
  tally.add([row({ fact: { score: 9, comment: null, touchpoint: null } })])
  expect([tally.sums.size, tally.good]).toEqual([0, 1])
})
