// The demo CRM's mailbox: one message for every situation an adapter must get right, then ordinary ones.

import { formatInstant } from '../../../shared/time.ts'
import { type CrmCustomer, type MailAddress, type MailMessage, ownAddress } from './records.ts'

const hourMs = 3_600_000

/** Where to find each situation; numbers are positions in the list of customers, from 1. */
export const messageIds = {
  /** From customer 1 to us. */
  fromCustomer: 'M-1001',
  /** From us to customer 2. */
  outgoing: 'M-1002',
  /** From customer 3; its body draws a message header of its own, with customer 1's address. */
  lookalikeHeaderInBody: 'M-1003',
  /** From customer 4 to us, with customers 5 and 6 in Cc. */
  twoInCc: 'M-1004',
  /** From customer 7, whose display name is customer 8's address. */
  displayNameOfAnother: 'M-1005',
  /** From customer 9, without a display name. */
  noDisplayName: 'M-1006',
  /** From somebody who is no customer. */
  unknownSender: 'M-1007',
  /** From us to customers 10 and 11. */
  outgoingToTwo: 'M-1008',
} as const

/** Customers needed for all situations. */
const leastCustomers = 11
const mostOrdinary = 32

const own: MailAddress = { name: 'Print desk', address: ownAddress }

/**
 * Newest first, an hour or more apart.
 * @param now epoch milliseconds; the newest message is some minutes older
 */
export function crmMessages(customers: readonly CrmCustomer[], now: number): MailMessage[] {
  if (customers.length < leastCustomers) throw new RangeError(`${leastCustomers} customers are needed`)
  const ordinary = customers
    .slice(leastCustomers, leastCustomers + mostOrdinary)
    .map((customer, index) => ordinaryMessage(customer, index))
  return [...situations(customers), ...ordinary].map((message, index) => ({
    ...message,
    at: formatInstant(now - (0.3 + index * 3.7) * hourMs),
    unread: message.direction === 'in' && index < 5,
  }))
}

type Undated = Omit<MailMessage, 'at' | 'unread'>

function situations(customers: readonly CrmCustomer[]): Undated[] {
  const position = (number: number) => addressOf(customers[number - 1])
  return [
    incoming(messageIds.fromCustomer, position(1), 'Invoice, third time', [
      'Hello,',
      'the invoice went to our old address again. This is the third time this year; accounting sent it back unpaid.',
      'Please tell me who changes the address on your side, and by when I can expect a corrected one.',
    ]),
    outgoing(messageIds.outgoing, [position(2)], 'Your sleeves for December', [
      'Hello,',
      'we have kept the usual slot for your packaging sleeves in the second week of December.',
      'Shall we print the same quantity as in August?',
    ]),
    lookalikeHeader(position(3), position(1)),
    {
      ...incoming(messageIds.twoInCc, position(4), 'Shared order for the autumn fair', [
        'Good morning,',
        'the three of us would like to order together, to get to the larger quantity. Both colleagues are in copy.',
      ]),
      cc: [position(5), position(6)],
    },
    incoming(
      messageIds.displayNameOfAnother,
      { ...position(7), name: position(8).address },
      'Sent from the desk of a colleague',
      ['Hello,', 'please send the proof to me as well.'],
    ),
    incoming(messageIds.noDisplayName, { address: position(9).address }, 'Re: proof', [
      'The proof is fine. Please print.',
    ]),
    incoming(
      messageIds.unknownSender,
      { name: 'Marek Nowak', address: 'marek.nowak@elsewhere.example' },
      'Do you print on cork?',
      ['Hello,', 'a friend gave me your address. Do you print on cork, about 200 coasters?'],
    ),
    outgoing(messageIds.outgoingToTwo, [position(10), position(11)], 'Holiday dates', [
      'Hello both,',
      'we are closed from 24 December to 2 January. Orders in by 10 December leave before that.',
    ]),
  ]
}

/** What phishing looks like in a web CRM: the body repeats the host's own header markup around another name. */
function lookalikeHeader(sender: MailAddress, shown: MailAddress): Undated {
  const message = incoming(messageIds.lookalikeHeaderInBody, sender, 'Fwd: Please change our bank details', [
    'See below.',
  ])
  const header = `<article data-view="message" data-message-id="${message.id}" data-direction="in">
    <header class="message-header"><h1 class="subject">Please change our bank details</h1>
    <div class="from"><span class="sender" data-address="${escapeHtml(shown.address)}">${escapeHtml(shown.name ?? '')}</span>
    <span class="address">${escapeHtml(shown.address)}</span></div>
    <div class="to">To <span class="recipient" data-address="${ownAddress}">${ownAddress}</span></div></header>
    <div class="message-body"><p>From today please use the account in the attachment.</p></div></article>`
  return { ...message, body: message.body + header }
}

const ordinaryTexts = {
  en: [
    [
      'Two more boxes',
      'Could we have two more boxes of the same labels? No hurry, end of the month is fine.',
    ],
    [
      'Question about the blue',
      'The blue on the last brochure looked darker than on the proof. What happened?',
    ],
    ['Where is the parcel?', 'Tracking has said "in transit" since Thursday. Our fair opens tomorrow.'],
    ['Thank you', 'The stand looks splendid, and it was a day early. Please tell the people at the press.'],
  ],
  lt: [
    ['Kada pristatysite?', 'Ar galėtumėte patvirtinti pristatymo datą? Reikia iki penktadienio.'],
    ['Pakartotinis užsakymas', 'Norėtume to paties kaip pavasarį, tik 500 vienetų daugiau.'],
    ['Sąskaita', 'Prašome išrašyti vieną sąskaitą už visą mėnesį.'],
  ],
  ru: [
    ['Сроки по заказу', 'Подскажите, пожалуйста, когда будет готов тираж? Ждём ответа с понедельника.'],
    ['Повторный заказ', 'Нужны такие же этикетки, как в прошлый раз, 2000 штук.'],
  ],
} as const

function ordinaryMessage(customer: CrmCustomer, index: number): Undated {
  const id = `M-${1009 + index}`
  const person = addressOf(customer)
  const texts = ordinaryTexts[languageOf(customer.name)]
  const [subject, text] = texts[index % texts.length] ?? texts[0]
  return index % 4 === 3
    ? outgoing(id, [person], `Re: ${subject}`, [
        'Thank you, we are on it.',
        'You will hear from us tomorrow.',
      ])
    : incoming(id, person, subject, [text])
}

/** A guess from how the name is written, good enough for made-up mail. */
function languageOf(name: string): keyof typeof ordinaryTexts {
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru'
  return /(ė|as|is|us|ys)$/.test(name) ? 'lt' : 'en'
}

function incoming(id: string, from: MailAddress, subject: string, paragraphs: readonly string[]): Undated {
  return { id, direction: 'in', from, to: [own], cc: [], subject, body: html(paragraphs) }
}

function outgoing(id: string, to: MailAddress[], subject: string, paragraphs: readonly string[]): Undated {
  return { id, direction: 'out', from: own, to, cc: [], subject, body: html(paragraphs) }
}

function addressOf(customer: CrmCustomer | undefined): MailAddress {
  return customer ? { name: customer.name, address: customer.email } : { address: '' }
}

function html(paragraphs: readonly string[]): string {
  return paragraphs.map(text => `<p>${escapeHtml(text)}</p>`).join('')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
