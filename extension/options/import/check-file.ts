// The dry run: reads a whole file as the import would and counts, sending nothing.

import type { ImportChoices } from '../../unfinished-import.ts'
import { readFile } from './read-file.ts'
import { Tally } from './tally.ts'

/**
 * @param onProgress after each piece of the file, with the bytes read so far.
 * @throws UnreadableFile where the file as a whole cannot be read, and the signal's reason.
 */
export async function checkFile(
  file: File,
  choices: ImportChoices,
  width: number,
  signal: AbortSignal,
  onProgress: (bytes: number, tally: Tally) => void,
): Promise<Tally> {
  const tally = new Tally()
  for await (const { rows, bytes } of readFile(file, choices, width, signal)) {
    tally.add(rows)
    onProgress(bytes, tally)
  }
  return tally
}
