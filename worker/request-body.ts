// Reads a request's body: bounded, as JSON, in the contract's shape. Failures name the path, never the value.

import * as z from 'zod/mini'
import type { Endpoint } from '../shared/api.ts'
import { Failure, type FailureDetail } from '../shared/failure.ts'

const mostDetails = 20

/** The body as the endpoint's `request` demands; an absent body counts as `{}`. */
export async function readBody<Body>(
  request: Request,
  endpoint: Endpoint<Body>,
): Promise<{ body: Body; text: string }> {
  const text = await readText(request, endpoint.mostBytes)
  const { request: schema } = endpoint
  if (!schema) throw new Failure('invalid', 'This endpoint takes no body.')
  const parsed = z.safeParse(schema, text.trim() === '' ? {} : parseJson(text))
  if (!parsed.success) {
    throw new Failure('invalid', 'The request has the wrong shape.', describeIssues(parsed.error))
  }
  return { body: parsed.data, text }
}

/** Where a value departs from its schema, `lookups[3].identities[0].value`, and how. */
export function describeIssues(error: z.core.$ZodError): FailureDetail[] {
  return error.issues.slice(0, mostDetails).map(({ path, message }) => ({
    path: path.reduce<string>(
      (text, key) =>
        typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
      '',
    ),
    message,
  }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('malformed_json', 'The body is not JSON.')
  }
}

async function readText(request: Request, mostBytes: number): Promise<string> {
  const tooLarge = () =>
    new Failure('too_large', `The body is larger than ${mostBytes} bytes. Send less at a time.`)
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
