// What a member can do in the panel: all that the views know of the connection.

import type { PanelConnection } from './panel-connection.ts'

export type PanelActions = Omit<PanelConnection, 'state' | 'subscribe' | 'shown'>
