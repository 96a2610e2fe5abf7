// response: one answer to "how likely are you to recommend us?"; one row an answer and revision.

import type { Response } from '../history.ts'
import { historyPart } from './history-part.ts'
import { importedTable } from './imported-table.ts'
import { flag, loggedTable } from './logged-table.ts'

export const responses = importedTable(
  loggedTable<Omit<Response, 'id' | 'at'>>('response', {
    score: 'score',
    comment: 'comment',
    touchpoint: 'touchpoint',
    followedUpAt: 'followed_up_at',
    isGuessed: flag('guessed'),
    reason: 'reason',
    personId: 'person_id',
  }),
)

export const { statements } = responses

/** A badge (?7 is 0) has no room for what they wrote. */
export const ofHistory = historyPart(responses, {
  later: ['followedUpAt'],
  instead: { comment: 'CASE ?7 WHEN 1 THEN x.comment END' },
})
