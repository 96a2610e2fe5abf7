// How the member left the panel on each host: small or large.

import { database } from './database.ts'

export async function isCollapsed(host: string): Promise<boolean> {
  return (await (await database()).get('placements', host))?.collapsed ?? false
}

export async function keepPlacement(host: string, collapsed: boolean): Promise<void> {
  await (await database()).put('placements', { host, collapsed })
}
