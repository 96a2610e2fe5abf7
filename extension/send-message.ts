// Says one message of messages.ts to the background and hands back its answer.
// Panels do not use it: they speak over their port (panel/panel-connection.ts).

import { browser } from 'wxt/browser'
import type { MessageName, Messages, Reply } from './messages.ts'

/** The background does not answer this sender, now or later. */
export class Refused extends Error {}

/** @throws Refused, or where the background is gone (an update replaced this extension). */
export async function send<Name extends MessageName>(
  name: Name,
  request: Messages[Name][0],
): Promise<Messages[Name][1]> {
  const reply: Reply<Name> | undefined = await browser.runtime.sendMessage({ name, request })
  if (reply && 'refused' in reply) throw new Refused(`The background refused "${name}".`)
  if (!reply || !('answer' in reply)) throw new Error(`The background did not answer "${name}".`)
  return reply.answer
}
