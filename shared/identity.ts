// One way to recognise a customer. Part of the content script in every enabled host, so it imports nothing.
// Phones keep the form they were read in: making them international needs a library and happens in the Worker.

export const identityKinds = ['record', 'email', 'phone', 'domain'] as const

/** Ordered by trust: a host's own record id is stable for years, a domain names only a company. */
export type IdentityKind = (typeof identityKinds)[number]

export interface Identity {
  kind: IdentityKind
  value: string
  /** For `record`: the host (or import source) whose id this is. */
  host?: string
  /** For `record`: what kind of record, where the host tells (`contact`, `company`). */
  type?: string
}

/** RFC 5321 allows 254 characters for a whole address; longer text is never one. */
const longestEmail = 254

/**
 * An address as it is stored and compared: NFC, lower case, international domains in ASCII, and for Google's
 * mailboxes without dots and `+tag`, which Google itself ignores. Elsewhere both are part of the address.
 * @returns the address, or null when `text` is not one.
 */
export function normaliseEmail(text: string): string | null {
  if (text.length > longestEmail * 4) return null
  const [, mailbox, domainText] =
    /^([^\s@<>()[\],;:"]{1,64})@([^\s@<>()[\],;:"]{1,253})$/.exec(text.trim().normalize('NFC')) ?? []
  if (!mailbox || !domainText) return null
  const domain = normaliseDomain(domainText)
  if (!domain) return null
  const local = mailbox.toLowerCase()
  const isGoogle = domain === 'gmail.com' || domain === 'googlemail.com'
  const address = isGoogle ? `${withoutTag(local).replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
  return address.length <= longestEmail && !address.startsWith('@') ? address : null
}

/**
 * The same address without its `+tag`: a suggestion, never a match, since only some providers ignore the tag.
 * @returns null when the normalised `email` has no tag.
 */
export function emailWithoutTag(email: string): string | null {
  const at = email.lastIndexOf('@')
  const local = withoutTag(email.slice(0, at))
  return local.length > 0 && local.length < at ? local + email.slice(at) : null
}

/** A domain in lower-case ASCII (`ŠIAULIAI.lt` -> `xn--iauliai-pqb.lt`), or null when it is not one with a dot. */
export function normaliseDomain(text: string): string | null {
  const trimmed = text.trim().replace(/\.$/, '')
  if (!/^[^\s/?#@:\\%]{1,253}$/.test(trimmed) || !trimmed.includes('.')) return null
  if (!URL.canParse(`http://${trimmed}/`)) return null
  const { hostname } = new URL(`http://${trimmed}/`)
  const labels = hostname.split('.')
  const isDomain = labels.every(label => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
  const isAddress = labels.every(label => /^\d+$/.test(label))
  return isDomain && !isAddress && hostname.length <= 253 ? hostname : null
}

/** Two identities name the same thing as they stand (compare normalised ones). */
export function sameIdentity(one: Identity, other: Identity): boolean {
  return one.kind === other.kind && one.value === other.value && (one.host ?? '') === (other.host ?? '')
}

function withoutTag(mailbox: string): string {
  const plus = mailbox.indexOf('+')
  return plus < 0 ? mailbox : mailbox.slice(0, plus)
}
