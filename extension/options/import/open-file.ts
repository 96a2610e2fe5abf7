// A chosen file as far as it is looked at before anything is decided: its beginning, pieces from further on, and
// what its first rows look like in a given encoding and separator.

import { type CsvLine, csvLines } from './csv-lines.ts'
import type { Encoding } from './encoding.ts'
import { mostColumns } from './file-rows.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Separator } from './separator.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface OpenedFile {
  file: File
  fingerprint: string
  /** The beginning, then pieces from all over the file. */
  samples: Uint8Array[]
}

export interface FirstRows {
  headers: string[]
  rows: string[][]
}

const headBytes = 256 * 1024
const pieceBytes = 16 * 1024
const pieces = 5
export const mostFirstRows = 200

/** @throws UnreadableFile where it is empty or the browser cannot read it. */
export async function openFile(file: File): Promise<OpenedFile> {
  if (file.size === 0) throw new UnreadableFile('empty')
  const starts = Array.from({ length: pieces }, (_, index) =>
    Math.floor((file.size * (index + 1)) / (pieces + 1)),
  )
  const later = file.size > headBytes ? starts.map(start => file.slice(start, start + pieceBytes)) : []
  try {
    const blobs = [file.slice(0, headBytes), ...later]
    const samples = await Promise.all(blobs.map(async blob => new Uint8Array(await blob.arrayBuffer())))
    return { file, fingerprint: await fingerprintOf(file), samples }
  } catch {
    throw new UnreadableFile('changed')
  }
}

/** The text of the file's beginning. */
export function decodeHead({ samples: [head] }: OpenedFile, encoding: Encoding): string {
  // As a stream, so that a letter cut off at the end is left out and not replaced.
  return new TextDecoder(encoding).decode(head, { stream: true })
}

/** @throws UnreadableFile where the file's first line cannot be the names of its columns. */
export async function readFirstRows(
  opened: OpenedFile,
  encoding: Encoding,
  separator: Separator,
): Promise<FirstRows> {
  const lines = await firstLines(opened, encoding, separator)
  const [header, ...below] = lines
  if (!header) throw new UnreadableFile(opened.file.size > headBytes ? 'no-header' : 'empty')
  if (!('cells' in header)) throw new UnreadableFile('no-header')
  const headers = header.cells.map(cell => cell.trim())
  if (headers.length > mostColumns) throw new UnreadableFile('too-many-columns', headers.length)
  const rows = below.flatMap(line =>
    'cells' in line && line.cells.length === headers.length ? [line.cells] : [],
  )
  return { headers, rows: rows.slice(0, mostFirstRows) }
}

async function firstLines(opened: OpenedFile, encoding: Encoding, separator: Separator): Promise<CsvLine[]> {
  async function* head() {
    yield decodeHead(opened, encoding)
  }
  const first: CsvLine[] = []
  for await (const lines of csvLines(head(), separator)) {
    first.push(...lines)
    // The last line of the beginning is cut off: only what is complete by now counts.
    if (opened.file.size > headBytes) return first
  }
  return first
}
