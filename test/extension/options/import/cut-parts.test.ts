import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from '../../../../extension/options/import/csv-lines.ts'
import {
  mostPartBytes,
  mostPartRows,
  type Part,
  PartCutter,
} from '../../../../extension/options/import/cut-parts.ts'
import { fileRows, type GoodRow } from '../../../../extension/options/import/file-rows.ts'
import { type ImportKind, recogniseColumns } from '../../../../shared/import-columns.ts'
import type { ImportedRow } from '../../../../shared/import-row.ts'

function cut(rows: GoodRow[], kind: ImportKind = 'purchases'): Part[] {
  const cutter = new PartCutter(kind)
  return [...rows.map(row => cutter.add(row)), cutter.rest()].filter(part => part !== null)
}

const purchase: ImportedRow = {
  identities: [{ kind: 'email', value: 'asta@example.com' }],
  name: null,
  id: null,
  at: '2026-11-23',
  ordinal: 1,
  fact: { amountMinor: 123_456, currency: 'EUR', product: null },
}
const goodRow = (number: number, row: ImportedRow = purchase): GoodRow => ({
  number,
  line: number + 1,
  cells: [],
  row,
})

/** What the Worker reads from a part. */
async function readBack(part: Part, kind: ImportKind): Promise<ImportedRow[]> {
  async function* texts() {
    yield part.csv
  }
  const header = part.csv.slice(0, part.csv.indexOf('\n')).split(',')
  const plan = {
    kind,
    width: header.length,
    columns: recogniseColumns(header, kind),
    rules: { dateOrder: 'ymd', decimal: 'point', currency: 'XXX' },
  } as const
  const rows = (await Array.fromAsync(fileRows(csvLines(texts(), ','), plan))).flat()
  return rows.map(row => {
    if (!('row' in row)) throw new Error(JSON.stringify(row))
    return row.row
  })
}

describe('the parts of a file', () => {
  it('grow to five thousand rows, and hold every row once and in order', () => {
    const rows = Array.from({ length: 7500 + 2 * mostPartRows + 7 }, (_, index) => goodRow(index + 1))
    const parts = cut(rows)
    expect(parts.map(part => part.rows.length)).toEqual([500, 1000, 2000, 4000, 5000, 5000, 7])
    expect(parts.flatMap(part => part.rows)).toEqual(rows)
  })

  it('hold at most a megabyte, counted in bytes', () => {
    const product = 'ž'.repeat(200)
    const wide = { ...purchase, fact: { amountMinor: 1, currency: 'EUR', product } }
    const parts = cut(Array.from({ length: 20_000 }, (_, index) => goodRow(index + 1, wide)))
    const sizes = parts.map(({ csv }) => new TextEncoder().encode(csv).length)
    expect(Math.max(...sizes)).toBeGreaterThan(mostPartBytes - 500)
    for (const size of sizes) expect(size).toBeLessThanOrEqual(mostPartBytes)
    expect(parts.reduce((sum, part) => sum + part.rows.length, 0)).toBe(20_000)
  })

  it('are none where there is no row', () => {
    expect(cut([])).toEqual([])
  })

  it('are read by the Worker as they were meant', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ž', '"', ',', "'", '=', '-', '\n', '1'),
      maxLength: 6,
    })
    const written = fc.option(
      text.map(trimmed).filter(one => one !== ''),
      { nil: null },
    )
    const purchases = fc.record({
      identities: fc.constant(purchase.identities),
      name: written,
      id: written,
      at: fc.constantFrom('2026-11-23', '2026-11-23T08:26:00', '2026-11-23T08:26:00+02:00'),
      ordinal: fc.constant(null),
      fact: fc.record({
        amountMinor: fc.maxSafeInteger().filter(minor => Math.abs(minor) <= 9e15),
        currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
        product: written,
      }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(purchases, { minLength: 1, maxLength: 5 }), async rows => {
        const [part] = cut(rows.map((row, index) => goodRow(index + 1, row)))
        const read = await readBack(part as Part, 'purchases')
        expect(read.map(row => ({ ...row, ordinal: null }))).toEqual(rows)
      }),
      { numRuns: 100 },
    )
  })

  it('carry scores, comments and ordinals', async () => {
    const row: ImportedRow = {
      identities: [
        { kind: 'record', value: '=7', host: '' },
        { kind: 'phone', value: '+370 612 34567' },
      ],
      name: 'Asta',
      id: null,
      at: '2026-11-23',
      ordinal: 3,
      fact: { score: 0, comment: 'Two\nlines, "quoted"', touchpoint: null },
    }
    const [part] = cut([goodRow(1, row)], 'responses')
    expect(await readBack(part as Part, 'responses')).toEqual([row])
  })
})

/** As a cell is read: without surrounding space, and without the guard of an export. */
function trimmed(text: string): string {
  return text
    .trim()
    .replace(/^'+(?=[=+-])/, '')
    .trim()
}
