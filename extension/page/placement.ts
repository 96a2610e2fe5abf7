// Whether the panel stands large or as a small tab: small where the member left it so, and by itself on pages
// without a customer, where it would only be in the way.

export interface Placement {
  /** As the member left it on this host. */
  collapsed: boolean
  /** The page shows no customer. */
  resting: boolean
  /** The member opened it all the same. */
  peeking: boolean
}

export function isSmall({ collapsed, resting, peeking }: Placement): boolean {
  return collapsed || (resting && !peeking)
}

/** The member pressed the handle. Only what they chose beside a customer is remembered. */
export function toggle(placement: Placement): Placement {
  if (isSmall(placement)) return { ...placement, collapsed: false, peeking: true }
  return placement.resting ? { ...placement, peeking: false } : { ...placement, collapsed: true }
}

/** Another question began or was answered. */
export function rest(placement: Placement, resting: boolean): Placement {
  return resting === placement.resting ? placement : { ...placement, resting, peeking: false }
}
