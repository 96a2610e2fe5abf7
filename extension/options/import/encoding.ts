// Which encoding a file's bytes are in: by byte order mark, by the zeros of UTF-16, by whether they are UTF-8, and
// at last by which letters an old one-byte encoding would give. Pure.

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'windows-1257',
  'windows-1252',
] as const
export type Encoding = (typeof encodings)[number]

/** Where a one-byte encoding keeps the letters that its languages use most beside a to z. */
const letterBytes = {
  /** ą į č ę ė š ų ū ž and their capitals. */
  'windows-1257': new Set([
    224, 225, 232, 230, 235, 240, 248, 251, 254, 192, 193, 200, 198, 203, 208, 216, 219, 222,
  ]),
  /** é è ê à ç ü ö ä ß å ñ ó í and their capitals. */
  'windows-1252': new Set([
    233, 232, 234, 224, 231, 252, 246, 228, 223, 229, 241, 243, 237, 201, 220, 214, 196, 197,
  ]),
}

/**
 * @param samples pieces of the file; the first from its beginning, the others from anywhere.
 * @returns UTF-8 where nothing tells.
 */
export function guessEncoding(samples: readonly Uint8Array[]): Encoding {
  const [head = new Uint8Array()] = samples
  return byMark(head) ?? byZeros(head) ?? (samples.every(isUtf8) ? 'utf-8' : byLetters(samples))
}

function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Digits, commas and line ends are in every CSV, and in UTF-16 each of them has a zero beside it. */
function byZeros(head: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (head.length === 0 || Math.max(even, odd) * 10 < head.length) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** A character cut off at either end of a sample is no fault. */
function isUtf8(sample: Uint8Array): boolean {
  const start = sample.findIndex(byte => (byte & 0xc0) !== 0x80)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(Math.max(0, start)), { stream: true })
    return start < 4
  } catch {
    return false
  }
}

/** Cyrillic words are high bytes throughout, Baltic and Western ones have a high byte here and there. */
function byLetters(samples: readonly Uint8Array[]): Encoding {
  let high = 0
  let besideHigh = 0
  let baltic = 0
  let western = 0
  for (const sample of samples) {
    sample.forEach((byte, index) => {
      if (byte < 0xc0) return
      high += 1
      if ((sample[index - 1] ?? 0) >= 0xc0) besideHigh += 1
      if (letterBytes['windows-1257'].has(byte)) baltic += 1
      if (letterBytes['windows-1252'].has(byte)) western += 1
    })
  }
  if (besideHigh * 2 > high) return 'windows-1251'
  return baltic >= western ? 'windows-1257' : 'windows-1252'
}
