// The background and the browser's permission as the options page and the popup meet them, without either.

import type { Messages } from '../../../extension/messages.ts'
import type { Doors } from '../../../extension/options/doors.ts'

export interface FakeDoors extends Doors {
  /** What was asked, in order: `connect`, `permission https://...`. */
  asked: string[]
  requests: unknown[]
}

type Answers = { [Name in keyof Messages]?: (request: Messages[Name][0]) => Messages[Name][1] }

/** A message without an answer here is refused, as by a background that is gone. */
export function fakeDoors(answers: Answers, grants = true): FakeDoors {
  const asked: string[] = []
  const requests: unknown[] = []
  const send = async (name: keyof Messages, request: never) => {
    asked.push(name)
    requests.push(request)
    const answer = answers[name] as ((request: never) => unknown) | undefined
    if (!answer) throw new Error('gone')
    return answer(request)
  }
  return {
    asked,
    requests,
    send: send as Doors['send'],
    requestOrigins: async origins => {
      asked.push(`permission ${origins.join(' ')}`)
      return grants
    },
  }
}
