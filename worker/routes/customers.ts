// POST /v1/customers: who the customers are.

import { api } from '../../shared/api.ts'
import { customerRow } from '../../shared/facts.ts'
import { recordFacts } from '../record-facts.ts'
import { type Route, route } from './route.ts'

export const saveCustomers: Route = route(api.saveCustomers, async ({ env, credentials, body, now }) => {
  const { result } = await recordFacts(
    env,
    credentials,
    {
      endpoint: api.saveCustomers,
      field: 'customers',
      row: customerRow,
      table: null,
      // A customer's id at their source is one more way to recognise them.
      identities: ({ source, externalId, customer }) => [
        ...customer,
        { kind: 'record', value: externalId, host: source },
      ],
      profile: ({ name, company, owner }) => ({ name, company, owner }),
      fact: () => null,
    },
    body,
    now,
  )
  return result
})
