// The text of a chosen file, piece by piece: the whole of it is never in memory.

import type { Encoding } from './encoding.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface FilePiece {
  text: string
  /** Bytes of the file read so far. */
  bytes: number
}

/**
 * @throws UnreadableFile `changed` where the browser can no longer read the file as it was chosen.
 */
export async function* fileTexts(
  file: File,
  encoding: Encoding,
  signal: AbortSignal,
): AsyncGenerator<FilePiece> {
  const decoder = new TextDecoder(encoding)
  const reader = file.stream().getReader()
  let bytes = 0
  try {
    for (let piece = await nextPiece(reader); piece; piece = await nextPiece(reader)) {
      signal.throwIfAborted()
      bytes += piece.byteLength
      yield { text: decoder.decode(piece, { stream: true }), bytes }
    }
  } finally {
    // Whoever stops in the middle wants no more of it; a file that is gone cannot be closed either.
    await reader.cancel().catch(() => {})
  }
  if (bytes !== file.size) throw new UnreadableFile('changed')
  yield { text: decoder.decode(), bytes }
}

/** @returns null at the end of the file. */
async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null> {
  try {
    const { value } = await reader.read()
    return value ?? null
  } catch {
    throw new UnreadableFile('changed')
  }
}
