// Asks the browser's own permission for a site. Only a click's own handler in an extension page may ask:
// neither the background nor anything after an `await` counts as the member's gesture.

import { browser } from 'wxt/browser'

/**
 * What the browser calls an origin: `http://127.0.0.1:8787` -> `http://127.0.0.1/*`.
 * Without its port, since Firefox takes no port in a permission.
 */
export function permissionPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}

/**
 * Are these origins (or match patterns of hosts) granted, or does the member grant them now?
 * The browser asks nothing where it already holds them.
 */
export async function requestOrigins(origins: readonly string[]): Promise<boolean> {
  return await browser.permissions.request({ origins: origins.map(permissionPattern) })
}
