// POST and GET /v1/customers, PATCH on one: who the customers are, whose they are, and where they stand.

import { api } from '../../shared/api.ts'
import { customerRow } from '../../shared/facts.ts'
import { Failure } from '../../shared/failure.ts'
import { type StatusId, statusIds } from '../../shared/snapshot.ts'
import { correctCustomer as correct } from '../correct-customer.ts'
import { listCustomers as list } from '../list-customers.ts'
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

export const correctCustomer: Route = route(api.correctCustomer, call => correct(call, api.correctCustomer))

const usualPage = 50

export const listCustomers: Route = route(
  api.listCustomers,
  ({ env: { DB: db }, credentials, query, locale, now }) =>
    list(
      db,
      credentials,
      {
        statuses: query.status === undefined ? null : statusesOf(query.status),
        ownerId: query.owner ?? null,
        asOf: query.asOf ?? null,
        knownAt: query.knownAt ?? null,
        after: query.after ?? '',
        most: Number(query.limit ?? usualPage),
        locale,
      },
      now,
    ),
)

function statusesOf(text: string): StatusId[] {
  return text.split(',').map(one => {
    const id = statusIds.find(status => status === one.trim())
    if (!id) {
      const message = `is one of ${statusIds.join(', ')}`
      throw new Failure('invalid', `There is no status ${JSON.stringify(one)}.`, [
        { path: 'status', message },
      ])
    }
    return id
  })
}
