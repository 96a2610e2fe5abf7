// The rows of the bulk endpoints: what other systems tell Holdfast, one row a fact.

import * as z from 'zod/mini'
import { identityKinds } from './identity.ts'
import { isOccurrence, parseInstant } from './time.ts'

const short = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const long = z.string().check(z.maxLength(4000))

/** ISO 8601 with an offset. */
const instant = z
  .string()
  .check(z.refine(text => parseInstant(text) !== null, 'a time like 2026-11-23T09:30:00+02:00 is needed'))

/** ISO 8601 with an offset, or a local date (its start) or date and time in the workspace's time zone. */
export const factMoment = z
  .string()
  .check(z.refine(isOccurrence, 'a time like 2026-11-23T09:30:00+02:00 or a day like 2026-11-23 is needed'))

export const identitySchema = z.object({
  kind: z.enum(identityKinds),
  value: z.string().check(z.minLength(1), z.maxLength(1000)),
  host: z.optional(z.string().check(z.maxLength(200))),
  type: z.optional(z.string().check(z.maxLength(50))),
})

const ofOneCustomer = {
  /** Which system says so, and under which id: together they make the same row twice one fact. */
  source: short,
  externalId: short,
  /** Any one identity is enough; several are joined to one customer. */
  customer: z.array(identitySchema).check(z.minLength(1), z.maxLength(20)),
}

export const customerRow = z.object({
  ...ofOneCustomer,
  name: z.optional(short),
  company: z.optional(short),
  /** A member by name or address. */
  owner: z.optional(short),
})
export type CustomerRow = z.infer<typeof customerRow>

export const purchaseRow = z.object({
  ...ofOneCustomer,
  at: factMoment,
  /** In the currency's smallest unit; negative for a refund, which never counts as a purchase. */
  amountMinor: z.int().check(z.gte(-9e15), z.lte(9e15)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'three capital letters like EUR are needed')),
  product: z.optional(short),
})
export type PurchaseRow = z.infer<typeof purchaseRow>

export const responseRow = z.object({
  ...ofOneCustomer,
  at: factMoment,
  score: z.int().check(z.gte(0), z.lte(10)),
  comment: z.optional(long),
  touchpoint: z.optional(short),
  /** When somebody got back to them about it. */
  followedUpAt: z.optional(instant),
})
export type ResponseRow = z.infer<typeof responseRow>

/** An irritant as a member logs it from the panel. */
export const irritantBody = z.object({
  category: short,
  note: z.optional(long),
  /** Absent: now. */
  at: z.optional(factMoment),
})
export type IrritantBody = z.infer<typeof irritantBody>

/** A correction of an irritant: solved (or open again with null), or other words. */
export const irritantPatch = z.object({
  solvedAt: z.optional(z.nullable(factMoment)),
  note: z.optional(z.nullable(long)),
})
export type IrritantPatch = z.infer<typeof irritantPatch>
