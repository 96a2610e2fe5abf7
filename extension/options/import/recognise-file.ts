// What a file is found to be when it is opened, and again when a member says that it is read wrongly.

import type { ImportKind } from '../../../shared/import-columns.ts'
import type { ImportRules } from '../../../shared/import-row.ts'
import type { ImportChoices } from '../../unfinished-import.ts'
import { guessEncoding } from './encoding.ts'
import { firstColumns, firstRules, usualSources } from './first-choices.ts'
import { decodeHead, type FirstRows, type OpenedFile, readFirstRows } from './open-file.ts'
import { guessSeparator } from './separator.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface Recognised {
  first: FirstRows
  choices: ImportChoices
}

/** Encoding and separator by the file's own beginning; its columns are still to be recognised. */
export function guessReading(opened: OpenedFile, kind: ImportKind, usualCurrency: string): ImportChoices {
  const encoding = guessEncoding(opened.samples)
  const separator = guessSeparator(decodeHead(opened, encoding))
  const rules = { dateOrder: 'ymd', decimal: 'point', currency: usualCurrency } as const
  return { kind, encoding, separator, columns: {}, rules, source: usualSources[kind] }
}

/**
 * Columns, dates and amounts under the chosen kind, encoding and separator.
 * @returns why the file cannot be read like this, so that the choices can be put right.
 */
export async function recogniseFile(
  opened: OpenedFile,
  choices: ImportChoices,
  usualCurrency: string,
): Promise<Recognised | UnreadableFile> {
  try {
    const first = await readFirstRows(opened, choices.encoding, choices.separator)
    const columns = firstColumns(first, choices.kind)
    const rules = firstRules(first, columns, usualCurrency)
    return { first, choices: { ...choices, columns, rules } }
  } catch (error) {
    if (error instanceof UnreadableFile) return error
    throw error
  }
}

/** What a newly chosen column holds is recognised; what the member chose otherwise stays. */
export function rulesAfter(
  { first, choices: before }: Recognised,
  { columns, rules }: ImportChoices,
): ImportRules {
  const found = firstRules(first, columns, rules.currency)
  return {
    ...rules,
    ...(columns.date !== before.columns.date && { dateOrder: found.dateOrder }),
    ...(columns.amount !== before.columns.amount && { decimal: found.decimal, currency: found.currency }),
  }
}
