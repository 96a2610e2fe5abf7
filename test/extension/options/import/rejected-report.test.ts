import { expect, it } from 'vitest'
import { RejectedReport } from '../../../../extension/options/import/rejected-report.ts'

const names = { line: 'line', reason: 'reason' }

it('lists rows by line, with their cells as they were, safe to open in a spreadsheet', async () => {
  const report = new RejectedReport(names, ['email', '=amount'])
  report.add({ line: 9, reason: 'column 2 (\u2068amount\u2069), not an amount', cells: ['a@b.lt', '=1+1'] })
  report.add({ line: 3, reason: 'a quotation mark is opened', cells: null })
  expect(report.count).toBe(2)
  expect(await report.toBlob().text()).toBe(
    [
      "\uFEFFline,reason,email,'=amount",
      '3,a quotation mark is opened',
      '9,"column 2 (amount), not an amount",a@b.lt,\'=1+1',
      '',
    ].join('\n'),
  )
})

it('keeps every row of a file of bad rows, in order, though some are named late', async () => {
  const report = new RejectedReport(names, [])
  const late = 4000
  for (let line = 1; line <= 50_000; line += 1) {
    if (line % 1000 !== 0) report.add({ line, reason: 'bad', cells: null })
    if (line > late && (line - late) % 1000 === 0)
      report.add({ line: line - late, reason: 'refused', cells: null })
  }
  const text = await report.toBlob().text()
  const lines = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => Number.parseInt(line, 10))
  expect(lines.length).toBe(report.count)
  expect(lines).toEqual([...lines].sort((one, other) => one - other))
})
