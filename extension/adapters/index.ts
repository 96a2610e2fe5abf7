// Every adapter, in order of precedence: the first that claims an address reads it.

import type { Adapter } from './adapter.ts'
import { demoCrm } from './demo-crm.ts'
import { gmail } from './gmail.ts'
import { requestTracker } from './request-tracker.ts'
import { roundcube } from './roundcube.ts'
import { sogo } from './sogo.ts'
import { tryton } from './tryton.ts'

export const adapters: readonly Adapter[] = [gmail, roundcube, sogo, requestTracker, tryton, demoCrm]
