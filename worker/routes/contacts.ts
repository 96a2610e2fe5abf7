// POST /v1/contacts, POST /v1/customers/{id}/contacts and PATCH on one: touches between us and a customer.

import { api } from '../../shared/api.ts'
import { contactRow } from '../../shared/facts.ts'
import { recordFacts } from '../record-facts.ts'
import { contacts } from '../repositories/contacts.ts'
import { dayNotBefore, dayText, ifSaid, wordsOf } from '../telling.ts'
import { sha256 } from '../token.ts'
import { factRoutes } from './fact-routes.ts'
import { type Route, route } from './route.ts'

const saveContacts: Route = route(api.saveContacts, async ({ env, credentials, body, now }) => {
  const { result } = await recordFacts(
    env,
    credentials,
    {
      endpoint: api.saveContacts,
      field: 'contacts',
      row: contactRow,
      table: contacts,
      identities: ({ customer }) => customer,
      profile: () => null,
      fact: ({ at, channel, direction, purpose = 'other', note, reference = null }) => ({
        at,
        content: contacts.statedValuesOf({ channel, direction, purpose, note: wordsOf(note), reference }),
      }),
    },
    body,
    now,
  )
  return result
})

export const contactRoutes: readonly Route[] = [
  saveContacts,
  ...factRoutes(api.logContact, api.correctContact, {
    name: 'contact',
    table: contacts,
    content: (
      { channel, direction, purpose = 'other', note, personId = null, onItUntil, reference = null },
      telling,
    ) => ({
      channel,
      direction,
      purpose,
      note: wordsOf(note),
      personId,
      onItUntilDay: ifSaid(onItUntil, text =>
        dayNotBefore('onItUntil', text, telling, { since: telling.day, called: 'the contact itself' }),
      ),
      reference,
    }),
    said: ({ onItUntilDay, ...rest }) => ({ ...rest, onItUntil: dayText(onItUntilDay) }),
    id: async ({ reference }, customerId) =>
      reference ? `r${(await sha256(JSON.stringify([customerId, reference]))).slice(0, 31)}` : null,
  }),
]
