// POST /v1/customers/{id}/pauses and PATCH on one: periods in which silence is excused.

import { api } from '../../shared/api.ts'
import { formatLocalDate, startOfDay } from '../../shared/time.ts'
import { changesDays } from '../changes-days.ts'
import { mergePauses } from '../pauses.ts'
import { pauses } from '../repositories/pauses.ts'
import { dayNotBefore, dayOfText, dayText, ifSaid } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const pauseRoutes = factRoutes(api.logPause, api.correctPause, {
  name: 'pause',
  table: pauses,
  // One to come is known from when we were told; one that is told afterwards, from its first day.
  content({ reason, from, until }, telling) {
    const day = from === undefined ? telling.day : dayOfText(from, telling.who)
    const begins = { since: day, called: 'the pause begins' }
    return {
      at: Math.min(telling.at, startOfDay(day, telling.who.timeZone)),
      day,
      untilDay: ifSaid(until, text => dayNotBefore('until', text, telling, begins)),
      reason,
    }
  },
  said: ({ untilDay, reason }, { day }) => ({
    reason,
    from: formatLocalDate(day),
    until: dayText(untilDay),
  }),
  consequences: changesDays(pauses, facts => ({
    pauses: mergePauses(facts.map(({ fact, content }) => [fact.day, content.untilDay])),
  })),
})
