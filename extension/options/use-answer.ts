// What the background answers to a question asked once, when a section opens.

import { useEffect, useState } from 'preact/hooks'
import type { MessageName, Messages } from '../messages.ts'
import type { Doors } from './doors.ts'

type Asked = {
  [Name in MessageName]: Messages[Name][0] extends Record<string, never> ? Name : never
}[MessageName]

/** `asking` until the answer is there, `gone` where the background no longer answers this page. */
export type Answer<Value> = { is: 'asking' } | { is: 'gone' } | { is: 'here'; value: Value }

/** @returns the answer, and a way to put a newer one in its place. */
export function useAnswer<Name extends Asked>(
  send: Doors['send'],
  name: Name,
): [Answer<Messages[Name][1]>, (value: Messages[Name][1]) => void] {
  const [answer, setAnswer] = useState<Answer<Messages[Name][1]>>({ is: 'asking' })
  const keep = (value: Messages[Name][1]) => setAnswer({ is: 'here', value })
  useEffect(() => {
    send(name, {}).then(keep, () => setAnswer({ is: 'gone' }))
  }, [])
  return [answer, keep]
}
