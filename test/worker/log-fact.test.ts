// What all kinds of facts that members log owe: said once, corrected by the next revision, taken back, audited.

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { api, type Endpoint } from '../../shared/api.ts'
import { type FactExample, factExamples } from './fact-examples.ts'
import { type Answer, type CallOptions, type TestWorkspace, testWorkspace } from './test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }

interface FactWorkspace extends TestWorkspace {
  id: string
  customerId: string
  /** Of the example's facts. */
  path: string
  log(body: unknown, options?: CallOptions): Promise<Answer>
  patch(factId: string, body: unknown, options?: CallOptions): Promise<Answer>
  /** All revisions, oldest first. */
  revisions(): Promise<Record<string, unknown>[]>
  audit(): Promise<Record<string, unknown>[]>
}

async function withCustomer({ name, table, log }: FactExample): Promise<FactWorkspace> {
  const workspace = await testWorkspace()
  const { call, tokens } = workspace
  const [, id = ''] = tokens.admin.split('_')
  await workspace.buy('ruta@baltic.lt', ['2026-09-01', '2026-10-01', '2026-11-01'])
  const { customer } = await workspace.snapshot('ruta@baltic.lt')
  const ofCustomer = log.path.replace(':id', customer.id)
  const path = ofCustomer.includes(':winBackId')
    ? ofCustomer.replace(':winBackId', await begun())
    : ofCustomer

  async function begun(): Promise<string> {
    const { body } = await call(`/v1/customers/${customer.id}/win-back`, {})
    return body.fact.id
  }

  async function rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await DB.prepare(sql).bind(id).all()).results
  }

  return {
    ...workspace,
    id,
    customerId: customer.id,
    path,
    log: (body, options) => call(path, body, { token: tokens.agent, ...options }),
    patch: (factId, body, options) =>
      call(`${path}/${factId}`, body, { method: 'PATCH', token: tokens.agent, ...options }),
    revisions: () => rows(`SELECT * FROM ${table} WHERE workspace_id = ?1 ORDER BY revision`),
    audit: () =>
      rows(`SELECT * FROM audit WHERE workspace_id = ?1 AND kind = '${name}' ORDER BY recorded_at`),
  }
}

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } })
const fieldsOf = ({ body }: Answer) => body.error.details.map(({ path }: { path: string }) => path)
const words = ({ status, body }: Answer) => [status, body.error.code, body.error.message, body.error.details]

describe('the examples', () => {
  it('are of every kind that can be logged', () => {
    const logging = Object.entries(api as Record<string, Endpoint>).filter(([name]) => name.startsWith('log'))
    expect(factExamples.map(({ log }) => log)).toEqual(expect.arrayContaining(logging.map(([, one]) => one)))
    expect(factExamples).toHaveLength(logging.length)
  })
})

