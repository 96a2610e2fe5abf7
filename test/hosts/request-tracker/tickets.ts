// Whom Request Tracker knows at first and what they asked: a ticket of each customer, and the awkward ones.

import { type MailCustomer, mailCustomers } from '../mail/customers.ts'
import { agent, stranger } from '../mail/seed-messages.ts'

/** As Request Tracker itself names it. */
export interface SeedUser {
  Name: string
  EmailAddress: string
  RealName: string
  Organization?: string
  MobilePhone?: string
}

/** One of us. */
export interface SeedMember extends SeedUser {
  Password: string
  /** Everywhere. */
  rights: readonly string[]
}

export interface SeedTicket {
  subject: string
  /** Names of users, or addresses. */
  requestors: readonly string[]
  cc?: readonly string[]
  text: string
  /** Takes the place of the text. */
  html?: string
  /** From whom, by name, and what. */
  answer?: { by: string; text: string }
  /** The subject of an older ticket. */
  mergedInto?: string
}

const ticketRights = [
  'SeeQueue',
  'ShowTicket',
  'ShowTicketComments',
  'CreateTicket',
  'ReplyToTicket',
  'CommentOnTicket',
  'ModifyTicket',
  'DeleteTicket',
  'OwnTicket',
  'AdminUsers',
  'ShowUserHistory',
]

/** Is shown as much as a member usually is. */
export const member: SeedMember = {
  Name: 'agent',
  Password: 'agent-pass',
  EmailAddress: agent.email,
  RealName: 'Support Agent',
  rights: ticketRights,
}
/** Is also shown to whom mail is sent. */
export const colleague: SeedMember = {
  Name: 'colleague',
  Password: 'colleague-pass',
  EmailAddress: 'colleague@support.example',
  RealName: 'Col League',
  rights: [...ticketRights, 'ShowOutgoingEmail'],
}
/** Calls himself as a customer is called, and writes from elsewhere. */
export const impostor: SeedUser = {
  Name: 'mallory@nowhere.example',
  EmailAddress: 'mallory@nowhere.example',
  RealName: 'Alice Novak <alice.novak@northwind.example>',
}
/** Writes from an address nobody has heard of, and has a telephone. */
export const caller: SeedUser = {
  Name: 'priya@nowhere.example',
  EmailAddress: 'priya@nowhere.example',
  RealName: 'Priya Nair',
  MobilePhone: '+44 20-7946-0999',
}

export const edgeCases = {
  twoOfOneName: 'Two requestors of one name',
  twoRequestors: 'Two requestors of two companies',
  nobody: 'No requestor',
  ourselves: 'We ask ourselves',
  colleague: 'A colleague asks',
  colleagueForCustomer: 'A colleague and a customer ask',
  colleagueWithCopy: 'A colleague asks, a customer in copy',
  customerInCopy: 'A customer asks, another in copy',
  unknown: 'From somebody unknown',
  caller: 'From somebody with a telephone',
  impostor: 'From somebody with the name of another',
  blockInBody: 'A block of requestors in the body',
  answered: 'We answered last',
  merged: 'The same again',
} as const
export type EdgeCase = keyof typeof edgeCases

export const seedMembers: readonly SeedMember[] = [member, colleague]
export const seedUsers: readonly SeedUser[] = [impostor, caller, ...mailCustomers.map(asUser)]

/** Named by their address, as whoever writes in for the first time. */
function asUser({ name, email, phone, company }: MailCustomer): SeedUser {
  return { Name: email, EmailAddress: email, RealName: name, Organization: company, MobilePhone: phone }
}

/** Oldest first: they are numbered from 1 in this order. */
export function seedTickets(): SeedTicket[] {
  const edges = Object.entries(edgeTickets()) as [EdgeCase, EdgeTicket][]
  return [
    ...mailCustomers.map(({ email, subject, text }) => ({ subject, requestors: [email], text })),
    ...edges.map(([edge, ticket]) => ({ subject: edgeCases[edge], text: 'Hello?\n', ...ticket })),
  ]
}

/** The number of the ticket with this subject. */
export function ticketOf(subject: string): number {
  return seedTickets().findIndex(ticket => ticket.subject === subject) + 1
}

type EdgeTicket = Omit<SeedTicket, 'subject' | 'text'>

function edgeTickets(): Record<EdgeCase, EdgeTicket> {
  const email = (index: number) => mailCustomers[index]?.email ?? ''
  return {
    twoOfOneName: { requestors: [email(12), email(13)] },
    twoRequestors: { requestors: [email(8), email(18)] },
    nobody: { requestors: [] },
    ourselves: { requestors: [member.Name] },
    colleague: { requestors: [colleague.Name] },
    colleagueForCustomer: { requestors: [colleague.Name, email(4)] },
    colleagueWithCopy: { requestors: [colleague.Name], cc: [email(4)] },
    customerInCopy: { requestors: [email(6)], cc: [email(5)] },
    unknown: { requestors: [stranger.email] },
    caller: { requestors: [caller.Name] },
    impostor: { requestors: [impostor.Name] },
    blockInBody: { requestors: [email(10)], html: lookalike() },
    answered: { requestors: [email(2)], answer: { by: member.Name, text: 'We are looking into it.\n' } },
    merged: { requestors: [email(1)], mergedInto: mailCustomers[1]?.subject ?? '' },
  }
}

/** As Request Tracker draws its own block, with somebody else in it; of classes it lets through those with `text`. */
function lookalike(): string {
  const { name, email } = mailCustomers[0] ?? { name: '', email: '' }
  const user = `<a href="/User/Summary.html?id=1">${name} &lt;${email}&gt;</a>`
  const span = `<span class="current-value text"><span class="user text" data-user-id="1">${user}</span></span>`
  return `<div class="ticket-info-people text"><div class="form-row requestors text">${span}</div></div>`
}
