// When the outbox is sent: at once after a click, whenever the worker starts, and by an alarm until nothing is
// left. One pass at a time.

import { browser } from 'wxt/browser'
import { refreshAll, refreshCustomer, showPending } from './answer-questions.ts'
import { isAnythingWaiting, sendDue, type Tried } from './outbox.ts'

export const outboxAlarm = 'outbox'
/** Browsers ring no alarm earlier. */
const earliestAlarmMs = 30_000

let sending: Promise<void> = Promise.resolve()

/** Sends what is due. The alarm is set before anything is sent, so that a killed worker is woken for the rest. */
export function sendOutbox(clock: () => number): Promise<void> {
  sending = sending.then(() => sendAll(clock)).catch(alarmWillRetry)
  return sending
}

async function sendAll(clock: () => number): Promise<void> {
  if (!(await isAnythingWaiting())) return
  await browser.alarms.create(outboxAlarm, { when: clock() + earliestAlarmMs })
  const dueAt = await sendDue(clock, tried => follow(tried, clock))
  if (dueAt === null) await browser.alarms.clear(outboxAlarm)
  else if (dueAt > clock() + earliestAlarmMs) await browser.alarms.create(outboxAlarm, { when: dueAt })
  else setTimeout(() => void sendOutbox(clock), Math.max(0, dueAt - clock()))
}

async function follow({ customerId, state }: Tried, clock: () => number): Promise<void> {
  if (state === 'sent') await refreshCustomer(customerId, clock)
  if (state === 'refused' || state === 'delayed') await showPending(customerId)
  if (state === 'revoked') await refreshAll(clock)
}

/** What went wrong here (the browser's own storage) may be over by the next alarm. */
function alarmWillRetry(): void {}
