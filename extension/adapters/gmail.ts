// Gmail's conversation view: the last expanded message's sender who is not on our side, else its recipients.
// Rules are dated by the public code they were last seen in; a wrong one yields nothing, never a wrong person.

import { normaliseEmail } from '../../shared/identity.ts'
import type { Adapter, Reading } from './adapter.ts'
import { outside, type Person, readPeople, readPerson } from './people.ts'

const notUnderstood: Reading = { missing: 'not-understood' }
const noCustomer: Reading = { missing: 'no-customer' }

/** Newest first; the first that finds anybody is believed. */
const senderRules = [
  { rule: 'sender-2026-07', selector: '.h7 .gD[email], .adn.ads .gD[email]' },
  { rule: 'sender-cell-2026-07', selector: 'td.gF span[email]' },
]
const recipientRule = { rule: 'recipient-2026-07', selector: '.hb span[email]' }
/** One whole expanded message. */
const message = '.h7, .adn.ads'
/** A mail's own text may hold anything, pasted Gmail markup included; collapsed messages are not being read. */
const notRead = '.a3s, .ii, .kv, .kQ, .kx'

export const gmail: Adapter = {
  id: 'gmail',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  examples: [
    'https://mail.google.com/mail/u/0/#inbox',
    'https://mail.google.com/mail/u/0/#inbox/FMfcgzGxRdxBLQLRCwXzJPQkZXPvLcHs',
    'https://mail.google.com/mail/u/1/#label/Orders/18f1c2d3e4a5b6c7',
    'https://mail.google.com/mail/b/AEoRXRQ/u/0/#search/invoice/KtbxLxGPmbXqZ',
  ],
  attributes: ['email', 'style', 'class', 'hidden', 'aria-label'],

  claims({ hostname, pathname }) {
    return hostname === 'mail.google.com' && pathname.startsWith('/mail/')
  },

  read([page], url) {
    const views = [...page.querySelectorAll('[role="main"]')].filter(isVisible)
    const [view] = views
    if (!view || views.length > 1) return notUnderstood
    const subject = view.querySelector('h2.hP')
    if (!subject && !view.querySelector(message)) return noCustomer
    if (subject && isAnotherThread(subject, url)) return notUnderstood
    const own = ownAddresses(page)
    return own.size === 0 ? notUnderstood : readThread(view, own)
  },
}

function readThread(view: Element, own: ReadonlySet<string>): Reading {
  const senders = findSenders(view)
  const last = senders.at(-1)
  if (!last) return notUnderstood
  const outsiders = outside(own, senders)
  const lastOutsider = outsiders.at(-1)
  if (lastOutsider && !isOnePerson(lastOutsider)) return noCustomer
  if (lastOutsider) return readPeople(outsiders.filter(isOnePerson).reverse(), noCustomer)
  const { rule, selector } = recipientRule
  const recipients = findPeople(messageOf(last) ?? view, selector, rule)
  return recipients.length === 0 ? notUnderstood : readPeople(outside(own, recipients), noCustomer)
}

function findSenders(view: Element): Person[] {
  for (const { rule, selector } of senderRules) {
    const senders = findPeople(view, selector, rule)
    if (senders.length > 0) return senders
  }
  return []
}

function findPeople(within: Element, selector: string, rule: string): Person[] {
  return [...within.querySelectorAll(selector)]
    .filter(element => !element.closest(notRead))
    .flatMap(element => readPerson(element.getAttribute('email'), rule, element) ?? [])
}

/**
 * A group that passes a mail on stands in the sender's place ("Anna via Orders"), and often among the
 * recipients as well: its address is everybody's and nobody's.
 */
function isOnePerson(sender: Person): boolean {
  const name = sender.node.getAttribute('name') ?? sender.node.textContent ?? ''
  if (/\svia\s/i.test(name.slice(0, 500))) return false
  const around = messageOf(sender)
  const { rule, selector } = recipientRule
  const addressed = around ? findPeople(around, `${selector}, .g2[email]`, rule) : []
  return !addressed.some(
    ({ identity }) => identity.value.toLowerCase() === sender.identity.value.toLowerCase(),
  )
}

function messageOf({ node }: Person): Element | null {
  return node.closest(message)
}

/** An address bar with a thread's own id, over a view that still shows another. */
function isAnotherThread(subject: Element, url: URL): boolean {
  const [, asked] = /\/([0-9a-f]{16})(?:[?/]|$)/.exec(url.hash.slice(0, 2000)) ?? []
  const drawn = subject.getAttribute('data-legacy-thread-id')
  return asked !== undefined && drawn !== null && /^[0-9a-f]{16}$/.test(drawn) && drawn !== asked
}

/** Views that were left stay in the document; Gmail hides them, or what they stand in, by their own style. */
function isVisible(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = at.getAttribute('style') ?? ''
    if (
      at.hasAttribute('hidden') ||
      /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(style)
    )
      return false
  }
  return true
}

/** This account, the mailbox it acts for, and the other accounts signed in beside it; normalised. */
function ownAddresses(page: Document): ReadonlySet<string> {
  const labels = page.querySelectorAll(
    'a[aria-label*="@"][href*="SignOutOptions"], header[role="banner"] a[aria-label*="@"]',
  )
  const others = page.querySelectorAll('[role="banner"] div[aria-label] div > a[target="_blank"] > img + div')
  const found = [
    titleAddress(page.title),
    ...[...labels].map(label => addressIn(label.getAttribute('aria-label') ?? '')),
    ...[...others].map(other => addressIn(other.textContent ?? '')),
  ]
  return new Set(found.filter(address => address !== null))
}

/**
 * `Subject - me@example.com - Gmail`: the part before the last, whole. A subject may hold addresses too, and a
 * title cut short (`me@exam… - Gmail`) holds none of ours.
 */
function titleAddress(title: string): string | null {
  const part = title.slice(-600).split(' - ').at(-2)
  return part === undefined ? null : normaliseEmail(part)
}

/** `Google Account: Anna Smith (anna@example.com)`, or the address alone. */
function addressIn(text: string): string | null {
  const [, address] = /([^\s()<>,;:"]{1,64}@[^\s()<>,;:"]{1,253})/.exec(text.slice(0, 500)) ?? []
  return address === undefined ? null : normaliseEmail(address)
}
