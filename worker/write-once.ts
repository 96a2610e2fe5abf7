// A write that is done once however often it is sent: session, key and facts are read in one round trip, the
// decision is pure, answer and facts are stored in one transaction. The same key with another body is refused.

import { Failure } from '../shared/failure.ts'
import { admit, type Who } from './authenticate.ts'
import { addAnswer, findAnswer, firstAnswerOf } from './repositories/idempotency.ts'
import { proveSession, whoOf } from './repositories/sessions.ts'
import { writeUnlessMoved } from './repositories/write-unless-moved.ts'
import type { Call, Route } from './routes/route.ts'
import { sha256 } from './token.ts'

/** Our own ceiling for a request; a write that needs more tries than fit into it is asked to come again. */
const mostStatements = 50
const longestPauseMs = 30
const longestKey = 200

/** What a decision comes to: the answer, and the statements that make it true. */
export interface Outcome<Answer> {
  answer: Answer
  writes: D1PreparedStatement[]
}

/**
 * @param reads statements whose rows `decide` gets, in their order; they carry the workspace of the credentials.
 * @param decide throws a Failure where nothing can be done.
 */
export async function writeOnce<Answer>(
  { env: { DB: db }, credentials, text, params, key, now }: Call<unknown>,
  { endpoint }: Pick<Route, 'endpoint'>,
  reads: D1PreparedStatement[],
  decide: (rows: unknown[][], who: Who) => Outcome<Answer>,
): Promise<Answer> {
  if (key !== null && (key.length === 0 || key.length > longestKey)) {
    throw new Failure('invalid', `Idempotency-Key: 1 to ${longestKey} characters are needed.`)
  }
  const { workspaceId } = credentials
  const requestHash =
    key === null ? '' : await sha256(JSON.stringify([endpoint.method, endpoint.path, params, text]))
  for (let tries = 1, statements = 0; ; tries += 1) {
    const [session, first, ...answers] = await db.batch([
      proveSession(db, credentials),
      findAnswer(db, workspaceId, key ?? ''),
      ...reads,
    ])
    const who = admit(whoOf(session?.results[0]), endpoint.roles ?? undefined)
    const firstAnswer = firstAnswerOf(first?.results ?? [])
    if (firstAnswer) {
      if (firstAnswer.requestHash === requestHash) return firstAnswer.response as Answer
      throw new Failure('key_reused', 'This Idempotency-Key was used for another request.')
    }
    const { answer, writes } = decide(
      answers.map(({ results }) => results),
      who,
    )
    const kept = key === null ? [] : [addAnswer(db, workspaceId, key, { requestHash, response: answer }, now)]
    if (await writeUnlessMoved(db, [...kept, ...writes])) return answer
    const ofOneTry = 2 + reads.length + kept.length + writes.length
    statements += ofOneTry
    if (statements + ofOneTry > mostStatements) {
      throw new Failure(
        'busy',
        'Others are changing the same at this moment. Nothing was changed; try again.',
      )
    }
    await new Promise(resolve => setTimeout(resolve, Math.random() * longestPauseMs * tries))
  }
}
