// POST /v1/customers/{id}/win-back/{winBackId}/steps and PATCH on one: what was done to return a customer.

import { api } from '../../shared/api.ts'
import { sourceOf } from '../fact-id.ts'
import { notFound } from '../log-fact.ts'
import { winBackSteps } from '../repositories/win-back-steps.ts'
import { winBacks } from '../repositories/win-backs.ts'
import { currencyOf, wordsOf } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const winBackStepRoutes = factRoutes(api.logWinBackStep, api.correctWinBackStep, {
  name: 'win-back-step',
  table: winBackSteps,
  content: ({ channel, what, costMinor = null, currency, outcome }, telling) => ({
    winBackId: telling.params.winBackId ?? '',
    channel,
    what,
    costMinor,
    currency: currencyOf(costMinor, currency, telling),
    outcome: wordsOf(outcome),
  }),
  said: ({ winBackId, ...rest }) => rest,
  // A step of an effort that nobody knows, or of another one, is none.
  consequences: {
    reads: (db, workspaceId, { winBackId = '' }) => [
      winBacks.find(db, workspaceId, JSON.stringify([sourceOf(winBackId)])),
    ],
    follow({ customer, before, telling }, [winBackRows = []]) {
      const [winBack] = winBacks.revisions(winBackRows)
      const isTheirs = winBack?.fact.isLive && winBack.fact.customerId === customer.id
      const isOfIt = !before || before.content.winBackId === telling.params.winBackId
      if (!isTheirs || !isOfIt) throw notFound()
      return {}
    },
  },
})
