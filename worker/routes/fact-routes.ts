// The two routes of a kind of facts that members log: a first word about a fact, and whatever is said of it later.

import type { Endpoint } from '../../shared/api.ts'
import type { FactKind } from '../fact-kind.ts'
import { correctFact, logFact } from '../log-fact.ts'
import { type Route, route } from './route.ts'

export function factRoutes<Body extends object, Content extends object>(
  log: Endpoint<Body>,
  correct: Endpoint<Partial<NoInfer<Body>>>,
  kind: FactKind<Body, Content>,
): readonly Route[] {
  return [
    route(log, call => logFact(call, { endpoint: log }, kind)),
    route(correct, call => correctFact(call, { endpoint: correct }, kind)),
  ]
}
