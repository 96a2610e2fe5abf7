// An import that was begun: how its file is read and how far it has come. Kept after each part, so that the same
// file chosen again, in another tab or after a restart, can go on from there.

import type { ImportColumns, ImportKind } from '../shared/import-columns.ts'
import type { ImportRules } from '../shared/import-row.ts'
import type { Encoding } from './options/import/encoding.ts'
import type { Separator } from './options/import/separator.ts'

export interface ImportChoices {
  kind: ImportKind
  encoding: Encoding
  separator: Separator
  columns: ImportColumns
  rules: ImportRules
  /** Which system the rows come from. */
  source: string
}

/** A row the Worker did not take, by its line in the file. */
export interface RefusedRow {
  line: number
  /** The Worker's code. */
  code: string
}

export interface ImportCounts {
  accepted: number
  duplicates: number
  otherCurrency: number
}

export interface UnfinishedImport {
  /** Of the file. */
  fingerprint: string
  importId: string
  choices: ImportChoices
  /** Rows up to this number are done with. */
  confirmed: number
  counts: ImportCounts
  refused: RefusedRow[]
}

/** More refused rows than this are counted but not named again after a restart. */
export const mostKeptRefused = 2000
