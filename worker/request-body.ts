// Reads a request's body: bounded, as JSON, in the contract's shape. Failures name the path, never the value.

import * as z from 'zod/mini'
import type { Endpoint } from '../shared/api.ts'
import { Failure, type FailureDetail } from '../shared/failure.ts'

const mostDetails = 20

export interface Read<Body> {
  body: Body
  /** The body as it came. */
  text: string
  query: Record<string, string | undefined>
}

/** Body and query as the endpoint demands them; an absent JSON body counts as `{}`. */
export async function readRequest<Body>(
  request: Request,
  endpoint: Endpoint<Body>,
): Promise<Read<Body | null>> {
  const query = readQuery(request, endpoint)
  const { request: schema, csv, mostBytes } = endpoint
  if (!schema) return { body: null, text: csv ? await readText(request, mostBytes) : '', query }
  const text = await readText(request, mostBytes)
  const parsed = z.safeParse(schema, text.trim() === '' ? {} : parseJson(text))
  if (!parsed.success) {
    throw new Failure('invalid', 'The request has the wrong shape.', describeIssues(parsed.error))
  }
  return { body: parsed.data, text, query }
}

function readQuery(request: Request, { query: schema }: Endpoint): Read<null>['query'] {
  if (!schema) return {}
  const parsed = z.safeParse(schema, Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) {
    throw new Failure('invalid', 'The query has the wrong shape.', describeIssues(parsed.error))
  }
  return parsed.data
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
  const decoder = decoderFor(request.headers.get('content-type') ?? '')
  let bytes = 0
  let text = ''
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** UTF-8 unless the content type says otherwise: `text/csv; charset=windows-1257`. */
function decoderFor(contentType: string): TextDecoder {
  const [, charset = 'utf-8'] = /charset="?([\w-]{1,40})"?/i.exec(contentType) ?? []
  try {
    return new TextDecoder(charset)
  } catch {
    throw new Failure('invalid', 'The charset of the content type is not known.')
  }
}
