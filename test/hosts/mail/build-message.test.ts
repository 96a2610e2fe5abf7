import { expect, it } from 'vitest'
import { buildMessage, type Message } from './build-message.ts'

const message: Message = {
  from: { name: '田中 博', email: 'h.tanaka@tanaka-design.example' },
  to: [{ name: "David O'Brien", email: 'david@obrien.example' }, { email: 'agent@support.example' }],
  subject:
    'Rechnung für Oktober, zum zweiten Mal doppelt abgebucht: bitte überweisen Sie einen Betrag zurück',
  at: Date.parse('2025-11-18T09:30:00Z'),
  id: 'seed-1',
  text: 'Schönen Gruß\n',
}

function header(raw: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(raw.split('\r\n\r\n')[0] ?? '')?.[1]?.trim() ?? ''
}

function decoded(words: string): string {
  return words
    .split(' ')
    .map(word => Buffer.from(/^=\?utf-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? '', 'base64').toString())
    .join('')
}

it('writes only ASCII in lines that end with CRLF', () => {
  const raw = buildMessage({
    ...message,
    html: '<p>Gruß</p>',
    attachment: { name: 'a.pdf', type: 'application/pdf', content: '%PDF' },
  })
  expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/)
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

it('encodes a name or subject into words of at most 75 characters that read as before', () => {
  const raw = buildMessage(message)
  expect(decoded(header(raw, 'Subject'))).toBe(message.subject)
  expect(
    header(raw, 'Subject')
      .split(' ')
      .every(word => word.length <= 75),
  ).toBe(true)
  expect(decoded(header(raw, 'From').replace(/ <.*/, ''))).toBe('田中 博')
})

it('quotes a name that holds more than words, so that it cannot be read as an address', () => {
  const from = { name: 'alice@northwind.example', email: 'farid@haddad.example' }
  expect(header(buildMessage({ ...message, from }), 'From')).toBe(
    '"alice@northwind.example" <farid@haddad.example>',
  )
  expect(header(buildMessage(message), 'To')).toBe(
    '"David O\'Brien" <david@obrien.example>, agent@support.example',
  )
})

it('dates the message and names it after its sender’s domain', () => {
  const raw = buildMessage(message)
  expect(header(raw, 'Date')).toBe('Tue, 18 Nov 2025 09:30:00 +0000')
  expect(header(raw, 'Message-ID')).toBe('<seed-1@tanaka-design.example>')
})
