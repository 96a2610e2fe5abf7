// POST /v1/customers/{id}/people and PATCH on one: the people of a company customer, and how to recognise them.

import { api } from '../../shared/api.ts'
import { type NormalIdentity, normaliseIdentity } from '../normalise-identity.ts'
import {
  changeIdentitiesOfPerson,
  findIdentities,
  type OwnedIdentity,
  ownedIdentities,
} from '../repositories/identities.ts'
import { type PersonContent, people } from '../repositories/people.ts'
import { refusal } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const personRoutes = factRoutes(api.logPerson, api.correctPerson, {
  name: 'person',
  table: people,
  content({ name, role, identities = [] }, { who }) {
    const unusable = identities.findIndex(identity => !normaliseIdentity(identity, who.region))
    if (unusable >= 0) throw refusal(`identities[${unusable}]`, 'cannot be an address, phone or record id')
    return { name, role, identities }
  },
  said: ({ name, role, identities }) => ({ name, role, identities }),
  // A customer is recognised by the addresses of their people too.
  consequences: {
    reads: (db, workspaceId, { id = '' }) => [findIdentities(db, workspaceId, id)],
    follow({ customer, factId, before, after, telling }, [rows = []], { env: { DB: db }, now }) {
      const { workspaceId, region } = telling.who
      const had = before?.fact.isLive ? comparable(before.content, region) : new Map()
      const has = after ? comparable(after.content, region) : new Map<string, Comparable>()
      const added = [...has].filter(([key]) => !had.has(key)).map(([, one]) => one)
      const dropped = [...had].filter(([key]) => !has.has(key)).map(([, { identity }]) => identity)
      refuseIfAnothers(added, ownedIdentities(rows), factId)
      const identities = { customerId: customer.id, personId: factId, added, dropped }
      return { writes: changeIdentitiesOfPerson(db, workspaceId, identities, now) }
    },
  },
})

interface Comparable {
  identity: NormalIdentity
  raw: string
  /** Among those of the person. */
  index: number
}

/** The identities of a person as they are compared, each once. */
function comparable({ identities }: PersonContent, region: string): Map<string, Comparable> {
  return new Map(
    identities.flatMap((stated, index) => {
      const identity = normaliseIdentity(stated, region)
      return identity ? [[keyOf(identity), { identity, raw: stated.value, index }]] : []
    }),
  )
}

function keyOf({ kind, value, host }: NormalIdentity): string {
  return JSON.stringify([kind, value, host])
}

/** One address cannot tell which of two people writes. */
function refuseIfAnothers(
  added: readonly Comparable[],
  known: readonly OwnedIdentity[],
  personId: string,
): void {
  const anothers = new Set(known.filter(one => one.personId !== null && one.personId !== personId).map(keyOf))
  const taken = added.find(({ identity }) => anothers.has(keyOf(identity)))
  if (taken) throw refusal(`identities[${taken.index}]`, 'belongs to another of their people')
}
