// POST /v1/customers/{id}/departure and PATCH on one: they left, and why: as they said, and as it turned out.

import { api } from '../../shared/api.ts'
import { changesDays } from '../changes-days.ts'
import { departures } from '../repositories/departures.ts'
import { ifSaid, momentText, pastMoment, wordsOf } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const departureRoutes = factRoutes(api.logDeparture, api.correctDeparture, {
  name: 'departure',
  table: departures,
  content: ({ reasonClass, stated, confirmed, fixedAt, note }, telling) => ({
    reasonClass,
    stated,
    confirmed: wordsOf(confirmed),
    fixedAt: ifSaid(fixedAt, text => pastMoment('fixedAt', text, telling)),
    note: wordsOf(note),
  }),
  said: ({ fixedAt, ...rest }) => ({ ...rest, fixedAt: momentText(fixedAt) }),
  consequences: changesDays(departures, facts => ({
    departures: facts.map(({ fact }) => fact.day).sort((one, other) => one - other),
  })),
})
