// What is wrong with a row, in words: the line is the reader's to name, the column is named here.

import { isolate } from '../../../shared/locale.ts'
import type { Words } from '../../../shared/words/words.ts'
import type { RowFault } from './file-rows.ts'

type Say = Words['options']['import']

/** @param headers of the file, by which columns are named beside their number. */
export function faultText(say: Say, headers: readonly string[], fault: RowFault): string {
  if (fault.code === 'ragged') return say.ragged(fault.got, fault.expected)
  const header = headers[fault.column - 1]
  const column = header ? `${fault.column} (${isolate(header)})` : String(fault.column)
  const what = say.faults[fault.code]
  const quoted = 'text' in fault && fault.text !== '' ? `${what}: ${isolate(fault.text)}` : what
  return say.atColumn(column, quoted)
}

export function faultsText(say: Say, headers: readonly string[], faults: readonly RowFault[]): string {
  return faults.map(fault => faultText(say, headers, fault)).join('; ')
}
