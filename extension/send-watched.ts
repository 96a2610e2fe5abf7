// Says one message of messages.ts that may take long, and fails as soon as the background that heard it was killed:
// the message alone would wait for an answer that nobody gives any more.

import { browser } from 'wxt/browser'
import { type MessageName, type Messages, watchPort } from './messages.ts'
import { send } from './send-message.ts'

/** @throws where the background refuses the message, was killed before it answered, or is gone. */
export async function sendWatched<Name extends MessageName>(
  name: Name,
  request: Messages[Name][0],
): Promise<Messages[Name][1]> {
  const port = browser.runtime.connect({ name: watchPort })
  const killed = new Promise<never>((_resolve, reject) => {
    port.onDisconnect.addListener(() => reject(new Error(`The background was killed during "${name}".`)))
  })
  try {
    return await Promise.race([send(name, request), killed])
  } finally {
    port.disconnect()
  }
}
