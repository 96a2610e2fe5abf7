// A whole file from its bytes to its rows: bytes -> text -> lines -> rows, one piece in memory at a time.

import type { ImportChoices } from '../../unfinished-import.ts'
import { csvLines } from './csv-lines.ts'
import { type FileRow, fileRows } from './file-rows.ts'
import { fileTexts } from './file-texts.ts'

export interface FileProgress {
  rows: FileRow[]
  /** Of the file, read so far. */
  bytes: number
}

/**
 * @param width as many cells as the header has.
 * @throws UnreadableFile where the file as a whole cannot be read, and the signal's reason.
 */
export async function* readFile(
  file: File,
  { kind, encoding, separator, columns, rules }: ImportChoices,
  width: number,
  signal: AbortSignal,
): AsyncGenerator<FileProgress> {
  let bytes = 0
  async function* texts() {
    for await (const piece of fileTexts(file, encoding, signal)) {
      bytes = piece.bytes
      yield piece.text
    }
  }
  const plan = { kind, width, columns, rules }
  for await (const rows of fileRows(csvLines(texts(), separator), plan)) yield { rows, bytes }
}
