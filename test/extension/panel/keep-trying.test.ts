import { expect, test } from 'vitest'
import { keepTrying } from '../../../extension/panel/keep-trying.ts'
import { angry, shown } from './example-states.ts'
import { fakePanel } from './fake-panel.ts'

function trying(view: Parameters<typeof fakePanel>[0]) {
  const panel = fakePanel(view)
  const waits: { ms: number; then: () => void }[] = []
  keepTrying(panel, (ms, then) => waits.push({ ms, then }))
  return { panel, waits, wake: () => waits.at(-1)?.then() }
}

test('a Worker that cannot be reached is asked again, less and less often', () => {
  const { panel, waits, wake } = trying({ is: 'trouble', trouble: 'offline' })
  for (let turn = 0; turn < 8; turn += 1) {
    wake()
    panel.show({ is: 'trouble', trouble: 'offline' })
  }
  expect(panel.refreshed).toBe(8)
  expect(waits.map(({ ms }) => ms / 1000)).toEqual([15, 30, 60, 120, 240, 300, 300, 300, 300])
})

test('one wait at a time, however often the state changes', () => {
  const { panel, waits } = trying(shown(angry('en'), { freshness: 'slow' }))
  panel.show(shown(angry('en'), { freshness: 'slow' }))
  panel.show(shown(angry('en'), { freshness: 'slow' }))
  expect(waits).toHaveLength(1)
})

test('an answer ends the asking and makes the next wait short again', () => {
  const { panel, waits, wake } = trying({ is: 'trouble', trouble: 'failing' })
  wake()
  panel.show(shown(angry('en')))
  wake()
  expect(panel.refreshed).toBe(1)
  panel.show({ is: 'trouble', trouble: 'slow' })
  expect(waits.at(-1)?.ms).toBe(15_000)
})

test('what asking again cannot mend is left alone', () => {
  for (const trouble of ['too-old', 'not-holdfast'] as const) {
    expect(trying({ is: 'trouble', trouble }).waits).toEqual([])
  }
  expect(trying({ is: 'no-customer' }).waits).toEqual([])
})
