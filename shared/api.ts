// The contract: every endpoint once. The Worker validates with it, the extension parses answers with it,
// `/openapi.json` is made from it. Changes are additive only: installed extensions are older than the Worker.

import * as z from 'zod/mini'
import {
  contactBody,
  contactPatch,
  contactRow,
  correctionBody,
  customerPatch,
  customerRow,
  departureBody,
  departurePatch,
  gestureBody,
  gesturePatch,
  identitySchema,
  irritantBody,
  irritantPatch,
  overrideBody,
  overridePatch,
  pauseBody,
  pausePatch,
  personBody,
  personPatch,
  preferenceBody,
  preferencePatch,
  promiseBody,
  promisePatch,
  purchaseRow,
  responseBody,
  responsePatch,
  responseRow,
  visitBody,
  visitPatch,
  winBackBody,
  winBackPatch,
  winBackStepBody,
  winBackStepPatch,
} from './facts.ts'
import { rowFailure } from './failure.ts'
import { decimalMarks } from './import-amount.ts'
import { dateOrders } from './import-date.ts'
import { locales } from './locale.ts'
import { settingsSchema } from './settings.ts'
import { settingsChange } from './settings-change.ts'
import { badge, candidate, irritantGroup, match, snapshot } from './snapshot.ts'
import { parseInstant, parseLocalDate } from './time.ts'

export const roles = ['agent', 'manager', 'admin'] as const
export type Role = (typeof roles)[number]

export interface Endpoint<Request = unknown, Response = unknown> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Hono's form: `/v1/customers/:id/irritants`. */
  path: string
  /** Who may call it; null for everybody, signed in or not. */
  roles: readonly Role[] | null
  summary: string
  /** Null where there is no body. */
  request: z.ZodMiniType<Request> | null
  response: z.ZodMiniType<Response>
  /** The body is a text in CSV, handed on as it came. */
  csv?: true
  /** What may stand behind the path. */
  query?: z.ZodMiniType<Record<string, string | undefined>>
  /** For bulk endpoints: each row is checked by itself, so that a bad one never stops the good ones. */
  row?: z.ZodMiniType
  /** The largest body in bytes. */
  mostBytes: number
  /** A write that is done once however often it is sent with the same `Idempotency-Key`. */
  idempotencyKey?: true
}

export const mostLookups = 100
export const mostRows = 5000
const smallBody = 256 * 1024
const bulkBody = 8 * 1024 * 1024

/** ISO 8601 with an offset, or a local date meaning the whole of that day. */
const moment = z
  .string()
  .check(
    z.refine(
      text => parseInstant(text) !== null || parseLocalDate(text) !== null,
      'a day like 2026-11-23 or a time like 2026-11-23T09:30:00+02:00 is needed',
    ),
  )

export const lookupRequest = z.object({
  lookups: z
    .array(z.object({ identities: z.array(identitySchema).check(z.minLength(1), z.maxLength(20)) }))
    .check(z.minLength(1), z.maxLength(mostLookups)),
  view: z.enum(['panel', 'badge']),
  locale: z._default(z.enum(locales), 'en'),
  /** Facts up to then, as they are known today. */
  asOf: z.optional(moment),
  /** What was known then, under the rule of then: what was shown. */
  knownAt: z.optional(moment),
})
export type LookupRequest = z.infer<typeof lookupRequest>

const several = z.object({ several: z.array(candidate) })
/** `unknown_customer`: nobody known under these identities. `no_usable_identity`: none of them can be one. */
const missing = z.object({ missing: z.string() })
export const panelAnswer = z.union([z.object({ match, snapshot }), several, missing])
export const badgeAnswer = z.union([z.object({ match, snapshot: badge }), several, missing])
export type PanelAnswer = z.infer<typeof panelAnswer>
export type BadgeAnswer = z.infer<typeof badgeAnswer>

export const panelAnswers = z.object({ answers: z.array(panelAnswer) })
export const badgeAnswers = z.object({ answers: z.array(badgeAnswer) })

