// Tokens: `hf_<workspace>_<256-bit secret>_<checksum>`. The secret is stored nowhere, only its SHA-256; the
// checksum finds a mistyped token without asking the database and lets scanners recognise a leaked one.

const secretBytes = 32
const tokenPattern = /^hf_([a-z0-9]{1,40})_([0-9a-f]{64})_([0-9a-z]{7})$/

/** What a token says by itself; whether it is true only the session's row can tell. */
export interface Credentials {
  workspaceId: string
  /** SHA-256 of the secret, hexadecimal. */
  secretHash: string
}

/** A fresh token for a workspace, and the hash to store for it. */
export async function mintToken(workspaceId: string): Promise<{ token: string; secretHash: string }> {
  const secret = hex(crypto.getRandomValues(new Uint8Array(secretBytes)))
  const body = `hf_${workspaceId}_${secret}`
  return { token: `${body}_${checksum(body)}`, secretHash: await sha256(secret) }
}

/** Null when the text is no token: wrong form or mistyped. */
export async function readToken(text: string): Promise<Credentials | null> {
  const [, workspaceId, secret, sum] = tokenPattern.exec(text) ?? []
  if (!workspaceId || !secret || checksum(`hf_${workspaceId}_${secret}`) !== sum) return null
  return { workspaceId, secretHash: await sha256(secret) }
}

/** SHA-256 of a text, hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** FNV-1a, 32 bits, in seven digits of base 36. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36).padStart(7, '0')
}
