import { describe, expect, test } from 'vitest'
import {
  admit,
  issueNonce,
  nonceLifeMs,
  readmit,
  ticketLifeMs,
} from '../../../extension/background/passes.ts'
import { forgetTab } from '../../../extension/background/tabs.ts'
import { now, useFreshDatabase } from './kept.ts'

useFreshDatabase()

const page = { tabId: 7, page: 'page-one' }
const frame = { tabId: 7, document: 'DOC-A' }

describe('a nonce', () => {
  test('lets in the frame it was issued for, to the page it was issued for', async () => {
    const nonce = await issueNonce(page, now)
    expect(await admit(frame, nonce, now + 100)).toMatchObject({ key: page })
  })

  test('lets in nobody else afterwards', async () => {
    const nonce = await issueNonce(page, now)
    await admit(frame, nonce, now)
    expect(await admit({ tabId: 7, document: 'DOC-B' }, nonce, now)).toBeNull()
  })

  test('lets its own frame in again, whose ticket was lost with a killed worker', async () => {
    const nonce = await issueNonce(page, now)
    await admit(frame, nonce, now)
    expect(await admit(frame, nonce, now + 500)).toMatchObject({ key: page })
  })

  test('lets in one of two frames that come at the same moment', async () => {
    const nonce = await issueNonce(page, now)
    const admitted = await Promise.all(
      ['DOC-A', 'DOC-B', 'DOC-C'].map(document => admit({ tabId: 7, document }, nonce, now)),
    )
    expect(admitted.filter(pass => pass !== null)).toHaveLength(1)
  })

  test('is worth nothing in another tab', async () => {
    const nonce = await issueNonce(page, now)
    expect(await admit({ ...frame, tabId: 8 }, nonce, now)).toBeNull()
  })

  test('is worth nothing after ten seconds', async () => {
    const nonce = await issueNonce(page, now)
    expect(await admit(frame, nonce, now + nonceLifeMs + 1)).toBeNull()
  })

  test('cannot be made up', async () => {
    await issueNonce(page, now)
    expect(await admit(frame, 'deadbeefdeadbeef', now)).toBeNull()
  })

  test('is never issued twice', async () => {
    const nonces = await Promise.all(Array.from({ length: 50 }, () => issueNonce(page, now)))
    expect(new Set(nonces).size).toBe(50)
  })
})

describe('a ticket', () => {
  async function ticketOf(): Promise<string> {
    const pass = await admit(frame, await issueNonce(page, now), now)
    return pass?.ticket ?? ''
  }

  test('lets the same frame in again', async () => {
    expect(await readmit(frame, await ticketOf(), now + 60_000)).toMatchObject({ key: page })
  })

  test('lets in no other frame and no other tab', async () => {
    const ticket = await ticketOf()
    expect(await readmit({ ...frame, document: 'DOC-B' }, ticket, now)).toBeNull()
    expect(await readmit({ ...frame, tabId: 8 }, ticket, now)).toBeNull()
  })

  test('goes with its tab, and by its age', async () => {
    const ticket = await ticketOf()
    expect(await readmit(frame, ticket, now + ticketLifeMs + 1)).toBeNull()
    await forgetTab(7)
    expect(await readmit(frame, ticket, now)).toBeNull()
  })
})
