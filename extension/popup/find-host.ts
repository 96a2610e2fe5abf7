// Which host a page belongs to: hosts may share an origin, so the one whose adapter claims the page.

import { MatchPattern } from 'wxt/utils/match-patterns'
import { adapters } from '../adapters/index.ts'
import type { HostState } from '../messages.ts'

export function findHost(hosts: readonly HostState[], page: URL): HostState | null {
  const isThere = ({ id, matches }: HostState) =>
    matches.some(pattern => new MatchPattern(pattern).includes(page)) &&
    adapters.some(adapter => adapter.id === id && adapter.claims(page))
  return hosts.find(isThere) ?? null
}
