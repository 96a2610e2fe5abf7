import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'
import { testWorkspace } from '../test-workspace.ts'

const answer = (externalId: string, at: string, score: number, more: object = {}) => ({
  source: 'survey',
  externalId,
  customer: [{ kind: 'email', value: 'ruta@baltic.lt' }],
  at: `${at}T09:00:00Z`,
  score,
  ...more,
})

describe('responses', () => {
  it('make the score history with groups and what is owed', async () => {
    const { call, snapshot } = await testWorkspace()
    const responses = [
      answer('2', '2026-08-01', 7, { followedUpAt: '2026-08-03T09:00:00Z' }),
      answer('1', '2026-05-01', 9),
      answer('3', '2026-11-06', 3, { comment: 'third time, really?', touchpoint: 'after an order' }),
    ]
    expect((await call('/v1/responses', { responses })).body).toEqual({
      accepted: 3,
      duplicates: 0,
      rejected: [],
    })
    expect((await call('/v1/responses', { responses })).body.duplicates).toBe(3)
    const { nps, mood, verdict } = await snapshot('ruta@baltic.lt')
    expect(nps.history.map(({ score, group }: { score: number; group: string }) => [score, group])).toEqual([
      [9, 'promoter'],
      [7, 'passive'],
      [3, 'detractor'],
    ])
    // 6 November 2026 is a Friday: two working days later it is Tuesday.
    expect(nps.latest).toMatchObject({
      comment: 'third time, really?',
      followUpDue: '2026-11-10',
      followedUpAt: null,
    })
    expect(nps.history[1].followUpDue).toBeNull()
    expect(mood).toBe('angry')
    expect(verdict.text).toBe('Angry, not bought yet. Gave 3/10, nobody answered.')
  })

  it('outside 0 to 10 are refused', async () => {
    const { call } = await testWorkspace()
    const { body } = await call('/v1/responses', {
      responses: [
        answer('1', '2026-01-01', 11),
        answer('2', '2026-01-01', -1),
        answer('3', '2026-01-01', 9.5),
      ],
    })
    expect(body.rejected.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2])
  })

  it('given later are not known as of an earlier day', async () => {
    const { call, snapshot } = await testWorkspace()
    await call('/v1/responses', { responses: [answer('1', '2026-05-01', 9), answer('2', '2026-10-01', 2)] })
    expect((await snapshot('ruta@baltic.lt', '2026-09-30')).nps.latest.score).toBe(9)
    expect((await snapshot('ruta@baltic.lt', '2026-04-30')).nps.latest).toEqual({ unknown: 'no score yet' })
  })
})

describe('a response that a member logs', () => {
  it('is followed up by whoever gets back to them', async () => {
    const { log, correct, panel } = await customerWorkspace()
    const { body } = await log('responses', { score: 3, comment: 'third time', at: '2026-11-20T10:00:00Z' })
    expect((await panel()).nps.latest).toMatchObject({
      score: 3,
      followedUpAt: null,
      followUpDue: '2026-11-24',
    })
    await correct('responses', body.fact.id, { followedUpAt: '2026-11-23' })
    expect((await panel()).nps.latest).toMatchObject({
      followedUpAt: '2026-11-23T00:00:00.000Z',
      followUpDue: null,
    })
    expect((await panel({ asOf: '2026-11-22' })).nps.latest).toMatchObject({ followedUpAt: null })
    await correct('responses', body.fact.id, { undone: true })
    expect((await panel()).nps.latest).toEqual({ unknown: 'no score yet' })
  })

  it('as a guess is kept and shown, and never counted', async () => {
    const { log, panel } = await customerWorkspace()
    await log('responses', { score: 2, guessed: true, reason: 'slow-answers' })
    const { nps, mood } = await panel()
    expect(nps.history).toMatchObject([{ score: 2, guessed: true, reason: 'Slow answers' }])
    expect(nps.latest).toEqual({ unknown: expect.any(String) })
    expect(mood).toBe('calm')
  })
})

describe('a response that came in bulk', () => {
  it('keeps its follow-up when the same row comes again, also with another comment', async () => {
    const { call, correct, panel } = await customerWorkspace()
    await call('/v1/responses', { responses: [answer('1', '2026-11-20', 3)] })
    const { body } = await correct('responses', 'survey:1', { followedUpAt: '2026-11-22' })
    expect(body.fact).toMatchObject({ id: 'survey:1', score: 3, authorId: null })
    const again = await call('/v1/responses', { responses: [answer('1', '2026-11-20', 3)] })
    expect(again.body).toMatchObject({ accepted: 0, duplicates: 1 })
    await call('/v1/responses', { responses: [answer('1', '2026-11-20', 3, { comment: 'again late' })] })
    expect((await panel()).nps.latest).toMatchObject({
      comment: 'again late',
      followedUpAt: '2026-11-22T00:00:00.000Z',
    })
  })

  it('says whether it was guessed and for what reason', async () => {
    const { call, panel } = await customerWorkspace()
    const row = answer('1', '2026-11-20', 3, { guessed: true, reason: 'slow-answers' })
    await call('/v1/responses', { responses: [row] })
    expect((await panel()).nps.history).toMatchObject([{ guessed: true, reason: 'Slow answers' }])
  })

  it('under an id with any signs is found by it', async () => {
    const { call, correct, panel } = await customerWorkspace()
    const odd = { ...answer('a:b/c%2F', '2026-11-20', 3), source: 'x:y%' }
    await call('/v1/responses', { responses: [odd] })
    const [{ id }] = (await panel()).nps.history
    expect((await correct('responses', id, { followedUpAt: '2026-11-22' })).body.fact.id).toBe(id)
  })
})
