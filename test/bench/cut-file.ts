// A CSV file of purchases into the parts that the options page would send of it, by the page's own code.

import { PartCutter } from '../../extension/options/import/cut-parts.ts'
import { openFile } from '../../extension/options/import/open-file.ts'
import { readFile } from '../../extension/options/import/read-file.ts'
import { guessReading, recogniseFile } from '../../extension/options/import/recognise-file.ts'
import { UnreadableFile } from '../../extension/options/import/unreadable-file.ts'

export async function cutFile(file: File): Promise<string[]> {
  const opened = await openFile(file)
  const found = await recogniseFile(opened, guessReading(opened, 'purchases', 'EUR'), 'EUR')
  if (found instanceof UnreadableFile) throw found
  const { first, choices } = found
  const cutter = new PartCutter('purchases')
  const parts: (string | undefined)[] = []
  for await (const { rows } of readFile(file, choices, first.headers.length, new AbortController().signal)) {
    for (const row of rows) if ('row' in row) parts.push(cutter.add(row)?.csv)
  }
  parts.push(cutter.rest()?.csv)
  return parts.filter(csv => csv !== undefined)
}
