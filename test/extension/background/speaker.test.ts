// Senders as Chromium 156 sends them, recorded from a live extension; ids and ports shortened.

import { describe, expect, test } from 'vitest'
import { type RawSender, speakerOf } from '../../../extension/background/speaker.ts'

const id = 'ckeodkdgkopinfhnnnnahbbklcelkbpf'
const own = `chrome-extension://${id}`
const host = { url: 'http://127.0.0.1:4720/demo-crm/customers/C-0003', origin: 'http://127.0.0.1:4720' }

const contentScript: RawSender = { id, ...host, frameId: 0, documentId: '85C830B2', tab: { id: 7 } }
const panelFrame: RawSender = {
  id,
  url: `${own}/panel.html#ced060e0a986c2ad`,
  origin: own,
  frameId: 6,
  documentId: '0D745C55',
  tab: { id: 7 },
}
const optionsTab: RawSender = {
  id,
  url: `${own}/options.html`,
  origin: own,
  frameId: 0,
  documentId: '177A510C',
  tab: { id: 8 },
}
const popup: RawSender = { id, url: `${own}/popup.html`, origin: own }

function speaker(sender: RawSender | undefined) {
  return speakerOf(sender, id, own)
}

describe('who speaks', () => {
  test('is a page where a content script does', () => {
    expect(speaker(contentScript)).toEqual({
      is: 'page',
      tabId: 7,
      origin: host.origin,
      document: '85C830B2',
    })
  })

  test('is a frame where our panel in a page does, although it has a tab like a content script', () => {
    expect(speaker(panelFrame)).toMatchObject({ is: 'frame', tabId: 7, document: '0D745C55' })
  })

  test('is an extension page in a tab of its own and in the popup', () => {
    expect(speaker(optionsTab)).toMatchObject({ is: 'extension-page', tabId: 8 })
    expect(speaker(popup)).toMatchObject({ is: 'extension-page', tabId: null })
  })

  test('is told by the address where a browser names no origin', () => {
    expect(speaker({ ...panelFrame, origin: undefined })).toMatchObject({ is: 'frame' })
    expect(speaker({ ...contentScript, origin: undefined })).toMatchObject({ is: 'page' })
  })

  test('is told apart by its frame where a browser names no document', () => {
    expect(speaker({ ...panelFrame, documentId: undefined })?.document).toBe('frame 6')
  })
})

describe('nobody speaks', () => {
  test.each([
    ['another extension', { ...optionsTab, id: 'other' }],
    ['a content script in a frame, where we run none', { ...contentScript, frameId: 3 }],
    ['a page that is no tab', { ...contentScript, tab: undefined }],
    ['a sender without origin and address', { id, tab: { id: 7 } }],
    ['an opaque origin outside a tab', { id, origin: 'null' }],
  ])('for %s', (_name, sender) => {
    expect(speaker(sender)).toBeNull()
  })

  test('without a sender', () => {
    expect(speaker(undefined)).toBeNull()
  })
})