const commaList = z.optional(z.string().check(z.maxLength(200)))
const listQuery = z.object({
  /** Of `statusIds`, separated by commas; absent: all. */
  status: commaList,
  /** A member's id. */
  owner: z.optional(z.string().check(z.maxLength(100))),
  asOf: z.optional(moment),
  knownAt: z.optional(moment),
  /** `next` of the page before. */
  after: z.optional(z.string().check(z.maxLength(100))),
  /** Customers a page, up to 100. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/))),
})

export const customerList = z.object({
  customers: z.array(z.extend(badge, { owner: z.nullable(z.object({ id: z.string(), name: z.string() })) })),
  /** Where the next page begins; null behind the last one. */
  next: z.nullable(z.string()),
})
export type CustomerList = z.infer<typeof customerList>

/** What became of a bulk request: `rejected` rows are named by their index, the others are in. */
export const bulkResult = z.object({
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.array(rowFailure),
})
export type BulkResult = z.infer<typeof bulkResult>

export const modelFitResult = z.object({
  asOf: z.string(),
  model: z.string(),
  params: z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() }),
  logLikelihood: z.number(),
  customers: z.number(),
  cells: z.number(),
  repeatPurchases: z.number(),
  typicalIntervalDays: z.number(),
  converged: z.boolean(),
  /** Whether figures go by it from now on: false where the fit in force says as much, or is younger than a week. */
  kept: z.optional(z.boolean()),
})
export type ModelFitResult = z.infer<typeof modelFitResult>

/** What became of a part of a file; rejected rows are counted from the first below the header. */
export const importResult = z.extend(bulkResult, {
  importId: z.string(),
  rejected: z.array(z.extend(rowFailure, { line: z.number() })),
  /** Rows in another currency than the workspace's: they count for rhythm, not for money. */
  otherCurrency: z.number(),
})
export type ImportResult = z.infer<typeof importResult>

export const importList = z.object({
  /** Of the workspace: what amounts are in that name none. */
  currency: z.optional(z.string()),
  imports: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      source: z.string(),
      name: z.nullable(z.string()),
      at: z.string(),
      rows: z.number(),
      accepted: z.number(),
      duplicates: z.number(),
      rejected: z.number(),
      undoneAt: z.nullable(z.string()),
      state: z.enum(['done', 'undoing', 'undone']),
    }),
  ),
})
export type ImportList = z.infer<typeof importList>

export const undoResult = z.object({ done: z.boolean(), left: z.number() })
export type UndoResult = z.infer<typeof undoResult>

const shortText = z.optional(z.string().check(z.minLength(1), z.maxLength(200)))
const importQuery = z.object({
  /** Minted by whoever cuts a file into parts; absent: this body is the whole file. */
  import: z.optional(z.string().check(z.regex(/^[\w-]{8,64}$/))),
  source: shortText,
  /** Of the file. */
  name: shortText,
  dateOrder: z.optional(z.enum(dateOrders)),
  decimal: z.optional(z.enum(decimalMarks)),
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  /** Header names by field as JSON, where they are not recognised: `{"date": "When"}`. */
  columns: z.optional(z.string().check(z.maxLength(4000))),
})

const progress = z.object({ done: z.number(), of: z.number() })

/** The newest settings; while `changing`, customers are counted anew under them and the ones before still hold. */
export const settingsState = z.object({
  version: z.number(),
  settings: settingsSchema,
  changing: z.nullable(progress),
})
export type SettingsState = z.infer<typeof settingsState>

const settingsNote = z.optional(z.string().check(z.trim(), z.maxLength(500)))

/** `version` is the one the change was made on: where it is no longer the newest, nothing is overwritten unseen. */
export const settingsBody = z.object({
  version: z.int().check(z.gte(1)),
  settings: settingsChange,
  note: settingsNote,
})

