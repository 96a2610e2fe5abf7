// POST /v1/customers/{id}/win-back and PATCH on one: the effort to return a customer, until its outcome.

import { api } from '../../shared/api.ts'
import type { WinBackBody } from '../../shared/facts.ts'
import { formatInstant } from '../../shared/time.ts'
import { winBacks } from '../repositories/win-backs.ts'
import { ifSaid, laterMoment, refusal, type Telling, wordsOf } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const winBackRoutes = factRoutes(api.logWinBack, api.correctWinBack, {
  name: 'win-back',
  table: winBacks,
  content: (said, telling) => ({ note: wordsOf(said.note), ...endOf(said, telling) }),
  // Open, it says nothing of its end, so that either of moment and outcome taken out by a correction opens it again.
  said: ({ note, closedAt, outcome }) => ({
    note,
    ...(closedAt !== null && { closedAt: formatInstant(closedAt), outcome }),
  }),
})

function endOf({ closedAt, outcome }: WinBackBody, telling: Telling) {
  const open = { closedAt: null, outcome: null }
  if (closedAt === null || outcome === null) return open
  if (outcome !== undefined) {
    const said = ifSaid(closedAt, text => laterMoment('closedAt', text, telling))
    return { closedAt: said ?? telling.now, outcome }
  }
  if (closedAt !== undefined) throw refusal('outcome', 'is needed where a win-back is closed')
  return open
}
