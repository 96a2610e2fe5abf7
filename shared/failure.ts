// Every way a request can fail, once. The Worker turns a code into a status, the panel into a sentence.

import * as z from 'zod/mini'

export const failureCodes = [
  'malformed_json',
  'too_large',
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'in_flight',
  'key_reused',
  'busy',
  'internal',
] as const

export type FailureCode = (typeof failureCodes)[number]

/**
 * Where in a request something is wrong: `lookups[3].identities[0].value`. Never the value itself, but where a
 * setting was changed meanwhile: as it is now and as the request would have it.
 */
export const failureDetail = z.object({
  path: z.string(),
  message: z.string(),
  theirs: z.optional(z.unknown()),
  yours: z.optional(z.unknown()),
})
export type FailureDetail = z.infer<typeof failureDetail>

/** The body of every answer that is not 2xx. */
export const failureBody = z.object({
  error: z.object({
    code: z.enum(failureCodes),
    message: z.string(),
    requestId: z.string(),
    details: z.optional(z.array(failureDetail)),
  }),
})
export type FailureBody = z.infer<typeof failureBody>

/** Why a row of a bulk request was left out, while the good ones went in. */
export const rowFailureCodes = [
  'invalid',
  'invalid_identity',
  'ambiguous_customer',
  'unknown_customer',
] as const
export const rowFailure = z.object({
  index: z.number(),
  code: z.enum(rowFailureCodes),
  message: z.string(),
})
export type RowFailure = z.infer<typeof rowFailure>

/** Thrown where a request cannot go on; `worker/failure-to-response.ts` makes the answer of it. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly details: FailureDetail[]

  constructor(code: FailureCode, message: string, details: FailureDetail[] = []) {
    super(message)
    this.code = code
    this.details = details
  }
}
