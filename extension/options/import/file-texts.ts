// The text of a chosen file, piece by piece: the whole of it is never in memory, and between two pieces the page
// draws and answers. Pieces of the browser's own stream are up to 2 MB, which kept it busy for half a second each.

import type { Encoding } from './encoding.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface FilePiece {
  text: string
  /** Bytes of the file read so far. */
  bytes: number
}

export const pieceBytes = 64 * 1024

/**
 * @throws UnreadableFile `changed` where the browser can no longer read the file as it was chosen.
 */
export async function* fileTexts(
  file: File,
  encoding: Encoding,
  signal: AbortSignal,
): AsyncGenerator<FilePiece> {
  const decoder = new TextDecoder(encoding)
  for (let from = 0; from < file.size; from += pieceBytes) {
    const to = Math.min(from + pieceBytes, file.size)
    const piece = await readPiece(file, from, to)
    signal.throwIfAborted()
    yield { text: decoder.decode(piece, { stream: true }), bytes: to }
  }
  yield { text: decoder.decode(), bytes: file.size }
}

async function readPiece(file: File, from: number, to: number): Promise<ArrayBuffer> {
  const piece = await file
    .slice(from, to)
    .arrayBuffer()
    .catch(() => null)
  if (piece?.byteLength !== to - from) throw new UnreadableFile('changed')
  return piece
}
