// The only place that talks to the network: one request to the workspace's Worker, its answer checked against
// the contract, and every way it can fail sorted into what a member can do about it. Keeps nothing.

import * as z from 'zod/mini'
import type { ImportList, ImportResult, ModelFitResult, PanelAnswer, UndoResult } from '../../shared/api.ts'
import { api, contractVersion, type Endpoint, type LookupRequest, panelAnswers } from '../../shared/api.ts'
import type { IrritantBody } from '../../shared/facts.ts'
import { type FailureCode, failureBody } from '../../shared/failure.ts'
import type { IrritantGroup } from '../../shared/snapshot.ts'
import type { ImportPart } from '../messages.ts'
import type { Trouble } from '../panel-state.ts'

// The pages' content security policy forbids the `new Function` that zod would otherwise try.
z.config({ jitless: true })

export interface Credentials {
  /** The Worker's origin. */
  origin: string
  token: string
}

/** What became of a request. */
export type Outcome<Answer> =
  | { answer: Answer }
  /** It may go well later. */
  | { trouble: Trouble }
  /** The token is not, or no longer, good. */
  | { revoked: true }
  /** It will never go well as it is. */
  | { refused: FailureCode }

export type Health = z.infer<typeof api.health.response>

/** How long a member would wait for an answer, its body included. */
export const patienceMs = 10_000
/** The same for what a member watches a progress bar for. */
export const longPatienceMs = 60_000

/** @throws AbortError when `signal` gives the request up. */
export async function askHealth(as: Credentials, signal?: AbortSignal): Promise<Outcome<Health>> {
  return await ask(as, api.health, api.health.response, { path: api.health.path, signal })
}

/** @throws AbortError when `signal` gives the request up. */
export async function askLookups(
  as: Credentials,
  request: Omit<LookupRequest, 'view'>,
  signal?: AbortSignal,
): Promise<Outcome<PanelAnswer[]>> {
  const body = { ...request, view: 'panel' }
  const outcome = await ask(as, api.lookUp, panelAnswers, { path: api.lookUp.path, body, signal })
  if (!('answer' in outcome)) return outcome
  const { answers } = outcome.answer
  return answers.length === request.lookups.length ? { answer: answers } : { trouble: 'not-holdfast' }
}

/** Safe to repeat with the same `key`: the Worker writes the irritant once and repeats its first answer. */
export async function sendIrritant(
  as: Credentials,
  irritant: { key: string; customerId: string; body: IrritantBody },
): Promise<Outcome<IrritantGroup>> {
  const path = api.logIrritant.path.replace(':id', encodeURIComponent(irritant.customerId))
  const { key, body } = irritant
  const outcome = await ask(as, api.logIrritant, api.logIrritant.response, { path, body, key })
  return 'answer' in outcome ? { answer: outcome.answer.irritant } : outcome
}

/** Safe to repeat: the Worker knows the same rows again. */
export async function sendImportPart(
  as: Credentials,
  { importId, kind, source, fileName, csv }: Omit<ImportPart, 'into'>,
): Promise<Outcome<ImportResult>> {
  const query = new URLSearchParams({ import: importId, source, dateOrder: 'ymd', decimal: 'point' })
  if (fileName !== '') query.set('name', fileName)
  const path = `${api.importRows.path.replace(':kind', kind)}?${query}`
  return await ask(as, api.importRows, api.importRows.response, { path, csv, patienceMs: longPatienceMs })
}

export async function askImports(as: Credentials): Promise<Outcome<ImportList>> {
  return await ask(as, api.listImports, api.listImports.response, { path: api.listImports.path })
}

/** Safe to repeat, and to be repeated while the answer is not `done`. */
export async function undoImport(as: Credentials, id: string): Promise<Outcome<UndoResult>> {
  const path = api.undoImport.path.replace(':id', encodeURIComponent(id))
  const request = { path, body: {}, patienceMs: longPatienceMs }
  return await ask(as, api.undoImport, api.undoImport.response, request)
}

export async function fitModel(as: Credentials): Promise<Outcome<ModelFitResult>> {
  const request = { path: api.fitModel.path, body: {}, patienceMs: longPatienceMs }
  return await ask(as, api.fitModel, api.fitModel.response, request)
}

interface Request {
  path: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, instead of `body`. */
  csv?: string
  /** The idempotency key of a write. */
  key?: string
  signal?: AbortSignal | undefined
  patienceMs?: number
}

async function ask<Answer>(
  as: Credentials,
  endpoint: Endpoint,
  shape: z.ZodMiniType<Answer>,
  request: Request,
): Promise<Outcome<Answer>> {
  const reply = await exchange(as, endpoint, request)
  if ('trouble' in reply) return reply
  if (reply.status >= 500 || reply.status === 429 || reply.status === 408) return { trouble: 'failing' }
  if (reply.status < 200 || reply.status >= 300) return sortFailure(reply.body)
  const parsed = z.safeParse(shape, reply.body)
  if (parsed.success) return { answer: parsed.data }
  return { trouble: await whyUnreadable(as, endpoint) }
}

/** A proxy's 401 or 404 is not the Worker's: only a failure in the Worker's own form signs out or refuses. */
function sortFailure(body: unknown): Outcome<never> {
  const parsed = z.safeParse(failureBody, body)
  if (!parsed.success) return { trouble: 'not-holdfast' }
  const { code } = parsed.data.error
  if (code === 'unauthenticated') return { revoked: true }
  if (code === 'in_flight' || code === 'busy' || code === 'internal') return { trouble: 'failing' }
  return { refused: code }
}

/** An answer of another shape comes from a Worker that is newer than this extension, or from none. */
async function whyUnreadable(as: Credentials, endpoint: Endpoint): Promise<Trouble> {
  if (endpoint.path === api.health.path) return 'not-holdfast'
  const health = await askHealth(as)
  return 'answer' in health && health.answer.contract > contractVersion ? 'too-old' : 'not-holdfast'
}

type Reply = { status: number; body: unknown } | { trouble: Trouble }

/** @throws AbortError when the request's signal gives it up. */
async function exchange(as: Credentials, endpoint: Endpoint, request: Request): Promise<Reply> {
  const patience = AbortSignal.timeout(request.patienceMs ?? patienceMs)
  const signal = request.signal ? AbortSignal.any([request.signal, patience]) : patience
  try {
    const response = await fetch(as.origin + request.path, {
      method: endpoint.method,
      headers: headersOf(as, request),
      ...bodyOf(request),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      // A token follows no redirect to somewhere else.
      redirect: 'manual',
      signal,
    })
    return { status: response.status, body: parseJson(await response.text()) }
  } catch {
    request.signal?.throwIfAborted()
    return { trouble: patience.aborted ? 'slow' : 'offline' }
  }
}

function bodyOf({ body, csv }: Request): { body?: string } {
  if (csv !== undefined) return { body: csv }
  return body === undefined ? {} : { body: JSON.stringify(body) }
}

function headersOf(as: Credentials, request: Request): Record<string, string> {
  return {
    authorization: `Bearer ${as.token}`,
    accept: 'application/json',
    ...(request.csv !== undefined && { 'content-type': 'text/csv; charset=utf-8' }),
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(request.key !== undefined && { 'idempotency-key': request.key }),
  }
}

/** @returns undefined, which fits no shape, where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