export const restoreBody = z.object({
  version: z.int().check(z.gte(1)),
  toVersion: z.int().check(z.gte(1)),
  note: settingsNote,
})

export const settingsProgress = z.extend(progress, { applied: z.boolean() })
export type SettingsProgress = z.infer<typeof settingsProgress>

export const settingsHistory = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      /** Null for the version that a workspace begins with. */
      author: z.nullable(z.object({ id: z.string(), name: z.string() })),
      at: z.string(),
      note: z.string(),
      /** What is different from the version before. */
      changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
})
export type SettingsHistory = z.infer<typeof settingsHistory>

/** A fact as it stands after a member logged or corrected it: what was said of it, and whose word it is. */
function factShown<Shape extends z.core.$ZodShape>(body: z.ZodMiniObject<Shape>) {
  return z.extend(body, {
    id: z.string(),
    at: z.string(),
    /** Who logged it first; null where another system did. */
    authorId: z.nullable(z.string()),
    undone: z.boolean(),
  })
}

/** By which members log a fact of a customer. */
function logging<Body, Response extends z.ZodMiniType>(
  noun: string,
  summary: string,
  request: z.ZodMiniType<Body>,
  response: Response,
) {
  const path = `/v1/customers/:id/${noun}`
  return { method: 'POST', path, roles, summary, request, response, ...ofMembers } as const
}

/** By which they correct one of these facts, take it back or bring it back. */
function correcting<Patch, Response extends z.ZodMiniType>(
  noun: string,
  summary: string,
  request: z.ZodMiniType<Patch>,
  response: Response,
) {
  const path = `/v1/customers/:id/${noun}/:factId`
  return { method: 'PATCH', path, roles, summary, request, response, ...ofMembers } as const
}

const ofMembers = { mostBytes: smallBody, idempotencyKey: true } as const

const shown = {
  person: z.object({ fact: factShown(personBody) }),
  contact: z.object({ fact: factShown(contactBody) }),
  preference: z.object({ fact: factShown(preferenceBody) }),
  promise: z.object({ fact: z.extend(factShown(promiseBody), { firstDue: z.string() }) }),
  gesture: z.object({ fact: factShown(gestureBody) }),
  pause: z.object({ fact: factShown(pauseBody) }),
  visit: z.object({ fact: factShown(visitBody) }),
  departure: z.object({ fact: factShown(departureBody) }),
  winBack: z.object({ fact: factShown(winBackBody) }),
  winBackStep: z.object({ fact: factShown(winBackStepBody) }),
  response: z.object({ fact: factShown(responseBody) }),
  override: z.object({ fact: factShown(overrideBody) }),
}

const bulk = (name: string) => z.object({ [name]: z.array(z.unknown()).check(z.maxLength(mostRows)) })

