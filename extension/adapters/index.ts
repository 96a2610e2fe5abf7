// Every adapter, in order of precedence: the first that claims an address reads it.

import type { Adapter } from './adapter.ts'
import { demoCrm } from './demo-crm.ts'
import { gmail } from './gmail.ts'
import { roundcube } from './roundcube.ts'

export const adapters: readonly Adapter[] = [gmail, roundcube, demoCrm]
