// POST /v1/corrections: "this page is that customer", for oneself or, by an admin, for everybody.

import { api } from '../../shared/api.ts'
import { Failure } from '../../shared/failure.ts'
import { notFound } from '../log-fact.ts'
import { normaliseIdentity } from '../normalise-identity.ts'
import { addAudit } from '../repositories/audit.ts'
import { saveCorrection } from '../repositories/corrections.ts'
import { findCustomers } from '../repositories/customers.ts'
import { refusal } from '../telling.ts'
import { writeOnce } from '../write-once.ts'
import { type Route, route } from './route.ts'

export const correct: Route = route(api.correct, call => {
  const { env, credentials, body, now } = call
  const { DB: db } = env
  const { customerId, shared = false } = body
  const reads = [findCustomers(db, credentials.workspaceId, customerId === null ? [] : [customerId])]
  return writeOnce(call, { endpoint: api.correct }, reads, ([customers = []], who) => {
    if (shared && who.role !== 'admin') {
      throw new Failure(
        'forbidden',
        `This needs the role admin where it counts for all; yours is ${who.role}.`,
      )
    }
    const identity = normaliseIdentity(body.identity, who.region)
    if (!identity) throw refusal('identity', 'cannot be an address, phone or record id')
    if (customerId !== null && customers.length === 0) throw notFound()
    const { workspaceId, memberId } = who
    const corrected = { identity, memberId: shared ? null : memberId }
    const audited = { authorId: memberId, kind: 'correction', customerId, factId: null }
    return {
      answer: { customerId, shared },
      writes: [
        ...saveCorrection(db, workspaceId, corrected, customerId, memberId, now),
        addAudit(db, workspaceId, { ...audited, action: customerId === null ? 'undo' : 'correct' }, now),
      ],
    }
  })
})
