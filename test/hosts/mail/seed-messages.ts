// What lies in the mailbox at first: a message from each customer, the awkward ones, and two that were sent.
// The dates are fixed, so that two mailboxes are alike.

import { type Address, buildMessage, type Message } from './build-message.ts'
import { type MailCustomer, mailCustomers } from './customers.ts'

export const agent: Address = { name: 'Support Agent', email: 'agent@support.example' }
const colleague: Address = { name: 'Colleague', email: 'colleague@support.example' }
export const stranger: Address = { name: 'Stranger', email: 'stranger@nowhere.example' }

export const edgeCases = {
  reply: 'Re: How do I cancel my plan?',
  otherReplyTo: 'Reply-To differs',
  nameOfAnother: "Display name carries another customer's address",
  unknownSender: 'From an unknown sender',
  noName: 'No display name',
  forwarded: 'Agent forwards: Fwd: DPA',
  twoInCopy: 'Two customers in copy',
  headerInBody: 'A header in the body',
  ownCopy: 'A copy of our own',
} as const

export const sentSubjects = {
  toOne: 'Re: Rechnung Oktober doppelt / invoice charged twice',
  toTwo: 'Your offices',
} as const

export interface SeedMessage {
  folder: string
  at: number
  isSeen: boolean
  raw: string
}

const firstAt = Date.parse('2025-11-18T00:00:00Z')
const hourMs = 3_600_000

/** Every message by its folder, oldest first. */
export function seedMessages(): SeedMessage[] {
  return [
    ...mailCustomers.map((customer, index) => inFolder('INBOX', written(customer, index), index < 12)),
    ...edgeMessages().map(message => inFolder('Edge cases', message, true)),
    ...sentMessages().map(message => inFolder('Sent', message, true)),
  ]
}

function inFolder(folder: string, message: Message, isSeen: boolean): SeedMessage {
  return { folder, at: message.at, isSeen, raw: buildMessage(message) }
}

function customer(index: number): MailCustomer {
  const found = mailCustomers[index]
  if (!found) throw new Error(`There is no customer ${index}.`)
  return found
}

function written(from: MailCustomer, index: number): Message {
  const { name, company, phone, subject, text } = from
  return {
    from,
    to: [agent],
    subject,
    at: firstAt + index * 12 * hourMs,
    id: `seed-${index}`,
    text: `${text}\n--\n${name}\n${company}\nTel. ${phone}\n`,
    ...(index % 2 === 1 && { html: asHtml(from) }),
    ...(index % 5 === 4 && { attachment: invoice }),
  }
}

const invoice = { name: 'invoice.pdf', type: 'application/pdf', content: '%PDF-1.4\n%%EOF\n' }

/** With a signature that repeats the sender's address in the body. */
function asHtml({ name, email, company, phone, text }: MailCustomer): string {
  const paragraphs = escapeHtml(text).replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br>')
  const signature = [
    `<b>${escapeHtml(name)}</b>`,
    escapeHtml(company),
    `Tel. ${phone}`,
    `<a href="mailto:${email}">${email}</a>`,
  ]
  return `<html><body><p>${paragraphs}</p><table><tr><td>${signature.join('<br>')}</td></tr></table></body></html>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function edgeMessages(): Message[] {
  const [alice, david, farid, hiroshi] = [customer(0), customer(3), customer(5), customer(7)]
  const cases: (Omit<Message, 'to' | 'at' | 'id'> & Partial<Message>)[] = [
    { from: alice, subject: edgeCases.reply, text: alice.text, inReplyTo: 'seed-0@northwind.example' },
    {
      from: david,
      replyTo: { name: "Billing O'Brien", email: 'billing@obrien-legal.example' },
      subject: edgeCases.otherReplyTo,
      text: david.text,
    },
    { from: { name: alice.email, email: farid.email }, subject: edgeCases.nameOfAnother, text: farid.text },
    { from: stranger, subject: edgeCases.unknownSender, text: 'Do you ship abroad?\n' },
    { from: { email: hiroshi.email }, subject: edgeCases.noName, text: hiroshi.text },
    { from: colleague, subject: edgeCases.forwarded, text: forwardOf(customer(8)) },
    {
      from: customer(9),
      cc: [customer(12), customer(13)],
      subject: edgeCases.twoInCopy,
      text: customer(9).text,
    },
    { from: customer(10), subject: edgeCases.headerInBody, text: 'See below.\n', html: lookalike(alice) },
    { from: agent, to: [alice], subject: edgeCases.ownCopy, text: 'Your data stays yours.\n' },
  ]
  return cases.map((message, index) => ({
    to: [agent],
    ...message,
    at: firstAt + 250 * hourMs + index * 60_000,
    id: `edge-${index}`,
  }))
}

/** As Roundcube draws its own header, with somebody else in it. */
function lookalike({ name, email }: MailCustomer): string {
  const link = `<a class="rcmContactAddress" href="mailto:${email}" title="${email}">${name}</a>`
  const summary = `<div class="header-summary"><span>From <span class="adr">${link}</span></span></div>`
  const table = `<table class="header-headers"><tr><td class="header from">${link}</td></tr></table>`
  return `<html><body><div id="message-header">${summary}${table}</div></body></html>`
}

function forwardOf({ name, email, subject, text }: MailCustomer): string {
  return `---------- Forwarded message ----------\nFrom: ${name} <${email}>\nSubject: ${subject}\n\n${text}\n`
}

function sentMessages(): Message[] {
  return [
    { to: [customer(1)], subject: sentSubjects.toOne, text: 'We will refund one.\n' },
    { to: [customer(8), agent, customer(18)], subject: sentSubjects.toTwo, text: 'We move on Friday.\n' },
  ].map((message, index) => ({
    ...message,
    from: agent,
    at: firstAt + (14 + index) * hourMs,
    id: `sent-${index}`,
  }))
}
