// The contract: every endpoint once. The Worker validates with it, the extension parses answers with it,
// `/openapi.json` is made from it. Changes are additive only: installed extensions are older than the Worker.

import * as z from 'zod/mini'
import {
  customerRow,
  identitySchema,
  irritantBody,
  irritantPatch,
  purchaseRow,
  responseRow,
} from './facts.ts'
import { rowFailure } from './failure.ts'
import { decimalMarks } from './import-amount.ts'
import { dateOrders } from './import-date.ts'
import { locales } from './locale.ts'
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
  asOf: z.optional(moment),
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
  logIrritant: {
    method: 'POST',
    path: '/v1/customers/:id/irritants',
    roles,
    summary: 'Something annoyed this customer: one occurrence.',
    request: irritantBody,
    response: z.object({ irritant: irritantGroup }),
    mostBytes: smallBody,
    idempotencyKey: true,
  },
  correctIrritant: {
    method: 'PATCH',
    path: '/v1/customers/:id/irritants/:irritantId',
    roles,
    summary: 'Solve an irritant, open it again, or mend its note.',
    request: irritantPatch,
    response: z.object({ irritant: irritantGroup }),
    mostBytes: smallBody,
    idempotencyKey: true,
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
