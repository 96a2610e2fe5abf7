// POST /v1/customers/{id}/visits and PATCH on one: planned visits, with what to ask there.

import { api } from '../../shared/api.ts'
import { formatLocalDate, startOfDay } from '../../shared/time.ts'
import { visits } from '../repositories/visits.ts'
import { dayOfText, ifSaid, laterMoment, momentText, wordsOf } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const visitRoutes = factRoutes(api.logVisit, api.correctVisit, {
  name: 'visit',
  table: visits,
  // A plan is known from when it was made; one that is told afterwards, from its day.
  content({ day: dayText, questions = [], doneAt, note }, telling) {
    const day = dayOfText(dayText, telling.who)
    const at = Math.min(telling.at, startOfDay(day, telling.who.timeZone))
    const planned = { ...telling, at, day: Math.min(telling.day, day) }
    return {
      at,
      day,
      questions,
      doneAt: ifSaid(doneAt, text => laterMoment('doneAt', text, planned)),
      note: wordsOf(note),
    }
  },
  said: ({ questions, doneAt, note }, { day }) => ({
    day: formatLocalDate(day),
    questions: [...questions],
    doneAt: momentText(doneAt),
    note,
  }),
})
