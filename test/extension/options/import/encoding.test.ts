import { describe, expect, it } from 'vitest'
import { type Encoding, guessEncoding } from '../../../../extension/options/import/encoding.ts'

const russian = 'Дата;Клиент;Сумма\n23.11.2026;Анна Ковалёва;1 234,56\n24.11.2026;Пётр Ильин;99,00\n'
const lithuanian = 'Data;Klientas;Suma\n2026-11-23;Šarūnė Žukauskienė;1 234,56\n2026-11-24;Ąžuolas Čėsna;5\n'
const german = 'Datum;Kunde;Betrag\n23.11.2026;Jürgen Größler;12,00\n24.11.2026;Renée Müller;5,00\n'

/** A text in a one-byte encoding, by asking the decoder what each byte means. */
function encode(text: string, encoding: Encoding): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const letters = [...new TextDecoder(encoding).decode(bytes)]
  return Uint8Array.from([...text].map(letter => letters.indexOf(letter)))
}
function utf16(text: string, isLittle: boolean, mark = ''): Uint8Array {
  const view = new DataView(new ArrayBuffer((mark + text).length * 2))
  for (const [index, letter] of [...(mark + text)].entries()) {
    view.setUint16(index * 2, letter.charCodeAt(0), isLittle)
  }
  return new Uint8Array(view.buffer)
}
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('the encoding of a file', () => {
  it('is told by its byte order mark', () => {
    expect(guessEncoding([utf8(`\uFEFF${german}`)])).toBe('utf-8')
    expect(guessEncoding([utf16(russian, true, '\uFEFF')])).toBe('utf-16le')
    expect(guessEncoding([utf16(russian, false, '\uFEFF')])).toBe('utf-16be')
  })

  it('is told without a mark', () => {
    expect(guessEncoding([utf16(german, true)])).toBe('utf-16le')
    expect(guessEncoding([utf16(german, false)])).toBe('utf-16be')
    for (const text of [russian, lithuanian, german, 'a,b\n1,2\n'])
      expect(guessEncoding([utf8(text)])).toBe('utf-8')
    expect(guessEncoding([encode(russian, 'windows-1251')])).toBe('windows-1251')
    expect(guessEncoding([encode(lithuanian, 'windows-1257')])).toBe('windows-1257')
    expect(guessEncoding([encode(german, 'windows-1252')])).toBe('windows-1252')
  })

  it('is told by letters that come late in the file', () => {
    const ascii = utf8('a,b\n'.repeat(100))
    expect(guessEncoding([ascii, encode(lithuanian, 'windows-1257')])).toBe('windows-1257')
    expect(guessEncoding([ascii, utf8(russian)])).toBe('utf-8')
  })

  it('is not mistaken where a sample begins or ends inside a letter', () => {
    const bytes = utf8(russian)
    for (let cut = 1; cut < 12; cut += 1) {
      expect(guessEncoding([bytes, bytes.subarray(cut, bytes.length - cut)])).toBe('utf-8')
    }
  })

  it('is UTF-8 where there is nothing', () => {
    expect(guessEncoding([])).toBe('utf-8')
    expect(guessEncoding([new Uint8Array()])).toBe('utf-8')
  })
})
