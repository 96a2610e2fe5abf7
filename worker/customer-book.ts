// Which customer a row of a bulk request belongs to, and what the request changes about customers. Starts from
// what the database knew and is filled row by row, so that later rows find the customers of earlier ones. Pure.

import { type IdentityKind, identityKinds } from '../shared/identity.ts'
import type { CustomerChange } from './change-customers.ts'
import { noMoney } from './money.ts'
import type { NormalIdentity } from './normalise-identity.ts'
import type { Customer, KnownCustomer } from './repositories/customers.ts'
import type { NewIdentity } from './repositories/identities.ts'
import { noDays } from './stand.ts'

/** An identity with the text it was made of. */
export interface AskedIdentity {
  identity: NormalIdentity
  raw: string
}

export type Belonging = { customer: Customer } | { ambiguous: true }

/** What a bulk request may say of a customer. */
export interface Profile {
  name?: string | undefined
  company?: string | undefined
  ownerId?: string | undefined
}

export class CustomerBook {
  readonly #customers = new Map<string, Customer>()
  readonly #byIdentity = new Map<string, Set<string>>()
  readonly #kindsOf = new Map<string, Map<string, string>>()
  readonly #asRead = new Map<string, Customer>()
  readonly #changed = new Set<string>()
  readonly #newIdentities: NewIdentity[] = []
  readonly #newId: () => string

  constructor(known: readonly KnownCustomer[], newId: () => string) {
    this.#newId = newId
    for (const customer of known) this.add(customer)
  }

  add({ identities, ...customer }: KnownCustomer): void {
    this.#customers.set(customer.id, customer)
    this.#asRead.set(customer.id, { ...customer })
    for (const [kind, value, host] of identities) {
      this.#connect({ kind: kind as IdentityKind, value, host }, customer.id)
    }
  }

  /**
   * The customer of a row, made new where nobody is known under its identities. The most trusted identity decides;
   * several customers behind it are narrowed by the others, and refused where they stay several.
   */
  customerOf(identities: readonly AskedIdentity[]): Belonging {
    const asked = identities.toSorted((one, other) => trust(one) - trust(other))
    const candidates = this.#candidates(asked)
    if (candidates.size > 1) return { ambiguous: true }
    const [found] = candidates
    const known = found === undefined ? undefined : this.#customers.get(found)
    const customer = known && !this.#contradicts(known, asked) ? known : this.#create(asked)
    for (const one of asked) this.#attach(one, customer)
    return { customer }
  }

  /** Returns whether the profile says anything new. */
  describe(customer: Customer, { name, company, ownerId }: Profile): boolean {
    const before = [customer.name, customer.company, customer.ownerId]
    customer.name = name ?? customer.name
    customer.company = company ?? customer.company
    customer.ownerId = ownerId ?? customer.ownerId
    const isNew = [customer.name, customer.company, customer.ownerId].some(
      (value, index) => value !== before[index],
    )
    if (isNew) this.markChanged(customer)
    return isNew
  }

  /** The customer's row has to be stored. */
  markChanged(customer: Customer): void {
    this.#changed.add(customer.id)
  }

  get(customerId: string): Customer | undefined {
    return this.#customers.get(customerId)
  }

  get changes(): CustomerChange[] {
    return [...this.#changed].flatMap(id => {
      const after = this.#customers.get(id)
      return after ? [{ before: this.#asRead.get(id) ?? null, after }] : []
    })
  }

  get newIdentities(): readonly NewIdentity[] {
    return this.#newIdentities
  }

  /** Customers under the most trusted identity anybody has, narrowed by the less trusted ones. */
  #candidates(asked: readonly AskedIdentity[]): Set<string> {
    let candidates = new Set<string>()
    for (const { identity } of asked) {
      const found = this.#byIdentity.get(keyOf(identity)) ?? new Set()
      if (candidates.size === 0) candidates = found
      else if (candidates.size > 1 && found.size > 0) {
        const narrowed = candidates.intersection(found)
        if (narrowed.size > 0) candidates = narrowed
      }
    }
    return candidates
  }

  /**
   * Found by a shared phone or address, but under another record id or address than this customer has: a second
   * person behind the same one, not the same customer.
   */
  #contradicts(customer: Customer, asked: readonly AskedIdentity[]): boolean {
    const known = this.#kindsOf.get(customer.id)
    for (const { identity } of asked) {
      if (this.#byIdentity.get(keyOf(identity))?.has(customer.id)) return false
      const same = known?.get(kindOf(identity))
      if (same !== undefined && same !== identity.value) return true
    }
    return false
  }

  #create(asked: readonly AskedIdentity[]): Customer {
    const named = asked.find(({ identity }) => identity.kind === 'email') ?? asked[0]
    const customer: Customer = {
      id: this.#newId(),
      name: named?.raw.trim() ?? '',
      company: null,
      ownerId: null,
      days: noDays,
      money: noMoney,
      revision: 0,
    }
    this.#customers.set(customer.id, customer)
    this.#changed.add(customer.id)
    return customer
  }

  #attach({ identity, raw }: AskedIdentity, customer: Customer): void {
    const owners = this.#byIdentity.get(keyOf(identity))
    if (owners?.has(customer.id)) return
    this.#newIdentities.push({ identity, raw, customerId: customer.id, isUnclaimed: !owners })
    this.#connect(identity, customer.id)
  }

  #connect(identity: NormalIdentity, customerId: string): void {
    const key = keyOf(identity)
    const owners = this.#byIdentity.get(key)
    if (owners) owners.add(customerId)
    else this.#byIdentity.set(key, new Set([customerId]))
    const kinds = this.#kindsOf.get(customerId) ?? new Map<string, string>()
    this.#kindsOf.set(customerId, kinds.set(kindOf(identity), identity.value))
  }
}

function keyOf({ kind, value, host }: NormalIdentity): string {
  return `${kind} ${host} ${value}`
}

/** Of a record only ids of the same host can contradict each other. */
function kindOf({ kind, host }: NormalIdentity): string {
  return `${kind} ${host}`
}

function trust({ identity }: AskedIdentity): number {
  return identityKinds.indexOf(identity.kind)
}