describe.each(factExamples)('a fact of the kind $name', example => {
  const { name, body, patch, wrong } = example

  it('is logged once however often the same request arrives, also at the same time', async () => {
    const { log, revisions, audit, customerId } = await withCustomer(example)
    const answers = await Promise.all(Array.from({ length: 4 }, () => log(body, withKey('one'))))
    answers.push(await log(body, withKey('one')))
    expect(answers[0]?.body.fact).toMatchObject({ undone: false, id: expect.any(String) })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await revisions()).toMatchObject([{ revision: 1, customer_id: customerId, superseded_at: null }])
    expect(await audit()).toMatchObject([{ action: 'log', kind: name, customer_id: customerId }])
  })

  it('is corrected by its next revision, and the one before is kept with the time it held until', async () => {
    const { log, patch: correct, revisions, audit, clock, tokens } = await withCustomer(example)
    const { body: logged } = await log(body)
    clock.now += 1000
    const { status, body: corrected } = await correct(logged.fact.id, patch, { token: tokens.manager })
    expect(status).toBe(200)
    expect(corrected.fact).toMatchObject({
      id: logged.fact.id,
      authorId: logged.fact.authorId,
      undone: false,
    })
    const [first, second, ...more] = await revisions()
    expect(more).toEqual([])
    expect(first).toMatchObject({ revision: 1, superseded_at: clock.now, recorded_at: clock.now - 1000 })
    expect(second).toMatchObject({ revision: 2, superseded_at: null, recorded_at: clock.now })
    expect(second?.author_id).toBe(first?.author_id)
    const [, audited] = await audit()
    expect(audited).toMatchObject({ action: 'correct', kind: name, fact_id: logged.fact.id })
    expect(audited?.author_id).not.toBe(first?.author_id)
  })

  it('corrected to what it is already stays as it is', async () => {
    const { log, patch: correct, revisions, audit } = await withCustomer(example)
    const { body: logged } = await log(body)
    const { body: answer } = await correct(logged.fact.id, {})
    expect(answer.fact).toEqual(logged.fact)
    expect(await revisions()).toHaveLength(1)
    expect(await audit()).toHaveLength(1)
  })

  it('corrected by two members at once holds what both said', async () => {
    const { log, patch: correct, revisions } = await withCustomer(example)
    const { body: logged } = await log({ ...body, at: '2026-11-20T10:00:00Z' })
    const answers = await Promise.all([
      correct(logged.fact.id, patch),
      correct(logged.fact.id, { at: '2026-11-19T10:00:00Z' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { body: answer } = await correct(logged.fact.id, {})
    const { body: alone } = await (await withCustomer(example)).log({
      ...body,
      ...patch,
      at: '2026-11-19T10:00:00Z',
    })
    const { id, authorId, firstDue, ...fact } = answer.fact
    const { id: otherId, authorId: otherAuthor, firstDue: otherDue, ...expected } = alone.fact
    expect(fact).toEqual(expected)
    expect(await revisions()).toHaveLength(3)
  })

  it('is taken back without a trace in what holds, and brought back as the next revision', async () => {
    const { log, patch: correct, revisions, audit, clock } = await withCustomer(example)
    const { body: logged } = await log(body)
    clock.now += 1000
    const undone = await correct(logged.fact.id, { undone: true })
    expect(undone.body.fact).toEqual({ ...logged.fact, undone: true })
    expect(await revisions()).toMatchObject([{ revision: 1, superseded_at: clock.now }])
    clock.now += 1000
    const again = await correct(logged.fact.id, { undone: true })
    expect(again.body.fact).toEqual(undone.body.fact)
    const refused = await correct(logged.fact.id, patch)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'conflict'])
    clock.now += 1000
    const back = await correct(logged.fact.id, { undone: false })
    expect(back.body.fact).toEqual(logged.fact)
    expect((await correct(logged.fact.id, { undone: false })).body.fact).toEqual(logged.fact)
    const [, second, ...more] = await revisions()
    expect(second).toMatchObject({ revision: 2, superseded_at: null })
    expect(more).toEqual([])
    expect((await audit()).map(({ action }) => action)).toEqual(['log', 'undo', 'redo'])
  })

  it('taken back while somebody corrects it is never both', async () => {
    const { log, patch: correct, revisions } = await withCustomer(example)
    const { body: logged } = await log(body)
    const [undone, corrected] = await Promise.all([
      correct(logged.fact.id, { undone: true }),
      correct(logged.fact.id, patch),
    ])
    expect(undone.status).toBe(200)
    expect([200, 409]).toContain(corrected.status)
    const live = (await revisions()).filter(({ superseded_at }) => superseded_at === null)
    expect(live).toEqual([])
  })

  it('leaves in the audit who did what, and no word of it', async () => {
    const { log, audit, id } = await withCustomer(example)
    await log(body)
    const [row] = await audit()
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['action', 'author_id', 'customer_id', 'fact_id', 'id', 'kind', 'recorded_at', 'workspace_id'].sort(),
    )
    expect(row?.workspace_id).toBe(id)
  })

  it('is refused in the wrong shape or sense with its field, and nothing is written', async () => {
    const { log, revisions } = await withCustomer(example)
    const asked = [
      ...wrong,
      ['at', { ...body, at: '2026-11-24T12:00:00Z' }],
      ['at', { ...body, at: 'soon' }],
    ] as const
    for (const [field, bad] of asked) {
      const answer = await log(bad)
      expect([answer.status, fieldsOf(answer)], JSON.stringify(bad)).toEqual([422, [field]])
    }
    expect(await revisions()).toEqual([])
  })

  it('is refused with a correction beside "undone"', async () => {
    const { log, patch: correct } = await withCustomer(example)
    const { body: logged } = await log(body)
    const answer = await correct(logged.fact.id, { ...patch, undone: true })
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['undone']])
  })

  it('of another workspace, another customer or nobody is not found, in the same words', async () => {
    const { log, path, call, customerId, patch: correct, buy, snapshot } = await withCustomer(example)
    const { body: logged } = await log(body)
    await buy('tomas@baltic.lt', ['2026-11-01'])
    const { customer: other } = await snapshot('tomas@baltic.lt')
    const stranger = await testWorkspace()
    const ofNobody = path.replace(customerId, 'nobody')
    const ofOther = path.replace(customerId, other.id)
    const answers = await Promise.all([
      stranger.call(path, body),
      stranger.call(ofNobody, body),
      call(ofNobody, body),
      stranger.call(`${path}/${logged.fact.id}`, { undone: true }, { method: 'PATCH' }),
      call(`${ofOther}/${logged.fact.id}`, { undone: true }, { method: 'PATCH' }),
      correct('nothing', { undone: true }),
      correct('%25zz:%00', { undone: true }),
    ])
    for (const answer of answers) expect(words(answer)).toEqual(words(answers[0] as Answer))
    expect(answers[0]?.status).toBe(404)
  })
})

describe('a fact of one of the people', () => {
  const ofPeople = factExamples.filter(({ name }) =>
    ['irritant', 'contact', 'preference', 'response'].includes(name),
  )

  it.each(ofPeople)('$name names one of the customer alone', async example => {
    const { log, call, customerId, buy, snapshot } = await withCustomer(example)
    const jonas = { name: 'Jonas', role: 'orders' }
    const { body: theirs } = await call(`/v1/customers/${customerId}/people`, jonas)
    await buy('tomas@baltic.lt', ['2026-11-01'])
    const { customer: other } = await snapshot('tomas@baltic.lt')
    const { body: anothers } = await call(`/v1/customers/${other.id}/people`, jonas)
    const { body: logged } = await log({ ...example.body, personId: theirs.fact.id })
    expect(logged.fact.personId).toBe(theirs.fact.id)
    for (const personId of [anothers.fact.id, 'nobody']) {
      const answer = await log({ ...example.body, personId })
      expect([answer.status, fieldsOf(answer)]).toEqual([422, ['personId']])
    }
  })
})