export const api = {
  lookUp: {
    method: 'POST',
    path: '/v1/lookups',
    roles,
    summary: 'Who is this, and what do we know: up to 100 customers by their identities, answered in order.',
    request: lookupRequest,
    response: z.union([panelAnswers, badgeAnswers]),
    mostBytes: smallBody,
  },
  saveCustomers: {
    method: 'POST',
    path: '/v1/customers',
    roles: ['admin'],
    summary: 'Customers with their identities, names and owners, up to 5,000 a call.',
    request: bulk('customers'),
    row: customerRow,
    response: bulkResult,
    mostBytes: bulkBody,
  },
  listCustomers: {
    method: 'GET',
    path: '/v1/customers',
    roles,
    summary: 'Customers by where they stand, today or as it was, page by page.',
    request: null,
    query: listQuery,
    response: customerList,
    mostBytes: 0,
  },
  savePurchases: {
    method: 'POST',
    path: '/v1/purchases',
    roles: ['admin'],
    summary: 'Purchases, up to 5,000 a call; the same rows again change nothing.',
    request: bulk('purchases'),
    row: purchaseRow,
    response: bulkResult,
    mostBytes: bulkBody,
  },
  saveResponses: {
    method: 'POST',
    path: '/v1/responses',
    roles: ['admin'],
    summary: 'Answers to "how likely are you to recommend us?", up to 5,000 a call.',
    request: bulk('responses'),
    row: responseRow,
    response: bulkResult,
    mostBytes: bulkBody,
  },
  saveContacts: {
    method: 'POST',
    path: '/v1/contacts',
    roles: ['admin'],
    summary: 'Contacts between us and customers, up to 5,000 a call.',
    request: bulk('contacts'),
    row: contactRow,
    response: bulkResult,
    mostBytes: bulkBody,
  },
  correctCustomer: {
    method: 'PATCH',
    path: '/v1/customers/:id',
    roles: ['manager', 'admin'],
    summary: 'What a customer is called, and whose they are.',
    request: customerPatch,
    response: z.object({
      customer: z.object({
        id: z.string(),
        name: z.string(),
        company: z.nullable(z.string()),
        owner: z.nullable(z.object({ id: z.string(), name: z.string() })),
      }),
    }),
    mostBytes: smallBody,
    idempotencyKey: true,
  },
  logIrritant: logging(
    'irritants',
    'Something annoyed this customer: one occurrence.',
    irritantBody,
    z.object({ irritant: irritantGroup }),
  ),
  correctIrritant: correcting(
    'irritants',
    'Solve an irritant, open it again, mend it or take it back.',
    irritantPatch,
    // Null where the last occurrence of its category was taken back.
    z.object({ irritant: z.nullable(irritantGroup) }),
  ),
  logPerson: logging('people', 'One of the people of a company customer.', personBody, shown.person),
  correctPerson: correcting(
    'people',
    'A name, role or address of one of the people.',
    personPatch,
    shown.person,
  ),
  logContact: logging(
    'contacts',
    'One touch between us and this customer. Through a channel they asked us not to use it is an irritant as well.',
    contactBody,
    shown.contact,
  ),
  correctContact: correcting('contacts', 'Mend a contact.', contactPatch, shown.contact),
  logPreference: logging(
    'preferences',
    'How this customer wants to be treated.',
    preferenceBody,
    shown.preference,
  ),
  correctPreference: correcting('preferences', 'Mend a wish.', preferencePatch, shown.preference),
  logPromise: logging(
    'promises',
    'What we told this customer we would do, by when.',
    promiseBody,
    shown.promise,
  ),
  correctPromise: correcting(
    'promises',
    'A promise is kept, apologised for, or has a new date.',
    promisePatch,
    shown.promise,
  ),
  logGesture: logging('gestures', 'What we gave to make good or to thank.', gestureBody, shown.gesture),
  correctGesture: correcting('gestures', 'Mend a gesture.', gesturePatch, shown.gesture),
  logPause: logging('pauses', 'A period in which silence is excused.', pauseBody, shown.pause),
  correctPause: correcting('pauses', 'Give a pause another end, or mend it.', pausePatch, shown.pause),
  logVisit: logging('visits', 'A planned visit, with what to ask there.', visitBody, shown.visit),
  correctVisit: correcting('visits', 'A visit is done, or planned otherwise.', visitPatch, shown.visit),
  logDeparture: logging(
    'departure',
    'They left, and why: as they said, and as it turned out.',
    departureBody,
    shown.departure,
  ),
  correctDeparture: correcting(
    'departure',
    'The cause is confirmed, or fixed.',
    departurePatch,
    shown.departure,
  ),
  logWinBack: logging('win-back', 'The effort to return this customer.', winBackBody, shown.winBack),
  correctWinBack: correcting(
    'win-back',
    'Close a win-back with its outcome, or mend it.',
    winBackPatch,
    shown.winBack,
  ),
  logWinBackStep: logging(
    'win-back/:winBackId/steps',
    'One thing done to return this customer.',
    winBackStepBody,
    shown.winBackStep,
  ),
  correctWinBackStep: correcting(
    'win-back/:winBackId/steps',
    'What a step cost, or came to.',
    winBackStepPatch,
    shown.winBackStep,
  ),
  logResponse: logging(
    'responses',
    'An answer to "how likely are you to recommend us?", or a guess at it.',
    responseBody,
    shown.response,
  ),
  correctResponse: correcting(
    'responses',
    'Somebody got back to them, or the answer is mended.',
    responsePatch,
    shown.response,
  ),
  logOverride: logging(
    'overrides',
    "Keep an eye: the member's own band for a while, with a reason.",
    overrideBody,
    shown.override,
  ),
  correctOverride: correcting('overrides', 'Mend an override, or end it.', overridePatch, shown.override),
  correct: {
    method: 'POST',
    path: '/v1/corrections',
    roles,
    summary: 'This page is that customer: what an identity means from now on, for oneself or for everybody.',
    request: correctionBody,
    response: z.object({ customerId: z.nullable(z.string()), shared: z.boolean() }),
    ...ofMembers,
  },
  importRows: {
    method: 'POST',
    path: '/v1/imports/:kind',
    roles: ['admin'],
    summary:
      'Purchases or responses as CSV, up to 5,000 rows or 1 MB a call; the same file again changes nothing.',
    request: null,
    csv: true,
    query: importQuery,
    response: importResult,
    mostBytes: 1_200_000,
  },
  listImports: {
    method: 'GET',
    path: '/v1/imports',
    roles: ['admin'],
    summary: 'What came in by files, newest first.',
    request: null,
    response: importList,
    mostBytes: 0,
  },
  undoImport: {
    method: 'POST',
    path: '/v1/imports/:id/undo',
    roles: ['admin'],
    summary: 'Take a whole import back; call again while it is not done.',
    request: z.object({}),
    response: undoResult,
    mostBytes: smallBody,
  },
  fitModel: {
    method: 'POST',
    path: '/v1/model-fits',
    roles: ['admin'],
    summary: "Fit the risk model on the workspace's own purchases, now or as it would have been fitted then.",
    request: z.object({ asOf: z.optional(moment) }),
    response: modelFitResult,
    mostBytes: smallBody,
  },
  readSettings: {
    method: 'GET',
    path: '/v1/settings',
    roles,
    summary: 'What the workspace has set about its figures, and whether a change is still being applied.',
    request: null,
    response: settingsState,
    mostBytes: 0,
  },
  changeSettings: {
    method: 'PUT',
    path: '/v1/settings',
    roles: ['admin'],
    summary: 'Change some settings or all; refused as a whole where they contradict each other.',
    request: settingsBody,
    response: settingsState,
    mostBytes: smallBody,
  },
  continueSettings: {
    method: 'POST',
    path: '/v1/settings/continue',
    roles: ['admin'],
    summary: 'Go on applying a change that counts all customers anew; call again while it is not applied.',
    request: z.object({}),
    response: settingsProgress,
    mostBytes: smallBody,
  },
  listSettings: {
    method: 'GET',
    path: '/v1/settings/history',
    roles,
    summary: 'The versions of the settings, newest first: who changed what, when and why.',
    request: null,
    response: settingsHistory,
    mostBytes: 0,
  },
  restoreSettings: {
    method: 'POST',
    path: '/v1/settings/restore',
    roles: ['admin'],
    summary: 'Bring back the settings of an earlier version, as the next one.',
    request: restoreBody,
    response: settingsState,
    mostBytes: smallBody,
  },
  health: {
    method: 'GET',
    path: '/v1/health',
    roles: null,
    summary: 'Is the Worker up, can it read its database, and which contract does it speak.',
    request: null,
    response: z.object({
      ok: z.boolean(),
      contract: z.number(),
      workspace: z.optional(z.string()),
      role: z.optional(z.string()),
    }),
    mostBytes: 0,
  },
} as const satisfies Record<string, Endpoint>

/** Raised when an installed extension can no longer work with the Worker. */
export const contractVersion = 1
