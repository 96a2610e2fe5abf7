// Asks until there is an answer: the network may be away for hours, and the background may be killed at any moment.
// For requests that may be repeated.

import type { WorkerAnswer } from '../../messages.ts'
import type { Trouble } from '../../panel-state.ts'

/** Why it has to be asked again. */
export type Waiting = Exclude<Trouble, 'too-old'>
/** What ends the asking. `gone`: this page's extension was replaced. */
export type FinalAnswer<Answer> =
  | Exclude<WorkerAnswer<Answer>, { trouble: Trouble }>
  | { trouble: 'too-old' }
  | { gone: true }

export interface Patience {
  signal: AbortSignal
  /** Waits, but not longer than until the network is back. @throws the signal's reason. */
  wait(ms: number, signal: AbortSignal): Promise<void>
  /** What is waited for now; null once it is over. */
  onWaiting(waiting: Waiting | null): void
}

const firstPauseMs = 1_000
const longestPauseMs = 30_000
/** A background that was killed is back for the next message; one that was replaced never is. */
const firstRestartMs = 50
const mostRestarts = 8

/** @throws the signal's reason. */
export async function askPatiently<Answer>(
  ask: () => Promise<WorkerAnswer<Answer>>,
  { signal, wait, onWaiting }: Patience,
): Promise<FinalAnswer<Answer>> {
  let pauses = 0
  let restarts = 0
  for (;;) {
    signal.throwIfAborted()
    const answer = await ask().catch(() => null)
    if (!answer) {
      if (restarts === mostRestarts) return { gone: true }
      await wait(firstRestartMs * 2 ** restarts, signal)
      restarts += 1
    } else if ('trouble' in answer && answer.trouble !== 'too-old') {
      restarts = 0
      onWaiting(answer.trouble)
      await wait(Math.min(longestPauseMs, firstPauseMs * 2 ** pauses), signal)
      pauses += 1
    } else {
      onWaiting(null)
      return 'trouble' in answer ? { trouble: 'too-old' } : answer
    }
  }
}
