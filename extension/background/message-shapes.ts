// The shape of everything that is said to the background, checked before anything is done with it: a content
// script lives in a process the host page may have taken over.

import * as z from 'zod/mini'
import { identitySchema } from '../../shared/facts.ts'
import type { FromPanel, MessageName, Messages } from '../messages.ts'

const key = z.string().check(z.minLength(8), z.maxLength(100))
const id = z.string().check(z.minLength(1), z.maxLength(200))
const question = z.int().check(z.gte(0))
const nothing = z.object({})
const identities = z.array(identitySchema).check(z.minLength(1), z.maxLength(20))

const reading = z.union([
  z.object({ found: identities, rules: z.array(id).check(z.maxLength(20)) }),
  z.object({ several: identities }),
  z.object({ missing: z.enum(['no-customer', 'not-understood']) }),
  z.object({ settling: z.literal(true) }),
])

export const messageShapes: { [Name in MessageName]: z.ZodMiniType<Messages[Name][0]> } = {
  'issue-nonce': z.object({ page: key, host: id }),
  'keep-placement': z.object({ host: id, collapsed: z.boolean() }),
  reading: z.object({ page: key, question, host: id, reading }),
  connection: nothing,
  connect: z.object({
    address: z.string().check(z.maxLength(2000)),
    token: z.string().check(z.maxLength(2000)),
  }),
  disconnect: nothing,
  hosts: nothing,
  'enable-host': z.object({ id }),
  'disable-host': z.object({ id }),
}

export const panelShape: z.ZodMiniType<FromPanel> = z.discriminatedUnion('say', [
  z.object({ say: z.literal('open'), nonce: key }),
  z.object({ say: z.literal('resume'), ticket: key }),
  z.object({ say: z.literal('follow') }),
  z.object({ say: z.literal('shown'), question }),
  z.object({ say: z.literal('choose'), question, customerId: id }),
  z.object({ say: z.literal('refresh') }),
  z.object({
    say: z.literal('log-irritant'),
    key,
    customerId: id,
    category: id,
    note: z.nullable(z.string().check(z.maxLength(4000))),
    at: z.int(),
  }),
  z.object({ say: z.literal('discard'), key }),
  z.object({ say: z.literal('open-options') }),
])
