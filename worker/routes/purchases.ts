// POST /v1/purchases: what customers bought, and refunds.

import { api } from '../../shared/api.ts'
import { purchaseRow } from '../../shared/facts.ts'
import { recordFacts } from '../record-facts.ts'
import { purchases } from '../repositories/purchases.ts'
import { type Route, route } from './route.ts'

export const savePurchases: Route = route(api.savePurchases, async ({ env, credentials, body, now }) => {
  const { result } = await recordFacts(
    env,
    credentials,
    {
      endpoint: api.savePurchases,
      field: 'purchases',
      row: purchaseRow,
      table: purchases,
      identities: ({ customer }) => customer,
      profile: () => null,
      fact: ({ at, amountMinor, currency, product }) => ({
        at,
        content: [amountMinor, currency, product ?? null],
      }),
    },
    body,
    now,
  )
  return result
})
