// What the options page and the popup can do beyond showing: ask the background, and ask for the browser's permission.

import type { send } from '../send-message.ts'
import type { requestOrigins } from '../site-permission.ts'

export interface Doors {
  send: typeof send
  requestOrigins: typeof requestOrigins
}
