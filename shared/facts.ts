// What is told to Holdfast: rows of the bulk endpoints by other systems, bodies and corrections by members.

import * as z from 'zod/mini'
import { identityKinds } from './identity.ts'
import {
  bandIds,
  channels,
  directions,
  gestureKinds,
  personRoles,
  preferenceKinds,
  purposes,
  reasonClasses,
} from './snapshot.ts'
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

/** "This page is that customer": null gives the identity back to whoever it is one of. */
export const correctionBody = z.object({
  identity: z.extend(identitySchema, { kind: z.enum(['record', 'email', 'phone']) }),
  customerId: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
  /** For everybody in the workspace, where an admin says so. */
  shared: z.optional(z.boolean()),
})
export type CorrectionBody = z.infer<typeof correctionBody>

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
  guessed: z.optional(z.boolean()),
  reason: z.optional(short),
})
export type ResponseRow = z.infer<typeof responseRow>

export const contactRow = z.object({
  ...ofOneCustomer,
  at: factMoment,
  channel: z.enum(channels),
  direction: z.enum(directions),
  /** Absent: other. */
  purpose: z.optional(z.enum(purposes)),
  note: z.optional(long),
  reference: z.optional(short),
})
export type ContactRow = z.infer<typeof contactRow>

/** Words that say what the fact is. */
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000))
/** What may be left out, and taken out again by a correction with null. */
const maybe = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema))
/** A local day; a moment stands for the day it lies on. */
const localDay = factMoment
const money = {
  /** In the currency's smallest unit. */
  costMinor: maybe(z.int().check(z.gte(0), z.lte(9e15))),
  /** Absent: the workspace's. */
  currency: maybe(z.string().check(z.regex(/^[A-Z]{3}$/, 'three capital letters like EUR are needed'))),
}

/** What every fact that a member logs can say. */
const logged = {
  /** When it happened. Absent: now. */
  at: z.optional(factMoment),
}
/** One of the customer's people, by id. */
const ofOnePerson = { personId: maybe(short) }

/** A correction says what is different now; what it leaves out stays. */
function correctionOf<Shape extends z.core.$ZodShape>(body: z.ZodMiniObject<Shape>) {
  return z.extend(z.partial(body), {
    /** True takes the fact back, false brings it back. */
    undone: z.optional(z.boolean()),
  })
}

/** One of the people of a company customer. */
export const personBody = z.object({
  ...logged,
  name: short,
  role: z.enum(personRoles),
  /** How to recognise them. A correction names them all. */
  identities: z.optional(
    z.array(z.extend(identitySchema, { kind: z.enum(['record', 'email', 'phone']) })).check(z.maxLength(20)),
  ),
})
export type PersonBody = z.infer<typeof personBody>
export const personPatch = correctionOf(personBody)

export const contactBody = z.object({
  ...logged,
  ...ofOnePerson,
  channel: z.enum(channels),
  /** `in`: from them to us. */
  direction: z.enum(directions),
  /** Absent: other. */
  purpose: z.optional(z.enum(purposes)),
  note: maybe(long),
  /** "I'm on it", up to that day. */
  onItUntil: maybe(localDay),
  /** The host's own id of the message or ticket: it is logged once, whoever does. */
  reference: maybe(short),
})
export type ContactBody = z.infer<typeof contactBody>
export const contactPatch = z.omit(correctionOf(contactBody), { reference: true })

export const preferenceBody = z.object({
  ...logged,
  ...ofOnePerson,
  kind: z.enum(preferenceKinds),
  /** See shared/preference-value.ts for what goes with each kind. */
  value: z.optional(long),
})
export type PreferenceBody = z.infer<typeof preferenceBody>
export const preferencePatch = correctionOf(preferenceBody)

export const promiseBody = z.object({
  ...logged,
  what: words,
  due: localDay,
  keptAt: maybe(factMoment),
  apologisedAt: maybe(factMoment),
})
export type PromiseBody = z.infer<typeof promiseBody>
export const promisePatch = correctionOf(promiseBody)

export const gestureBody = z.object({
  ...logged,
  ...money,
  kind: z.enum(gestureKinds),
  what: words,
  /** A running privilege, up to that day. */
  validUntil: maybe(localDay),
})
export type GestureBody = z.infer<typeof gestureBody>
export const gesturePatch = correctionOf(gestureBody)

export const pauseBody = z.object({
  ...logged,
  reason: words,
  /** Both days included. Absent: from the day it was logged, and until nobody knows when. */
  from: z.optional(localDay),
  until: maybe(localDay),
})
export type PauseBody = z.infer<typeof pauseBody>
export const pausePatch = correctionOf(pauseBody)

export const visitBody = z.object({
  ...logged,
  day: localDay,
  /** What to ask there. */
  questions: z.optional(z.array(words).check(z.maxLength(50))),
  doneAt: maybe(factMoment),
  note: maybe(long),
})
export type VisitBody = z.infer<typeof visitBody>
export const visitPatch = correctionOf(visitBody)

export const departureBody = z.object({
  ...logged,
  reasonClass: z.enum(reasonClasses),
  /** One of shared/departure-reasons.ts, or their own words. */
  stated: words,
  confirmed: maybe(words),
  /** Since when the cause no longer exists here. */
  fixedAt: maybe(factMoment),
  note: maybe(long),
})
export type DepartureBody = z.infer<typeof departureBody>
export const departurePatch = correctionOf(departureBody)

export const winBackBody = z.object({
  ...logged,
  note: maybe(long),
  closedAt: maybe(factMoment),
  outcome: maybe(z.enum(['returned', 'gave_up'])),
})
export type WinBackBody = z.infer<typeof winBackBody>
export const winBackPatch = correctionOf(winBackBody)

export const winBackStepBody = z.object({
  ...logged,
  ...money,
  channel: z.enum(channels),
  what: words,
  outcome: maybe(long),
})
export type WinBackStepBody = z.infer<typeof winBackStepBody>
export const winBackStepPatch = correctionOf(winBackStepBody)

export const responseBody = z.object({
  ...logged,
  ...ofOnePerson,
  score: z.int().check(z.gte(0), z.lte(10)),
  comment: maybe(long),
  touchpoint: maybe(short),
  followedUpAt: maybe(factMoment),
  /** A colleague's guess: kept, never counted. */
  guessed: z.optional(z.boolean()),
  /** The main reason they gave. */
  reason: maybe(short),
})
export type ResponseBody = z.infer<typeof responseBody>
export const responsePatch = correctionOf(responseBody)

/** "Keep an eye": the member's own band, with their reason, up to that day. */
export const overrideBody = z.object({
  ...logged,
  band: z.enum(bandIds),
  reason: words,
  until: localDay,
})
export type OverrideBody = z.infer<typeof overrideBody>
export const overridePatch = correctionOf(overrideBody)

export const irritantBody = z.object({
  ...logged,
  ...ofOnePerson,
  category: short,
  note: maybe(long),
  /** Corrected, it holds for every occurrence of the category in the same state. */
  solvedAt: maybe(factMoment),
})
export type IrritantBody = z.infer<typeof irritantBody>
export const irritantPatch = correctionOf(irritantBody)

/** A correction of what is known of the customer. */
export const customerPatch = z.object({
  name: z.optional(short),
  company: maybe(short),
  /** A member by id or name; null: nobody's. */
  owner: maybe(short),
})
export type CustomerPatch = z.infer<typeof customerPatch>
