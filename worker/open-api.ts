// The contract in OpenAPI 3.1, made from the endpoints themselves.

import * as z from 'zod/mini'
import { contractVersion, type Endpoint } from '../shared/api.ts'
import { failureBody } from '../shared/failure.ts'
import type { Route } from './routes/route.ts'

/** The document at /openapi.json. */
export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const { endpoint } of routes) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Holdfast', version: String(contractVersion) },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Failure: schemaOf(failureBody, 'output') },
    },
  }
}

function operation(endpoint: Endpoint): object {
  const parameters = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const query = Object.keys(queryProperties(endpoint)).map(name => ({
    name,
    in: 'query',
    required: false,
    schema: queryProperties(endpoint)[name],
  }))
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }
  return {
    summary: endpoint.summary,
    parameters: [...parameters, ...query, ...(endpoint.idempotencyKey ? [key] : [])],
    ...(endpoint.roles && { security: [{ token: [] }], 'x-roles': endpoint.roles }),
    ...(endpoint.request && {
      requestBody: { required: true, content: json(requestSchema(endpoint.request, endpoint.row)) },
    }),
    ...(endpoint.csv && {
      requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
    }),
    responses: {
      200: { description: 'Done.', content: json(schemaOf(endpoint.response, 'output')) },
      default: { description: 'Why not.', content: json({ $ref: '#/components/schemas/Failure' }) },
    },
  }
}

function queryProperties({ query }: Endpoint): Record<string, object> {
  return query ? (schemaOf(query, 'input') as { properties: Record<string, object> }).properties : {}
}

/** A bulk request's rows are checked one by one, but documented where they stand. */
function requestSchema(request: z.ZodMiniType, row: z.ZodMiniType | undefined): object {
  const schema = schemaOf(request, 'input')
  if (!row) return schema
  const items = schemaOf(row, 'input')
  const properties = Object.entries((schema as { properties: Record<string, object> }).properties)
  return {
    ...schema,
    properties: Object.fromEntries(properties.map(([name, list]) => [name, { ...list, items }])),
  }
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function json(schema: object): object {
  return { 'application/json': { schema } }
}
