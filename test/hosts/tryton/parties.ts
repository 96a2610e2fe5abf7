// Who and what lies in the Tryton database: the mailbox's twenty customers as parties with an opportunity each,
// and the awkward ones. Awkward names sort behind the customers' own.

import { mailCustomers } from '../mail/customers.ts'

export interface ContactMechanism {
  type: 'email' | 'phone' | 'website' | 'other'
  value: string
  /** Whom at the party it reaches. */
  name?: string
}

export interface Party {
  name: string
  /** The number Tryton knows it by; unique. */
  code: string
  /** Stands above the address. */
  company?: string
  street?: string
  contacts: readonly ContactMechanism[]
}

export interface Opportunity {
  description: string
  comment: string
  /** Of the party; absent: nobody's yet. */
  party?: string
}

export const ownCompany: Party = { name: 'Our Company', code: 'OWN-1', contacts: [] }
export const agent: Party = { name: 'Support Agent', code: 'OWN-2', contacts: [] }

export const customerParties: readonly Party[] = mailCustomers.map(
  ({ name, company, email, phone }, index) => ({
    name,
    code: `C-${1001 + index}`,
    company,
    contacts: [
      { type: 'email', value: email },
      { type: 'phone', value: phone },
    ],
  }),
)

/** Known by telephone alone. */
export const caller = { name: 'Ygritte Caller', company: 'Caller Freight', phone: '+44 20 7946 0199' }
export const stranger = { email: 'stranger@nowhere.example' }

const alice = emailOf(0)

/** In the order of their names. */
export const edgeParties = {
  byPhone: party('E-1', caller.name, [{ type: 'phone', value: '+44 (0)20 7946 0199' }]),
  longAddress: party('E-2', 'Ylva Long', [{ type: 'email', value: `${'a.'.repeat(5_000)}a@long.example` }]),
  lookalike: {
    ...party('E-3', `Yves <a href="mailto:${alice}">${alice}</a>`, [
      { type: 'email', value: stranger.email },
      { type: 'website', value: `mailto:${alice}`, name: 'Alice Novak' },
      { type: 'other', value: alice, name: alice },
    ]),
    street: `<input name="code" value="C-1001"><a class="column-affix" href="mailto:${alice}">${alice}</a>`,
  },
  nameOfAnother: party('E-4', `z ${alice}`, [{ type: 'email', value: emailOf(5) }]),
  noContacts: party('E-5', 'Zara Nobody', []),
  rightToLeft: party('E-6', '\u202EZkavoN ecilA', [{ type: 'email', value: emailOf(7) }]),
  twoPeople: party('E-7', 'Zwei & Co', [
    { type: 'email', value: emailOf(9), name: 'Jamal' },
    { type: 'email', value: emailOf(12), name: 'Maria' },
  ]),
} as const satisfies Record<string, Party>

export const opportunities: readonly Opportunity[] = [
  ...mailCustomers.map(({ subject, text }, index) => ({
    description: subject,
    comment: text,
    party: `C-${1001 + index}`,
  })),
  { description: 'A lead without a party', comment: `Asked by <a href="mailto:${alice}">${alice}</a>.` },
]

function party(code: string, name: string, contacts: readonly ContactMechanism[]): Party {
  return { code, name, contacts }
}

function emailOf(index: number): string {
  const customer = mailCustomers[index]
  if (!customer) throw new Error(`There is no customer ${index}.`)
  return customer.email
}
