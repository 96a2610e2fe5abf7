import { describe, expect, it } from 'vitest'
import { csvLines } from '../../../../extension/options/import/csv-lines.ts'
import { type FileRow, fileRows, type ReadingPlan } from '../../../../extension/options/import/file-rows.ts'
import { type ImportKind, recogniseColumns } from '../../../../shared/import-columns.ts'

function planOf(header: string, kind: ImportKind): ReadingPlan {
  const headers = header.split(',')
  const rules = { dateOrder: 'dmy', decimal: 'point', currency: 'EUR' } as const
  return { kind, width: headers.length, columns: recogniseColumns(headers, kind), rules }
}

async function read(text: string, kind: ImportKind = 'purchases'): Promise<FileRow[]> {
  async function* texts() {
    yield text
  }
  return (
    await Array.fromAsync(fileRows(csvLines(texts(), ','), planOf(text.split('\n')[0] ?? '', kind)))
  ).flat()
}
const faultsOf = (rows: FileRow[]) =>
  rows.flatMap(row => ('faults' in row ? row.faults.map(fault => ({ line: row.line, ...fault })) : []))
const ordinalsOf = (rows: FileRow[]) => rows.map(row => ('row' in row ? row.row.ordinal : 'bad'))

describe('the rows of a file', () => {
  it('are numbered below the header and know their line, empty ones left out', async () => {
    const rows = await read('email,date,amount\n\na@b.lt,23.11.2026,5\n,,\n ,\t,\nc@d.lt,24.11.2026,6\n')
    expect(rows.map(({ number, line }) => [number, line])).toEqual([
      [1, 3],
      [2, 6],
    ])
  })

  it('are each good or named with line, column and what stands there', async () => {
    const text = [
      'email,date,amount',
      'a@b.lt,23.11.2026,5',
      'a@b.lt,31.02.2026,six',
      'a@b.lt,23.11.2026',
      'a@b.lt,"23.11.2026"x,5',
      'nobody,23.11.2026,5',
      'a@b.lt\uFFFD,23.11.2026,5',
      'a@b.lt,23.11.2026,-5',
    ].join('\n')
    const rows = await read(text)
    expect(faultsOf(rows)).toEqual([
      { line: 3, code: 'no-date', column: 2, field: 'date', text: '31.02.2026' },
      { line: 3, code: 'no-amount', column: 3, field: 'amount', text: 'six' },
      { line: 4, code: 'ragged', expected: 3, got: 2 },
      { line: 5, code: 'quote-after', column: 2 },
      { line: 6, code: 'no-customer', column: 1, field: 'email', text: 'nobody' },
      { line: 7, code: 'wrong-encoding', column: 1 },
    ])
    expect(rows.filter(row => 'row' in row)).toHaveLength(2)
  })

  it('of one customer, moment and amount are numbered, so that each is kept', async () => {
    const rows = await read(
      'email,date,amount\na@b.lt,23.11.2026,5\nA@b.lt,2026-11-23,5.00\nc@d.lt,23.11.2026,5\na@b.lt,23.11.2026,5',
    )
    expect(ordinalsOf(rows)).toEqual([1, 2, 1, 3])
  })

  it('with an id of their own need no ordinal', async () => {
    expect(
      ordinalsOf(await read('email,order id,date,amount\na@b.lt,A1,23.11.2026,5\na@b.lt,,23.11.2026,5')),
    ).toEqual([null, 1])
  })

  it.each([
    ['', 'empty'],
    ['\n\n', 'empty'],
    ['email,date,amount\n', 'no-rows'],
    ['email,date,amount\n,,\n', 'no-rows'],
    ['"email"x,date,amount\na@b.lt,23.11.2026,5', 'no-header'],
  ])('are none in %j: %s', async (text, fault) => {
    await expect(read(text)).rejects.toMatchObject({ fault })
  })

  it('are none where almost every line is broken', async () => {
    const text = `email,date,amount\n${'a"b,c,d\n'.repeat(1100)}`
    await expect(read(text)).rejects.toMatchObject({ fault: 'too-many-broken' })
  })
})
