import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts'

async function withCustomer(): Promise<TestWorkspace & { path: string }> {
  const workspace = await testWorkspace()
  await workspace.buy('ruta@baltic.lt', ['2026-09-01', '2026-10-01', '2026-11-01'])
  const { customer } = await workspace.snapshot('ruta@baltic.lt')
  return { ...workspace, path: `/v1/customers/${customer.id}/irritants` }
}

const wrongInvoice = { category: 'small-mistakes', note: 'Invoice to wrong address' }
const withKey = (key: string) => ({ headers: { 'idempotency-key': key } })

describe('an irritant', () => {
  it('is logged once however often the same request arrives, also at the same time', async () => {
    const { call, snapshot, path } = await withCustomer()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => call(path, wrongInvoice, withKey('one'))),
    )
    answers.push(await call(path, wrongInvoice, withKey('one')))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const { irritants } = await snapshot('ruta@baltic.lt')
    expect(irritants).toMatchObject([
      { category: 'small-mistakes', note: 'Invoice to wrong address', count: 1 },
    ])
  })

  it('under a key that was used for something else is refused', async () => {
    const { call, path } = await withCustomer()
    await call(path, wrongInvoice, withKey('one'))
    const { status, body } = await call(path, { category: 'slow-answers' }, withKey('one'))
    expect([status, body.error.code]).toEqual([422, 'key_reused'])
  })

  it('logged again is a repeat with its dates, and the third one makes the customer angry', async () => {
    const { call, snapshot, path } = await withCustomer()
    for (const at of ['2026-03-12', '2026-05-30', '2026-11-04']) {
      await call(path, { ...wrongInvoice, at: `${at}T09:00:00Z` }, withKey(at))
    }
    const { irritants, mood, verdict } = await snapshot('ruta@baltic.lt')
    expect(irritants[0]).toMatchObject({
      count: 3,
      days: ['2026-03-12', '2026-05-30', '2026-11-04'],
      solvedAt: null,
      text: 'Invoice to wrong address, 3 times: 12 Mar, 30 May, 4 Nov — not solved',
    })
    expect(mood).toBe('angry')
    expect(verdict.text).toBe('Angry, still buying. Same mistake 3 times.')
  })

  it('is solved with all its occurrences, opened again, and its note mended', async () => {
    const { call, snapshot, path } = await withCustomer()
    await call(path, { ...wrongInvoice, at: '2026-11-01T09:00:00Z' })
    const { body } = await call(path, { ...wrongInvoice, at: '2026-11-04T09:00:00Z' })
    const one = `${path}/${body.irritant.id}`
    const solved = await call(one, { solvedAt: '2026-11-10T10:00:00Z' }, { method: 'PATCH' })
    expect(solved.body.irritant).toMatchObject({ count: 2, solvedAt: '2026-11-10T10:00:00.000Z' })
    expect((await snapshot('ruta@baltic.lt')).mood).toBe('calm')
    expect((await snapshot('ruta@baltic.lt', '2026-11-09')).mood).toBe('uneasy')
    await call(one, { solvedAt: null, note: 'Sent to the old office' }, { method: 'PATCH' })
    const { irritants } = await snapshot('ruta@baltic.lt')
    expect(irritants).toMatchObject([{ count: 2, solvedAt: null, note: 'Sent to the old office' }])
  })

  it('taken back leaves the others of its category, and with the last of them the category is gone', async () => {
    const { log, correct, panel } = await customerWorkspace()
    const { body: first } = await log('irritants', { ...wrongInvoice, at: '2026-11-01T09:00:00Z' })
    const { body: second } = await log('irritants', { ...wrongInvoice, at: '2026-11-04T09:00:00Z' })
    const one = await correct('irritants', second.fact.id, { undone: true })
    expect(one.body).toMatchObject({ fact: { undone: true }, irritant: { count: 1, id: first.fact.id } })
    const none = await correct('irritants', first.fact.id, { undone: true })
    expect(none.body).toMatchObject({ fact: { undone: true }, irritant: null })
    expect((await panel()).irritants).toEqual([])
    const back = await correct('irritants', first.fact.id, { undone: false })
    expect(back.body.irritant).toMatchObject({ count: 1 })
  })

  it('is solved by one member for every open one of its category, each with its audit row', async () => {
    const { log, correct, rows } = await customerWorkspace()
    const { body: old } = await log('irritants', {
      ...wrongInvoice,
      at: '2026-10-01',
      solvedAt: '2026-10-05',
    })
    const { body: first } = await log('irritants', { ...wrongInvoice, at: '2026-11-01' })
    const { body: second } = await log('irritants', { ...wrongInvoice, at: '2026-11-04' })
    await log('irritants', { category: 'slow-answers', at: '2026-11-04' })
    await correct('irritants', second.fact.id, { solvedAt: '2026-11-10', note: 'Sent to the old office' })
    const audit = await rows(`SELECT fact_id FROM audit WHERE workspace_id = ?1 AND action = 'correct'`)
    expect(new Set(audit.map(({ fact_id }) => fact_id))).toEqual(new Set([first.fact.id, second.fact.id]))
    const { body } = await correct('irritants', first.fact.id, {})
    expect(body.fact).toMatchObject({
      note: 'Invoice to wrong address',
      solvedAt: '2026-11-10T00:00:00.000Z',
    })
    expect((await correct('irritants', old.fact.id, {})).body.fact.solvedAt).toBe('2026-10-05T00:00:00.000Z')
  })

  it('that happened to one of the people says to whom', async () => {
    const { log, panel } = await customerWorkspace()
    const { body: jonas } = await log('people', { name: 'Jonas', role: 'uses' })
    await log('irritants', { ...wrongInvoice, personId: jonas.fact.id })
    expect((await panel()).irritants).toMatchObject([{ count: 1, person: 'Jonas' }])
  })

  it('of a customer nobody knows, or of another workspace, is not found, in the same words', async () => {
    const { call, path } = await withCustomer()
    const other = await testWorkspace()
    const foreign = await other.call(path, wrongInvoice)
    const nobody = await other.call('/v1/customers/nobody/irritants', wrongInvoice)
    const unknown = await call(`${path}/nothing`, { solvedAt: null }, { method: 'PATCH' })
    const words = ({ status, body }: typeof foreign) => [status, body.error.code, body.error.message]
    expect(words(foreign)).toEqual(words(nobody))
    expect(words(unknown)).toEqual(words(nobody))
    expect(foreign.status).toBe(404)
  })

  it('is refused in the wrong shape, with the field', async () => {
    const { call, path } = await withCustomer()
    const { status, body } = await call(path, { category: '', note: 7 })
    expect(status).toBe(422)
    expect(body.error.details.map((detail: { path: string }) => detail.path)).toEqual(['category', 'note'])
  })

  it('raises the risk by reasons that still add up', async () => {
    const { call, buy, snapshot, path } = await withCustomer()
    for (let other = 0; other < 40; other += 1) {
      await buy(
        `customer${other}@shop.lt`,
        ['2026-06-01', '2026-07-03', '2026-08-02', '2026-09-05'].slice(0, 1 + (other % 4)),
      )
    }
    await call('/v1/model-fits', {})
    const { risk: before } = await snapshot('ruta@baltic.lt')
    for (const key of ['a', 'b', 'c']) await call(path, wrongInvoice, withKey(key))
    const { risk: after } = await snapshot('ruta@baltic.lt')
    expect(after.score).toBeGreaterThan(before.score)
    for (const { score, start, reasons } of [before, after]) {
      expect(reasons.reduce((sum: number, { points }: { points: number }) => sum + points, start)).toBe(score)
    }
    expect(after.reasons.at(-1)).toMatchObject({
      id: 'irritant:small-mistakes',
      text: 'Annoyed 3 times: Invoice to wrong address',
    })
  })
})
