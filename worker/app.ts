// The application: every route of the list behind one way of reading requests and answering failures.

import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Endpoint } from '../shared/api.ts'
import { Failure } from '../shared/failure.ts'
import { pickLocale } from '../shared/locale.ts'
import { admit, credentialsOf, unauthenticated } from './authenticate.ts'
import type { Env } from './env.ts'
import { failureToResponse } from './failure-to-response.ts'
import { openApi } from './open-api.ts'
import { proveSession, whoOf } from './repositories/sessions.ts'
import { type Read, readRequest } from './request-body.ts'
import { routes } from './routes/index.ts'
import type { Route } from './routes/route.ts'
import type { Credentials } from './token.ts'

interface Platform {
  Bindings: Env
  Variables: { requestId: string }
}

/** Extensions ask from an origin of their own. */
const extensionOrigin = /^(chrome|moz)-extension:\/\/[a-z0-9-]{1,60}$/i
const preflightSeconds = 86_400

/** @param clock the time of a request, epoch milliseconds. */
export function createApp(clock: () => number): Hono<Platform> {
  const app = new Hono<Platform>()
  app.use(async (context, next) => {
    context.set('requestId', crypto.randomUUID())
    await next()
    context.header('x-request-id', context.get('requestId'))
    context.header('cache-control', 'no-store')
  })
  app.use(
    cors({
      origin: origin => (extensionOrigin.test(origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'accept-language'],
      maxAge: preflightSeconds,
    }),
  )
  for (const route of routes) {
    app.on(route.endpoint.method, route.endpoint.path, context => answer(route, context, clock()))
  }
  app.get('/openapi.json', context => context.json(openApi(routes)))
  app.notFound(context =>
    failureToResponse(new Failure('not_found', 'There is no such endpoint.'), context.get('requestId')),
  )
  app.onError((thrown, context) => failureToResponse(thrown, context.get('requestId')))
  return app
}

async function answer(route: Route, context: Context<Platform>, now: number): Promise<Response> {
  const { endpoint } = route
  const { raw } = context.req
  const credentials = await credentialsOf(raw)
  const { body, text, query } = await readProven(endpoint, raw, context.env, credentials)
  const answer = await route.answer({
    env: context.env,
    credentials,
    body,
    text,
    query,
    params: context.req.param(),
    key: context.req.header('idempotency-key') ?? null,
    locale: pickLocale((context.req.header('accept-language') ?? '').split(',')),
    now,
  })
  return context.json(answer as object)
}

/** A wrong token learns nothing, not even what is wrong with its request. */
async function readProven(
  endpoint: Endpoint,
  request: Request,
  { DB }: Env,
  credentials: Credentials | null,
): Promise<Read<unknown>> {
  try {
    return await readRequest(request, endpoint)
  } catch (failure) {
    if (endpoint.roles) {
      if (!credentials) throw unauthenticated()
      admit(whoOf(await proveSession(DB, credentials).first()), endpoint.roles)
    }
    throw failure
  }
}
