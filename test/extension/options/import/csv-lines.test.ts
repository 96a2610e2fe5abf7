import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvLine, csvLines, longestLine } from '../../../../extension/options/import/csv-lines.ts'

async function read(pieces: string[], separator = ','): Promise<CsvLine[]> {
  async function* texts() {
    yield* pieces
  }
  return (await Array.fromAsync(csvLines(texts(), separator))).flat()
}

/** `[line, cells]` of a good line, `[line, column, fault]` of another. */
const brief = (lines: CsvLine[]) =>
  lines.map(line => ('cells' in line ? [line.line, line.cells] : [line.line, line.column, line.fault]))

describe('the lines of a CSV', () => {
  it('are cut into cells and counted, empty ones left out', async () => {
    expect(brief(await read(['a,b\n\n1,"x ""y"", z"\n\n\n"two\nlines",2\n3,4']))).toEqual([
      [1, ['a', 'b']],
      [3, ['1', 'x "y", z']],
      [6, ['two\nlines', '2']],
      [8, ['3', '4']],
    ])
  })

  it('may end as Windows and old Macs end them, in cells too', async () => {
    expect(brief(await read(['a;b\r\n"1\r\n2";3\r', '\n4;5\r6;7'], ';'))).toEqual([
      [1, ['a', 'b']],
      [2, ['1\n2', '3']],
      [4, ['4', '5']],
      [5, ['6', '7']],
    ])
  })

  it('may have more or fewer cells than the first: that is for the reader of rows to judge', async () => {
    expect(brief(await read(['a,b\n1\n1,2,3\n']))).toEqual([
      [1, ['a', 'b']],
      [2, ['1']],
      [3, ['1', '2', '3']],
    ])
  })

  it('are named where a quote is broken, and the lines below are read', async () => {
    expect(brief(await read(['a,b\n\n1,5" pipe\n2,ok\n3,"x"y\n4,ok\n']))).toEqual([
      [1, ['a', 'b']],
      [3, 2, 'quote-inside'],
      [4, ['2', 'ok']],
      [5, 2, 'quote-after'],
      [6, ['4', 'ok']],
    ])
  })

  it('are named where a quote is never closed, and the lines below are read', async () => {
    expect(brief(await read(['a,b\n1,2\n3,"4\n5,6\n7,8']))).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, 2, 'quote-open'],
      [4, ['5', '6']],
      [5, ['7', '8']],
    ])
  })

  it('are left out where they are too long to be rows', async () => {
    const pieces = ['a,b\n1,', ...Array<string>(21).fill('x'.repeat(longestLine)), '\n3,4\n']
    expect(brief(await read(pieces))).toEqual([
      [1, ['a', 'b']],
      [2, 2, 'too-long-line'],
      [3, ['3', '4']],
    ])
  })

  it('are none in an empty file', async () => {
    expect(await read([])).toEqual([])
    expect(await read(['', '\n\n', '\r\n'])).toEqual([])
  })

  it('are the same however the text is cut into pieces', async () => {
    const line = fc.constantFrom(
      '1,2',
      '"a\nb",c',
      '"x""y",',
      '3,"4',
      '5" x,6',
      '',
      'ąč,ж',
      '"q"w,e',
      '7\r',
      '"',
    )
    const cuts = fc.array(fc.nat(60), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), cuts, async (lines, cut) => {
        const text = lines.join('\n')
        const edges = [0, ...cut.filter(edge => edge < text.length).sort((a, b) => a - b), text.length]
        const pieces = edges.slice(1).map((edge, index) => text.slice(edges[index], edge))
        expect(await read(pieces)).toEqual(await read([text]))
      }),
      { numRuns: 150 },
    )
  })

  it('are what was written, whatever stands in the cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'ž', '😀', ' ', "'") })
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(rows, async written => {
        const text = written.map(cells => cells.map(quoted).join(',')).join('\n')
        const lines = await read([text])
        expect(lines.map(line => ('cells' in line ? line.cells : line.fault))).toEqual(written)
      }),
      { numRuns: 150 },
    )
  })
})

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
