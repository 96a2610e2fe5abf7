import { expect, test } from 'vitest'
import { mountPanelView } from '../../../extension/panel/mount-panel-view.tsx'
import { angry, quiet, shown } from './example-states.ts'
import { fakePanel } from './fake-panel.ts'

test('a question is said to be shown once its customer stands in the document', () => {
  const panel = fakePanel(null)
  const root = document.body.appendChild(document.createElement('div'))
  const seen: [number, string][] = []
  panel.shown = question => seen.push([question, root.querySelector('h1')?.textContent ?? ''])
  mountPanelView(root, panel, null)
  expect(seen).toEqual([])
  panel.show(shown(angry('en')), 4)
  panel.show(shown(quiet('en')), 5)
  expect(seen).toEqual([
    [4, 'Rūta Jankauskienė'],
    [5, 'Jonas Petrauskas'],
  ])
})
