// The one place where a failure becomes an answer.

import { Failure, type FailureBody, type FailureCode } from '../shared/failure.ts'

const statusOf: Record<FailureCode, number> = {
  malformed_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  in_flight: 409,
  too_large: 413,
  invalid: 422,
  key_reused: 422,
  internal: 500,
  busy: 503,
}

/** D1's own words for "try again later", of which none says anything about data. */
const busyPattern =
  /overloaded|exceeded timeout|storage caused object to be reset|Network connection lost|Cannot resolve D1/i

/** Anything thrown, as the error body of the contract. What is not a Failure is told apart from it by its code alone. */
export function failureToResponse(thrown: unknown, requestId: string): Response {
  const failure = asFailure(thrown)
  const details = failure.details.length > 0 ? { details: failure.details } : {}
  const body: FailureBody = {
    error: { code: failure.code, message: failure.message, requestId, ...details },
  }
  const status = statusOf[failure.code]
  return Response.json(body, { status, headers: status === 503 ? { 'retry-after': '2' } : {} })
}

function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  if (thrown instanceof Error && busyPattern.test(thrown.message)) {
    return new Failure('busy', 'The database is busy. Nothing was changed; try again in a moment.')
  }
  return new Failure('internal', 'Something went wrong on our side. Nothing was changed; try again.')
}
