// Everything the panel shows for one customer at one moment: structure and words, made by the Worker.
// Parsed tolerantly: an installed extension is older than the Worker, so unknown fields are dropped, not refused.

import * as z from 'zod/mini'
import { identityKinds } from './identity.ts'

/** "No answer" is a value with its reason in the reader's language, never 0, '' or null. */
export const unknownValue = z.object({ unknown: z.string() })
export type Unknown = z.infer<typeof unknownValue>

/** How a line feels, always said by its words as well; an unknown tone of a newer Worker is shown plainly. */
export const tone = z.catch(z.enum(['plain', 'good', 'warn', 'bad']), 'plain')
export type Tone = z.infer<typeof tone>

export const bandIds = ['low', 'watch', 'high', 'very-high'] as const
export type BandId = (typeof bandIds)[number]

export const statusIds = [
  'prospect',
  'new',
  'once',
  'active',
  'late',
  'lost',
  'returned',
  'departed',
] as const
export type StatusId = (typeof statusIds)[number]

export const scoreGroups = ['promoter', 'passive', 'detractor'] as const
export type ScoreGroup = (typeof scoreGroups)[number]

export const moods = ['calm', 'uneasy', 'angry'] as const
export type Mood = (typeof moods)[number]

const numberOrUnknown = z.union([z.number(), unknownValue])
/** A local day, `2026-11-23`. */
const localDate = z.string()
const localDateOrUnknown = z.union([localDate, unknownValue])

/** A customer that an identity could also mean, for the chooser. */
export const candidate = z.object({ customerId: z.string(), name: z.string(), evidence: z.string() })
export type Candidate = z.infer<typeof candidate>

/** Which identity led to the customer, and whom else the others could mean. */
export const match = z.object({
  by: z.enum(identityKinds),
  /** The identity's value as it was asked. */
  evidence: z.string(),
  others: z.array(candidate),
})
export type Match = z.infer<typeof match>

export const status = z.object({
  id: z.enum(statusIds),
  since: localDateOrUnknown,
  /** The days on which the present silence crosses each threshold. */
  lateAt: localDateOrUnknown,
  lostAt: localDateOrUnknown,
  text: z.string(),
  tone,
})
export type Status = z.infer<typeof status>

export const gap = z.object({
  /** Days since the last purchase. */
  days: numberOrUnknown,
  /** The customer's own usual days between purchases, or the workspace's typical ones while `basis` says so. */
  intervalDays: z.number(),
  basis: z.enum(['own', 'workspace']),
  ratio: numberOrUnknown,
  /** The middle half of the own gaps, from 4 gaps on. */
  low: numberOrUnknown,
  high: numberOrUnknown,
  /** Days with a purchase. */
  purchases: z.number(),
  /** The latest of them, oldest first. */
  recent: z.array(localDate),
  text: z.string(),
})
export type Gap = z.infer<typeof gap>

export const reason = z.object({ id: z.string(), points: z.number(), text: z.string() })
export type Reason = z.infer<typeof reason>

export const risk = z.object({
  /** 1-99, 100 = worst; `start` + the points of all reasons = `score`. */
  score: numberOrUnknown,
  start: numberOrUnknown,
  band: z.union([z.enum(bandIds), unknownValue]),
  text: z.string(),
  horizonDays: z.number(),
  /** The model's part alone: buys within the horizon, still a customer, buys in time at own pace. */
  purchase: z.union([
    z.object({ probability: z.number(), alive: z.number(), pace: z.number(), basis: z.string() }),
    unknownValue,
  ]),
  reasons: z.array(reason),
})
export type Risk = z.infer<typeof risk>

export const scoreEntry = z.object({
  id: z.string(),
  at: z.string(),
  score: z.number(),
  group: z.enum(scoreGroups),
  comment: z.nullable(z.string()),
  touchpoint: z.nullable(z.string()),
  followedUpAt: z.nullable(z.string()),
  /** The local day a follow-up is due, or null where none is. */
  followUpDue: z.nullable(localDate),
})
export type ScoreEntry = z.infer<typeof scoreEntry>

export const nps = z.object({
  latest: z.union([scoreEntry, unknownValue]),
  /** Oldest first. */
  history: z.array(scoreEntry),
  text: z.string(),
})
export type Nps = z.infer<typeof nps>

/** One category's occurrences together; `id` is the latest occurrence's. */
export const irritantGroup = z.object({
  id: z.string(),
  category: z.string(),
  name: z.string(),
  note: z.nullable(z.string()),
  count: z.number(),
  firstAt: z.string(),
  lastAt: z.string(),
  /** Local days of the occurrences, oldest first. */
  days: z.array(localDate),
  solvedAt: z.nullable(z.string()),
  text: z.string(),
})
export type IrritantGroup = z.infer<typeof irritantGroup>

/** A figure the panel can show without knowing it: the open end for new metrics. */
export const fact = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  tone,
  meaning: z.string(),
})
export type Fact = z.infer<typeof fact>

const customer = z.object({ id: z.string(), name: z.string(), company: z.nullable(z.string()) })
const owner = z.nullable(z.object({ id: z.string(), name: z.string() }))
const verdict = z.object({ text: z.string(), tone })

export const snapshot = z.object({
  customer,
  owner,
  verdict,
  mood: z.enum(moods),
  match,
  asOf: z.string(),
  settingsVersion: z.number(),
  status,
  gap,
  risk,
  nps,
  irritants: z.array(irritantGroup),
  facts: z.array(fact),
})
export type Snapshot = z.infer<typeof snapshot>

/** What a row of a list shows: the same figures, fewer of them. */
export const badge = z.object({
  customer,
  verdict,
  mood: z.enum(moods),
  asOf: z.string(),
  status: z.pick(status, { id: true, text: true, tone: true }),
  gap: z.pick(gap, { days: true, intervalDays: true, basis: true, text: true }),
  risk: z.pick(risk, { score: true, band: true, text: true }),
})
export type Badge = z.infer<typeof badge>
