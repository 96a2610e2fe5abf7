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

export const personRoles = ['orders', 'decides', 'uses', 'other'] as const
export type PersonRole = (typeof personRoles)[number]

export const channels = ['mail', 'phone', 'chat', 'visit', 'post', 'other'] as const
export type Channel = (typeof channels)[number]

export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]

export const purposes = ['sale', 'service', 'care', 'survey', 'win_back', 'other'] as const
export type Purpose = (typeof purposes)[number]

/** How they want to be treated; what `value` holds goes with it. */
export const preferenceKinds = [
  'channel_only',
  'channel_wanted',
  'channel_avoided',
  'channel_never',
  'hours',
  'not_weekday',
  'calls_us',
  'language',
  'expects',
] as const
export type PreferenceKind = (typeof preferenceKinds)[number]

export const gestureKinds = ['amends', 'thanks'] as const
export type GestureKind = (typeof gestureKinds)[number]

export const reasonClasses = ['competitor', 'us', 'customer'] as const
export type ReasonClass = (typeof reasonClasses)[number]

export const winBackClasses = ['first', 'must', 'if_possible', 'let_go'] as const
export type WinBackClass = (typeof winBackClasses)[number]

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
  /** A member said that this identity means this customer: themselves, or an admin for everybody. */
  corrected: z.optional(z.enum(['own', 'shared'])),
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
  /** The day the gap is counted up to; paused days between the last purchase and it are no part of the gap. */
  today: z.optional(localDate),
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
  /** A colleague's guess: shown, never counted. */
  guessed: z.optional(z.boolean()),
  /** The main reason they gave, in words. */
  reason: z.optional(z.nullable(z.string())),
  /** Whose it is, where it is one of the people's. */
  person: z.optional(z.nullable(z.string())),
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
  /** Who said it last, where it is one of the people. */
  person: z.optional(z.nullable(z.string())),
  text: z.string(),
})
export type IrritantGroup = z.infer<typeof irritantGroup>

/** One of the people of a company customer. */
export const person = z.object({
  id: z.string(),
  name: z.string(),
  role: z.catch(z.enum(personRoles), 'other'),
  text: z.string(),
})
export type Person = z.infer<typeof person>

/** `text` says it whole: "never call", "mail only", "before 12:00". */
export const preference = z.object({
  id: z.string(),
  /** One of `preferenceKinds`, or a newer Worker's. */
  kind: z.string(),
  value: z.string(),
  /** Whose it is, where it is one of the people's. */
  person: z.nullable(z.string()),
  text: z.string(),
  tone,
})
export type PreferenceLine = z.infer<typeof preference>

export const promiseStates = ['open', 'due', 'kept', 'broken'] as const
export type PromiseState = (typeof promiseStates)[number]
export const promise = z.object({
  id: z.string(),
  what: z.string(),
  state: z.catch(z.enum(promiseStates), 'open'),
  due: localDate,
  /** As promised at first, where the date was moved. */
  firstDue: localDate,
  keptAt: z.nullable(z.string()),
  apologisedAt: z.nullable(z.string()),
  text: z.string(),
  tone,
})
export type PromiseLine = z.infer<typeof promise>

export const gesture = z.object({
  id: z.string(),
  kind: z.string(),
  what: z.string(),
  at: z.string(),
  costMinor: z.nullable(z.number()),
  currency: z.nullable(z.string()),
  validUntil: z.nullable(localDate),
  /** Runs today: to be honoured unasked. */
  runs: z.boolean(),
  text: z.string(),
})
export type GestureLine = z.infer<typeof gesture>

/** They wrote and nobody answered. */
export const waiting = z.object({
  since: z.string(),
  hours: z.number(),
  usualHours: z.number(),
  isBeyondUsual: z.boolean(),
  text: z.string(),
  tone,
})
export type Waiting = z.infer<typeof waiting>

export const contact = z.object({
  id: z.string(),
  at: z.string(),
  channel: z.string(),
  direction: z.string(),
  purpose: z.string(),
  note: z.nullable(z.string()),
  author: z.nullable(z.string()),
  text: z.string(),
})
export type ContactLine = z.infer<typeof contact>

export const contacts = z.object({
  /** Share of the contacts of the last 90 days that were selling, 0 to 1. */
  saleShare: numberOrUnknown,
  isTooMuchSelling: z.boolean(),
  last30Days: numberOrUnknown,
  usual30Days: numberOrUnknown,
  /** Who is on it now, and until when that day included. */
  onIt: z.nullable(z.object({ id: z.string(), who: z.string(), until: localDate, text: z.string() })),
  /** The latest, newest first. */
  latest: z.array(contact),
  text: z.string(),
})
export type Contacts = z.infer<typeof contacts>

export const pause = z.object({
  id: z.string(),
  from: localDate,
  until: z.nullable(localDate),
  reason: z.string(),
  text: z.string(),
})
export type PauseLine = z.infer<typeof pause>

export const visit = z.object({
  id: z.string(),
  day: localDate,
  questions: z.array(z.string()),
  doneAt: z.nullable(z.string()),
  note: z.nullable(z.string()),
  text: z.string(),
})
export type VisitLine = z.infer<typeof visit>

export const departure = z.object({
  id: z.string(),
  day: localDate,
  reasonClass: z.string(),
  /** In words: as they said, and as it turned out. */
  stated: z.string(),
  confirmed: z.nullable(z.string()),
  fixedAt: z.nullable(z.string()),
  text: z.string(),
})
export type DepartureLine = z.infer<typeof departure>

export const winBack = z.object({
  /** Null where nobody has begun one yet. */
  id: z.nullable(z.string()),
  since: z.nullable(z.string()),
  class: z.union([z.enum(winBackClasses), unknownValue]),
  outcome: z.nullable(z.string()),
  costMinor: z.number(),
  steps: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      channel: z.string(),
      what: z.string(),
      costMinor: z.nullable(z.number()),
      outcome: z.nullable(z.string()),
    }),
  ),
  text: z.string(),
})
export type WinBackLine = z.infer<typeof winBack>

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
  /** Optional, since a snapshot kept by an installed extension may be older: these came later. */
  person: z.optional(z.nullable(person)),
  people: z.optional(z.array(person)),
  preferences: z.optional(z.array(preference)),
  promises: z.optional(z.array(promise)),
  gestures: z.optional(z.array(gesture)),
  waiting: z.optional(z.nullable(waiting)),
  contacts: z.optional(contacts),
  pauses: z.optional(z.array(pause)),
  visits: z.optional(z.array(visit)),
  departure: z.optional(z.nullable(departure)),
  winBack: z.optional(z.nullable(winBack)),
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
