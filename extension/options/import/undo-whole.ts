// Takes a whole import back, piece by piece: each piece is one request, and what is done stays done.

import type { Doors } from '../doors.ts'
import { askPatiently, type Patience } from './ask-patiently.ts'

/**
 * @param onLeft how many rows are still to be taken back.
 * @returns false where it could not be taken back to the end.
 */
export async function undoWhole(
  id: string,
  send: Doors['send'],
  patience: Patience,
  onLeft: (rows: number) => void,
): Promise<boolean> {
  for (;;) {
    const answer = await askPatiently(() => send('undo-import', { id }), patience)
    if (!('answer' in answer)) return false
    onLeft(answer.answer.left)
    if (answer.answer.done) return true
  }
}
