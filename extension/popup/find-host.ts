// Which host a page belongs to, by the hosts' own match patterns.

import { MatchPattern } from 'wxt/utils/match-patterns'
import type { HostState } from '../messages.ts'

export function findHost(hosts: readonly HostState[], page: URL): HostState | null {
  return (
    hosts.find(({ matches }) => matches.some(pattern => new MatchPattern(pattern).includes(page))) ?? null
  )
}
