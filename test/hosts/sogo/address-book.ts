// The member's own address book, asked as a phone would: over CardDAV, past SOGo's pages. At first it holds a card
// of each of the twenty customers.

import { type MailCustomer, mailCustomers } from '../mail/customers.ts'
import type { Sogo } from './sogo.ts'

export interface Card {
  /** What its file and so its page's address is called: `C-1001`. */
  id: string
  name: string
  company?: string
  email?: string
  phone?: string
}

export function cardOf(customer: MailCustomer): Card {
  return { id: `C-${1001 + mailCustomers.indexOf(customer)}`, ...customer }
}

/** @throws where SOGo refuses one. */
export async function putCards(sogo: Pick<Sogo, 'url' | 'login'>, cards: readonly Card[]): Promise<void> {
  for (const card of cards) {
    const { status } = await ask(sogo, 'PUT', `${card.id}.vcf`, 'text/vcard', asVcard(card))
    if (status !== 201 && status !== 204) throw new Error(`SOGo refused the card ${card.id}: ${status}.`)
  }
}

/** Every card's file with the tag of its content, in order. */
export async function listCards(sogo: Sogo): Promise<string[]> {
  const wanted = '<d:propfind xmlns:d="DAV:"><d:prop><d:getetag/></d:prop></d:propfind>'
  const answer = await ask(sogo, 'PROPFIND', '', 'application/xml', wanted)
  const files = /<D:href>[^<]*?([^/<]+\.vcf)<\/D:href>.*?<D:getetag>([^<]*)</gs
  return [...(await answer.text()).matchAll(files)].map(([, file, tag]) => `${file} ${tag}`).sort()
}

function ask(
  { url, login: { user, password } }: Pick<Sogo, 'url' | 'login'>,
  method: 'PUT' | 'PROPFIND',
  file: string,
  type: string,
  body: string,
): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const headers = { authorization, 'content-type': `${type}; charset=utf-8`, depth: '1' }
  return fetch(`${url}SOGo/dav/${user}/Contacts/personal/${file}`, { method, headers, body })
}

/** vCard 3.0 */
function asVcard({ id, name, company, email, phone }: Card): string {
  const [first = '', ...last] = name.split(' ')
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${id}`,
    `FN:${escapeText(name)}`,
    `N:${escapeText(last.join(' '))};${escapeText(first)};;;`,
    ...(company ? [`ORG:${escapeText(company)}`] : []),
    ...(email ? [`EMAIL;TYPE=work:${email}`] : []),
    ...(phone ? [`TEL;TYPE=work:${phone}`] : []),
    'END:VCARD',
    '',
  ].join('\r\n')
}

function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&')
}
