// What a customer is called, and whose they are, in other words -> their row, what they were called before, and
// the movements of both owners, in one transaction and once a key.

import type { Endpoint } from '../shared/api.ts'
import type { CustomerPatch } from '../shared/facts.ts'
import { changeCustomers } from './change-customers.ts'
import { notFound } from './log-fact.ts'
import { addAudit } from './repositories/audit.ts'
import { findCustomers, knownCustomerOf } from './repositories/customers.ts'
import { findMeant, findOwner, type Member, membersOf } from './repositories/members.ts'
import { findRule, ruleOf } from './repositories/rule-versions.ts'
import type { Call } from './routes/route.ts'
import { refusal } from './telling.ts'
import { writeOnce } from './write-once.ts'

type Owner = Pick<Member, 'id' | 'name'>

export async function correctCustomer(call: Call<CustomerPatch>, endpoint: Endpoint<CustomerPatch>) {
  const { env, credentials, params, body, now } = call
  const { workspaceId } = credentials
  const { DB: db } = env
  const id = params.id ?? ''
  const reads = [
    findCustomers(db, workspaceId, [id]),
    findRule(db, workspaceId),
    findOwner(db, workspaceId, id),
    findMeant(db, workspaceId, body.owner ?? ''),
  ]
  return writeOnce(
    call,
    { endpoint },
    reads,
    ([rows = [], ruleRows = [], ownerRows = [], meant = []], who) => {
      if (rows.length === 0) throw notFound()
      const before = knownCustomerOf(rows[0])
      const [known = null] = membersOf(ownerRows)
      const owner = body.owner === undefined ? known : ownerMeant(body.owner, membersOf(meant))
      const name = body.name ?? before.name
      const company = body.company === undefined ? before.company : body.company
      const ownerId = body.owner === undefined ? before.ownerId : (owner?.id ?? null)
      const after = { ...before, name, company, ownerId }
      const isSame = name === before.name && company === before.company && ownerId === before.ownerId
      const audited = {
        authorId: who.memberId,
        action: 'correct',
        kind: 'customer',
        customerId: id,
        factId: null,
      } as const
      return {
        answer: { customer: { id, name, company, owner } },
        writes: isSame
          ? []
          : [
              ...changeCustomers(db, workspaceId, ruleOf(ruleRows[0]), [{ before, after }], now, null),
              addAudit(db, workspaceId, audited, now),
            ],
      }
    },
  )
}

/** An id is one member's, a name may be several's. */
function ownerMeant(said: string | null, members: readonly Owner[]): Owner | null {
  if (said === null) return null
  const [first, ...more] = members.toSorted(
    (one, other) => Number(other.id === said) - Number(one.id === said),
  )
  if (!first) throw refusal('owner', 'is no member of this workspace')
  if (more.length > 0 && first.id !== said)
    throw refusal('owner', 'is a name that several members have; give the id')
  return first
}
