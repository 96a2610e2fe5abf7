import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvLine, guardFormula } from '../../../../extension/options/import/write-csv.ts'
import { readText } from '../../../../shared/import-cells.ts'

it('quotes only what needs it', () => {
  expect(csvLine(['a', 'b c', 'd,e', 'f"g', 'h\ni', ''])).toBe('a,b c,"d,e","f""g","h\ni",\n')
})

it('guards what a spreadsheet would run, and the import takes the guard off again', () => {
  expect(['=1+1', '+370', '-5', '@x', '＝1', '5', "'a"].map(guardFormula)).toEqual([
    "'=1+1",
    "'+370",
    "'-5",
    "'@x",
    "'＝1",
    '5',
    "'a",
  ])
  const text = fc
    .string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '1', 'a', ' ') })
    .map(one => one.trim())
  fc.assert(
    fc.property(text, one => {
      expect(readText(guardFormula(one))).toBe(one)
    }),
  )
})
