// Every endpoint of the contract, called badly: what all of them owe to any caller.

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { api, type Endpoint } from '../../shared/api.ts'
import { revokeSession } from '../../worker/repositories/sessions.ts'
import { routes } from '../../worker/routes/index.ts'
import { mintToken, readToken } from '../../worker/token.ts'
import { testWorkspace } from './test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }

const endpoints: [string, Endpoint][] = Object.entries(api)
const signedIn = endpoints.filter(([, { roles }]) => roles !== null)
const withBody = endpoints.filter(([, { request }]) => request !== null)

const pathOf = ({ path }: Endpoint) => path.replace(/:\w+/g, 'nobody')

describe('the contract', () => {
  it('has a route for every endpoint, and no route beside it', () => {
    expect(routes.map(({ endpoint }) => endpoint)).toEqual(expect.arrayContaining(Object.values(api)))
    expect(routes).toHaveLength(endpoints.length)
  })

  it('is published as OpenAPI with every path', async () => {
    const { call } = await testWorkspace()
    const { status, body } = await call('/openapi.json')
    expect(status).toBe(200)
    const paths = new Set(endpoints.map(([, { path }]) => path.replace(/:(\w+)/g, '{$1}')))
    expect(new Set(Object.keys(body.paths))).toEqual(paths)
    expect(
      body.paths['/v1/purchases'].post.requestBody.content['application/json'].schema.properties.purchases
        .items.properties,
    ).toHaveProperty('amountMinor')
  })

  it('answers an unknown path in the same form as any failure', async () => {
    const { call } = await testWorkspace()
    const { status, body } = await call('/v1/nothing')
    expect(status).toBe(404)
    expect(body.error).toMatchObject({ code: 'not_found', requestId: expect.any(String) })
  })
})

describe.each(signedIn)('%s', (_, endpoint) => {
  const options = { method: endpoint.method }
  const body = endpoint.request ? {} : undefined

  it('refuses a missing, malformed, mistyped, unknown, revoked or foreign token alike', async () => {
    const { call, tokens } = await testWorkspace()
    const other = await testWorkspace()
    const [, workspaceId = ''] = tokens.admin.split('_')
    const unknown = await mintToken(workspaceId)
    const revoked = tokens.agent
    const credentials = await readToken(revoked)
    if (credentials) await revokeSession(DB, credentials, 0).run()
    const foreign = other.tokens.admin.replace(/^hf_[^_]+/, `hf_${workspaceId}`)
    const mistyped = tokens.admin.slice(0, -1) + (tokens.admin.endsWith('0') ? '1' : '0')
    const answers = await Promise.all(
      [null, 'nonsense', mistyped, unknown.token, revoked, foreign].map(token =>
        call(pathOf(endpoint), body, { ...options, token }),
      ),
    )
    for (const { status, body } of answers) {
      expect(status).toBe(401)
      expect(body.error.message).toBe(answers[0]?.body.error.message)
    }
  })

  it('lets only its roles in', async () => {
    const { call, tokens } = await testWorkspace()
    for (const role of ['agent', 'manager', 'admin'] as const) {
      const { status } = await call(pathOf(endpoint), body, { ...options, token: tokens[role] })
      if (endpoint.roles?.includes(role)) expect(status).not.toBe(403)
      else expect(status).toBe(403)
    }
  })
})

describe.each(withBody)('%s', (_, endpoint) => {
  const options = { method: endpoint.method }

  it('refuses what is not JSON with 400', async () => {
    const { call } = await testWorkspace()
    const { status, body } = await call(pathOf(endpoint), undefined, { ...options, raw: '{"lookups": [' })
    expect([status, body.error.code]).toEqual([400, 'malformed_json'])
  })

  it('refuses a body that is too large with 413', async () => {
    const { call } = await testWorkspace()
    const raw = `{"padding": "${'x'.repeat(endpoint.mostBytes)}"}`
    const { status, body } = await call(pathOf(endpoint), undefined, { ...options, raw })
    expect([status, body.error.code]).toEqual([413, 'too_large'])
  })

  it.each([
    'null',
    '[]',
    '"text"',
    '7',
    '{"lookups": 3, "view": [], "asOf": {}, "category": 5, "solvedAt": []}',
  ])('answers %s with a failure or a plain "nothing to do", never with 5xx', async raw => {
    const { call } = await testWorkspace()
    const { status } = await call(pathOf(endpoint), undefined, { ...options, raw })
    expect(status).toBeLessThan(500)
  })

  it('tells a wrong token nothing about its body', async () => {
    const { call } = await testWorkspace()
    const { token } = await mintToken('nowhere')
    const { status } = await call(pathOf(endpoint), undefined, { ...options, token, raw: '{' })
    expect(status).toBe(401)
  })
})

describe('shapes', () => {
  it('name the path of every wrong field', async () => {
    const { call } = await testWorkspace()
    const lookups = [
      { identities: [{ kind: 'email', value: 'a@b.lt' }] },
      { identities: [{ kind: 'fax', value: 3 }] },
    ]
    const { status, body } = await call('/v1/lookups', { lookups, view: 'panel' })
    expect(status).toBe(422)
    const paths = body.error.details.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(['lookups[1].identities[0].kind', 'lookups[1].identities[0].value'])
  })

  it('refuse more than 100 lookups and more than 5,000 rows', async () => {
    const { call } = await testWorkspace()
    const lookup = { identities: [{ kind: 'email', value: 'a@b.lt' }] }
    const many = await call('/v1/lookups', { lookups: Array(101).fill(lookup), view: 'badge' })
    const rows = await call('/v1/purchases', { purchases: Array(5001).fill({}) })
    expect([many.status, rows.status]).toEqual([422, 422])
  })

  it('never repeat what was sent', async () => {
    const { call } = await testWorkspace()
    const { text } = await call('/v1/lookups', {
      lookups: [{ identities: [{ kind: 'secret@person.lt' }] }],
      view: 'x',
    })
    expect(text).not.toContain('secret@person.lt')
  })
})
