import { describe, expect, it } from 'vitest'
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
