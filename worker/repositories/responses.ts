// response: one answer to "how likely are you to recommend us?" and revision; the newest revision counts.

import { factTable } from './fact-table.ts'

/** `content` of a fact: moment in epoch milliseconds, score 0-10, comment, touchpoint, followed up at. */
export const responses = factTable('response', ['at', 'score', 'comment', 'touchpoint', 'followed_up_at'])

export const { statements } = responses
