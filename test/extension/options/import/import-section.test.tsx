import { beforeEach, describe, expect, test } from 'vitest'
import type { Connection } from '../../../../extension/messages.ts'
import { ImportSection } from '../../../../extension/options/import/import-section.tsx'
import type { ImportList } from '../../../../shared/api.ts'
import { type Locale, locales } from '../../../../shared/locale.ts'
import { words } from '../../../../shared/words/words.ts'
import { button, click, textOf } from '../../panel/paint.tsx'
import { type FakeDoors, fakeDoors } from '../doors.ts'
import { paintFace, settled } from '../paint-face.tsx'

const admin: Connection = { origin: 'https://holdfast.example.com', workspace: 'Baltic Print', role: 'admin' }
const past: ImportList['imports'][number] = {
  id: 'import-1',
  kind: 'purchases',
  source: 'shop',
  name: 'orders.csv',
  at: '2026-11-23T08:26:00Z',
  rows: 4910,
  accepted: 4906,
  duplicates: 0,
  rejected: 4,
  undoneAt: null,
  state: 'done',
}

beforeEach(() => {
  location.hash = 'import'
})

async function open(doors: FakeDoors, connection: Connection | null, locale: Locale = 'en') {
  const answer = { is: 'here', value: connection } as const
  return await paintFace(<ImportSection connection={answer} send={doors.send} mark={() => {}} />, locale)
}
const listing = (...imports: ImportList['imports']) => ({ imports: () => ({ answer: { imports } }) })

describe('importing', () => {
  test('needs a connection, and an admin', async () => {
    const say = words.en.options.import
    expect(textOf(await open(fakeDoors({}), null))).toContain(say.notConnected)
    const root = await open(fakeDoors({}), { ...admin, role: 'manager' })
    expect(textOf(root)).toContain(say.notAdmin)
    expect(root.querySelector('a')?.getAttribute('href')).toBe('#connect')
    expect(root.querySelector('input')).toBeNull()
  })

  test('begins with the kind of rows and a file, in every language', async () => {
    for (const locale of locales) {
      const root = await open(fakeDoors(listing()), admin, locale)
      const say = words[locale].options.import
      expect(root.querySelectorAll('input[type=radio]')).toHaveLength(2)
      expect(textOf(root)).toContain(say.choose)
      expect(textOf(root)).toContain(say.noPast)
    }
  })
})

describe('what came in', () => {
  test('is listed, what was taken back too', async () => {
    const undone = { ...past, id: 'import-2', name: null, state: 'undone', undoneAt: past.at } as const
    const root = await open(fakeDoors(listing(past, undone)), admin)
    const [first, second] = root.querySelectorAll('.past-import')
    expect(textOf(first ?? null)).toContain('orders.csv')
    expect(textOf(first ?? null)).toContain('4,906 purchases came in · 4 rows were left out')
    expect(textOf(second ?? null)).toContain('taken back 23 Nov, 08:26')
    expect(second?.querySelector('button')).toBeNull()
  })

  test('is taken back after one question, piece by piece, and listed anew', async () => {
    const left = [4000, 0]
    const doors = fakeDoors({
      ...listing(past),
      'undo-import': () => ({ answer: { done: left.length === 1, left: left.shift() ?? 0 } }),
      'fit-model': () => ({ signedOut: true }),
    })
    const root = await open(doors, admin)
    click(button(root, words.en.options.import.undoNamed('orders.csv')))
    await settled()
    expect(textOf(root)).toContain('Take back all 4,906 rows?')
    expect(document.activeElement?.textContent).toBe('Keep')
    click(root.querySelector<HTMLButtonElement>('.danger') as HTMLButtonElement)
    await settled()
    expect(doors.asked).toEqual(['imports', 'undo-import', 'undo-import', 'fit-model', 'imports'])
  })

  test('stays where the member keeps it', async () => {
    const doors = fakeDoors(listing(past))
    const root = await open(doors, admin)
    click(button(root, words.en.options.import.undoNamed('orders.csv')))
    await settled()
    click(button(root, 'Keep'))
    await settled()
    expect(textOf(root)).not.toContain('Take back all')
    expect(doors.asked).toEqual(['imports'])
  })

  test('that could not be taken back to the end says so', async () => {
    const doors = fakeDoors({ ...listing(past), 'undo-import': () => ({ refused: 'not_found' }) })
    const root = await open(doors, admin)
    click(button(root, words.en.options.import.undoNamed('orders.csv')))
    await settled()
    click(root.querySelector<HTMLButtonElement>('.danger') as HTMLButtonElement)
    await settled()
    expect(textOf(root)).toContain(words.en.options.import.undoFailed)
  })

  test('can be asked for again where the list did not come', async () => {
    const doors = fakeDoors({ imports: () => ({ trouble: 'offline' }) })
    const root = await open(doors, admin)
    expect(textOf(root)).toContain(words.en.options.import.pastFailed)
    click(button(root, words.en.options.import.again))
    await settled()
    expect(doors.asked).toEqual(['imports', 'imports'])
  })
})
