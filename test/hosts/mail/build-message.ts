// An e-mail as it travels: headers with encoded words, a text, perhaps the same as HTML, perhaps an attachment.

export interface Address {
  name?: string
  email: string
}

export interface Message {
  from: Address
  to: readonly Address[]
  cc?: readonly Address[]
  replyTo?: Address
  subject: string
  /** Epoch milliseconds. */
  at: number
  /** Before the at sign of its Message-ID. */
  id: string
  /** The same, of the message it answers: `seed-0@northwind.example`. */
  inReplyTo?: string
  text: string
  html?: string
  attachment?: { name: string; type: string; content: string }
}

/** The message with CRLF line ends, ASCII throughout. */
export function buildMessage(message: Message): string {
  const { from, to, cc = [], replyTo, subject, at, id, inReplyTo } = message
  const headers: [string, string | undefined][] = [
    ['From', list([from])],
    ['To', list(to)],
    ['Cc', cc.length > 0 ? list(cc) : undefined],
    ['Reply-To', replyTo && list([replyTo])],
    ['Subject', encodeText(subject)],
    ['Date', new Date(at).toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<${id}@${from.email.split('@')[1]}>`],
    ['In-Reply-To', inReplyTo && `<${inReplyTo}>`],
    ['References', inReplyTo && `<${inReplyTo}>`],
    ['MIME-Version', '1.0'],
  ]
  const lines = headers.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return [...lines, ...content(message)].join('\r\n')
}

function content({ text, html, attachment }: Message): string[] {
  const plain = part('text/plain; charset=utf-8', text)
  const body =
    html === undefined ? plain : several('alternative', [plain, part('text/html; charset=utf-8', html)])
  if (!attachment) return body
  const { name, type, content: inside } = attachment
  return several('mixed', [body, part(type, inside, `Content-Disposition: attachment; filename="${name}"`)])
}

function several(kind: 'alternative' | 'mixed', parts: readonly string[][]): string[] {
  const boundary = `--=_${kind}`
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap(lines => [`--${boundary}`, ...lines]),
    `--${boundary}--`,
    '',
  ]
}

function part(type: string, inside: string, ...headers: string[]): string[] {
  const encoded = Buffer.from(inside).toString('base64')
  return [
    `Content-Type: ${type}`,
    ...headers,
    'Content-Transfer-Encoding: base64',
    '',
    ...(encoded.match(/.{1,76}/g) ?? []),
  ]
}

function list(addresses: readonly Address[]): string {
  return addresses.map(({ name, email }) => (name ? `${encodeName(name)} <${email}>` : email)).join(', ')
}

function encodeName(name: string): string {
  if (!isAscii(name)) return encodeText(name)
  return /^[\w ]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`
}

/** RFC 2047: an encoded word holds at most 45 bytes here, and no character is cut in two. */
function encodeText(text: string): string {
  if (isAscii(text)) return text
  const words = ['']
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`
    if (Buffer.byteLength(longer) > 45) words.push(character)
    else words[words.length - 1] = longer
  }
  return words.map(word => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ')
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}
