// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { fileTexts, pieceBytes } from '../../../../extension/options/import/file-texts.ts'

const read = (file: File, signal = new AbortController().signal) =>
  Array.fromAsync(fileTexts(file, 'utf-8', signal))
const together = async (text: string) => {
  const pieces = await read(new File([text], 'orders.csv'))
  return pieces.map(({ text }) => text).join('')
}

describe('the text of a file', () => {
  it('comes in pieces that together are the whole, letters cut in two included', async () => {
    const text = 'ž,'.repeat(pieceBytes)
    expect(await together(text)).toBe(text)
    expect(await together(`a${text}`)).toBe(`a${text}`)
    expect(await together('')).toBe('')
  })

  it('says how much of the file was read', async () => {
    const pieces = await read(new File(['x'.repeat(2 * pieceBytes + 1)], 'orders.csv'))
    expect(pieces.map(({ bytes }) => bytes)).toEqual([
      pieceBytes,
      2 * pieceBytes,
      2 * pieceBytes + 1,
      2 * pieceBytes + 1,
    ])
  })

  it('is not what is left of a file that was cut short', async () => {
    const file = new File(['x'.repeat(10)], 'orders.csv')
    file.slice = () => new Blob(['x'])
    await expect(read(file)).rejects.toMatchObject({ fault: 'changed' })
  })

  it('is read no further once nobody wants it', async () => {
    const life = new AbortController()
    life.abort()
    await expect(read(new File(['x'], 'orders.csv'), life.signal)).rejects.toThrow('abort')
  })
})
