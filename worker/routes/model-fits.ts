// POST /v1/model-fits: fit the risk model, now or as it would have been fitted then.

import { api, type ModelFitResult } from '../../shared/api.ts'
import { Failure } from '../../shared/failure.ts'
import { dayOf, formatLocalDate, parseInstant, parseLocalDate } from '../../shared/time.ts'
import { admit } from '../authenticate.ts'
import { fitWorkspace } from '../fit-workspace.ts'
import { allPurchaseDays } from '../repositories/customers.ts'
import { addFit } from '../repositories/model-fits.ts'
import { readRule } from '../repositories/rule-versions.ts'
import { type Route, route } from './route.ts'

export const fitModel: Route = route(api.fitModel, async ({ env: { DB: db }, credentials, body, now }) => {
  const rule = await readRule(db, credentials)
  const { workspaceId, timeZone } = admit(rule?.who ?? null, api.fitModel.roles)
  if (!rule) throw new Failure('internal', 'A session was admitted that was never read.')
  const today = dayOf(now, timeZone)
  const asOfDay = body.asOf === undefined ? today : dayOfText(body.asOf, timeZone)
  if (asOfDay > today) {
    throw new Failure('invalid', 'The future is not known yet.', [
      { path: 'asOf', message: 'lies in the future' },
    ])
  }
  const { fit, logLikelihood, cells, converged } = await fitWorkspace(
    allPurchaseDays(db, workspaceId, asOfDay),
    asOfDay,
    rule.settings,
  )
  await addFit(db, workspaceId, { ...fit, model: 'mbg-nbd', logLikelihood, cells }, now).run()
  return {
    asOf: formatLocalDate(asOfDay),
    model: 'mbg-nbd',
    params: fit.params,
    logLikelihood,
    customers: fit.customers,
    cells,
    repeatPurchases: fit.repeatPurchases,
    typicalIntervalDays: fit.typicalIntervalDays ?? rule.settings.usualIntervalDays,
    converged,
  } satisfies ModelFitResult
})

function dayOfText(text: string, timeZone: string): number {
  return parseLocalDate(text) ?? dayOf(parseInstant(text) ?? 0, timeZone)
}
