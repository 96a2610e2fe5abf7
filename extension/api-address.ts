// The address of a workspace's API as people type it. Says nothing about whether anything answers there.

/** Browsers take far more for a host: `not an address` with its spaces encoded. */
const hostPattern = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])$/

/**
 * The origin meant by what was typed: `holdfast.example.com/dashboard` -> `https://holdfast.example.com`.
 * A token never travels in the clear, so `http` is only for this machine itself.
 * @returns null where no such origin can be meant.
 */
export function apiOrigin(typed: string): string | null {
  const text = typed.trim()
  const address = /^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!hostPattern.test(url.hostname)) return null
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (isHere && address !== text) url.protocol = 'http:'
  if (url.username || url.password) return null
  if (url.protocol === 'https:' || (isHere && url.protocol === 'http:')) return url.origin
  return null
}
