// POST /v1/customers/{id}/gestures and PATCH on one: what we gave to make good or to thank.

import { api } from '../../shared/api.ts'
import { gestures } from '../repositories/gestures.ts'
import { currencyOf, dayNotBefore, dayText, ifSaid } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const gestureRoutes = factRoutes(api.logGesture, api.correctGesture, {
  name: 'gesture',
  table: gestures,
  content: ({ kind, what, costMinor = null, currency, validUntil }, telling) => ({
    kind,
    what,
    costMinor,
    currency: currencyOf(costMinor, currency, telling),
    validUntilDay: ifSaid(validUntil, text =>
      dayNotBefore('validUntil', text, telling, { since: telling.day, called: 'it was given' }),
    ),
  }),
  said: ({ validUntilDay, ...rest }) => ({ ...rest, validUntil: dayText(validUntilDay) }),
})
