// POST /v1/customers/{id}/overrides and PATCH on one: a member's own band for a while, with a reason.

import { api } from '../../shared/api.ts'
import { formatLocalDate } from '../../shared/time.ts'
import { overrides } from '../repositories/overrides.ts'
import { dayNotBefore } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const overrideRoutes = factRoutes(api.logOverride, api.correctOverride, {
  name: 'override',
  table: overrides,
  content: ({ band, reason, until }, telling) => ({
    band,
    reason,
    untilDay: dayNotBefore('until', until, telling, { since: telling.day, called: 'it begins' }),
  }),
  said: ({ band, reason, untilDay }) => ({ band, reason, until: formatLocalDate(untilDay) }),
})
