// What is wrong with a row, in words: the line is the reader's to name, the column is named here.

import { isolate } from '../../../shared/locale.ts'
import type { Words } from '../../../shared/words/words.ts'
import type { RowFault } from './file-rows.ts'

/** @param headers of the file, by which columns are named beside their number. */
export function faultText({ options, panel }: Words, headers: readonly string[], fault: RowFault): string {
  const say = options.import
  if (fault.code === 'ragged') return say.ragged(fault.got, fault.expected)
  const header = headers[fault.column - 1]
  const column = header ? `${fault.column} (${isolate(header)})` : String(fault.column)
  const what = say.faults[fault.code]
  const isQuoted = 'text' in fault && fault.text !== ''
  return say.atColumn(column, isQuoted ? panel.dashed(panel.quote(isolate(fault.text)), what) : what)
}

export function faultsText(words: Words, headers: readonly string[], faults: readonly RowFault[]): string {
  return faults.map(fault => faultText(words, headers, fault)).join('; ')
}
