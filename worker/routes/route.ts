// The contract of a route: an endpoint of shared/api.ts and the function that answers it. Reading the body and
// turning failures into answers is the app's work.

import type { Endpoint } from '../../shared/api.ts'
import type { Locale } from '../../shared/locale.ts'
import { unauthenticated } from '../authenticate.ts'
import type { Env } from '../env.ts'
import type { Credentials } from '../token.ts'

/** A request to an endpoint that anybody may call. */
export interface OpenCall<Body> {
  env: Env
  /** Of the bearer token, still to be proven; null where there is none. */
  credentials: Credentials | null
  body: Body
  /** The body as it came, for idempotency. */
  text: string
  /** What stands behind the path, in the endpoint's shape. */
  query: Record<string, string | undefined>
  /** The path's parameters. */
  params: Record<string, string>
  /** The `Idempotency-Key`, if one was sent. */
  key: string | null
  /** The language the answer's words are in. */
  locale: Locale
  /** The moment of the request, epoch milliseconds. */
  now: number
}

/** A request with a token, still to be proven by the route's first statement. */
export interface Call<Body> extends OpenCall<Body> {
  credentials: Credentials
}

export interface Route {
  endpoint: Endpoint
  answer(call: OpenCall<unknown>): Promise<unknown>
}

/** A route for signed-in members; its first statement proves them. */
export function route<Body>(endpoint: Endpoint<Body>, answer: (call: Call<Body>) => Promise<unknown>): Route {
  return openRoute<Body>(endpoint, async call => {
    const { credentials } = call
    if (!credentials) throw unauthenticated()
    return answer({ ...call, credentials })
  })
}

/** A route for everybody. */
export function openRoute<Body>(
  endpoint: Endpoint<Body>,
  answer: (call: OpenCall<Body>) => Promise<unknown>,
): Route {
  return { endpoint, answer: answer as Route['answer'] }
}
