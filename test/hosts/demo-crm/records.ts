// What the demo CRM knows, as its server sends it and its pages show it.

export interface CrmCustomer {
  /** `C-0012` */
  id: string
  name: string
  email: string
  /** E.164 for the link, and grouped as people read it. */
  phone?: { number: string; text: string }
  company?: string
  owner: string
  deals: Deal[]
  notes: Note[]
}

export interface Deal {
  title: string
  stage: 'Proposal' | 'Negotiation' | 'Won' | 'On hold'
  amountMinor: number
}

export interface Note {
  /** ISO 8601 */
  at: string
  author: string
  text: string
}

export interface MailAddress {
  /** The display name; absent where the sender gave none. */
  name?: string
  address: string
}

export interface MailMessage {
  /** `M-1001` */
  id: string
  direction: 'in' | 'out'
  from: MailAddress
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  /** ISO 8601 */
  at: string
  unread: boolean
  /** HTML as it came, without anything that runs. */
  body: string
}

/** The mailbox the demo CRM is signed in with. */
export const ownAddress = 'agent@holdfast-demo.example'
