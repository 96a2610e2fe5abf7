// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../../../extension/options/import/fingerprint.ts'
import { openFile, readFirstRows } from '../../../../extension/options/import/open-file.ts'

const fileOf = (text: string, lastModified = 1) => new File([text], 'orders.csv', { lastModified })
const firstRows = async (text: string) => readFirstRows(await openFile(fileOf(text)), 'utf-8', ',')

describe('the first rows of a file', () => {
  it('are its column names and what stands below, as far as it is whole', async () => {
    expect(await firstRows(' email ,date\na,b\nragged\n"c",d')).toEqual({
      headers: ['email', 'date'],
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    })
  })

  it('are the beginning of a large file, its cut-off line left out', async () => {
    const { rows } = await firstRows(`a,b\n${'x,1\n'.repeat(200_000)}`)
    expect(rows).toHaveLength(200)
  })

  it.each([
    ['', 'empty'],
    ['\n\n', 'empty'],
    ['"a"b,c\n', 'no-header'],
    ['x'.repeat(300_000), 'no-header'],
    [Array(501).fill('a').join(), 'too-many-columns'],
  ])('%.12j has none: %s', async (text, fault) => {
    await expect(firstRows(text)).rejects.toMatchObject({ fault })
  })
})

describe('the fingerprint of a file', () => {
  it('is the same for the same file, and another one for any other', async () => {
    const text = 'x'.repeat(200_000)
    const same = await fingerprintOf(fileOf(text))
    expect(await fingerprintOf(fileOf(text))).toBe(same)
    const others = [
      fileOf(text, 2),
      fileOf(`${text}x`),
      fileOf(`y${text.slice(1)}`),
      fileOf(`${text.slice(1)}y`),
    ]
    for (const other of others) expect(await fingerprintOf(other)).not.toBe(same)
  })
})
