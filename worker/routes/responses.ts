// POST /v1/responses: how likely customers say they are to recommend us.

import { api } from '../../shared/api.ts'
import { responseRow } from '../../shared/facts.ts'
import { parseInstant } from '../../shared/time.ts'
import { recordFacts } from '../record-facts.ts'
import { responses } from '../repositories/responses.ts'
import { type Route, route } from './route.ts'

export const saveResponses: Route = route(api.saveResponses, async ({ env, credentials, body, now }) => {
  const { result } = await recordFacts(
    env,
    credentials,
    {
      endpoint: api.saveResponses,
      field: 'responses',
      row: responseRow,
      table: responses,
      identities: ({ customer }) => customer,
      profile: () => null,
      fact: ({ at, score, comment, touchpoint, followedUpAt }) => ({
        at,
        content: [
          score,
          comment ?? null,
          touchpoint ?? null,
          followedUpAt === undefined ? null : parseInstant(followedUpAt),
        ],
      }),
    },
    body,
    now,
  )
  return result
})
