// POST /v1/customers/{id}/promises and PATCH on one: what we told a customer we would do, by when.

import { api } from '../../shared/api.ts'
import type { PromiseBody } from '../../shared/facts.ts'
import { formatLocalDate } from '../../shared/time.ts'
import { promises } from '../repositories/promises.ts'
import { dayNotBefore, dayOfText, ifSaid, laterMoment, momentText } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

/** The date as promised at first is nobody's to correct. */
type Said = PromiseBody & { firstDue?: string }

export const promiseRoutes = factRoutes(api.logPromise, api.correctPromise, {
  name: 'promise',
  table: promises,
  content({ what, due, firstDue = due, keptAt, apologisedAt }: Said, telling) {
    return {
      what,
      dueDay: dayNotBefore('due', due, telling, { since: telling.day, called: 'the promise was made' }),
      firstDueDay: dayOfText(firstDue, telling.who),
      keptAt: ifSaid(keptAt, text => laterMoment('keptAt', text, telling)),
      apologisedAt: ifSaid(apologisedAt, text => laterMoment('apologisedAt', text, telling)),
    }
  },
  said: ({ what, dueDay, firstDueDay, keptAt, apologisedAt }): Said => ({
    what,
    due: formatLocalDate(dueDay),
    firstDue: formatLocalDate(firstDueDay),
    keptAt: momentText(keptAt),
    apologisedAt: momentText(apologisedAt),
  }),
})
