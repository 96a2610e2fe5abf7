// POST /v1/model-fits: fit the risk model, now or as it would have been fitted then.

import { api, type ModelFitResult } from '../../shared/api.ts'
import { Failure } from '../../shared/failure.ts'
import { dayOf, formatLocalDate, parseInstant, parseLocalDate } from '../../shared/time.ts'
import { admit } from '../authenticate.ts'
import { fitAsOf, renewFits } from '../renew-fits.ts'
import { readRule } from '../repositories/rule-versions.ts'
import { type Route, route } from './route.ts'

export const fitModel: Route = route(api.fitModel, async ({ env: { DB: db }, credentials, body, now }) => {
  const found = await readRule(db, credentials)
  const { workspaceId, timeZone, currency } = admit(found?.who ?? null, api.fitModel.roles)
  if (!found) throw new Failure('internal', 'A session was admitted that was never read.')
  const today = dayOf(now, timeZone)
  const asOfDay = body.asOf === undefined ? today : dayOfText(body.asOf, timeZone)
  if (asOfDay > today) {
    throw new Failure('invalid', 'The future is not known yet.', [
      { path: 'asOf', message: 'lies in the future' },
    ])
  }
  const workspace = { workspaceId, currency, today }
  const { fit: renewed, isKept } =
    asOfDay === today
      ? await renewFits(db, workspace, found.rule, now)
      : await fitAsOf(db, workspace, found.rule, asOfDay, now)
  const { fit, logLikelihood, cells, converged } = renewed
  return {
    asOf: formatLocalDate(asOfDay),
    model: 'mbg-nbd',
    params: fit.params,
    logLikelihood,
    customers: fit.customers,
    cells: cells.length,
    repeatPurchases: fit.repeatPurchases,
    typicalIntervalDays: fit.typicalIntervalDays ?? found.rule.settings.usualIntervalDays,
    converged,
    kept: isKept,
  } satisfies ModelFitResult
})

function dayOfText(text: string, timeZone: string): number {
  return parseLocalDate(text) ?? dayOf(parseInstant(text) ?? 0, timeZone)
}
