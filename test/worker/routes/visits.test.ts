import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

describe('a visit', () => {
  it('is planned with its questions, and known from when it was planned', async () => {
    const { log, panel } = await customerWorkspace()
    await log('visits', { day: '2026-12-03', questions: ['What changed?', ' What would help? '] })
    const planned = { day: '2026-12-03', questions: ['What changed?', 'What would help?'], doneAt: null }
    expect((await panel()).visits).toMatchObject([planned])
    expect((await panel({ asOf: '2026-11-22' })).visits).toEqual([])
  })

  it('may have no questions, be done before its day, or be told of only afterwards', async () => {
    const { log, correct } = await customerWorkspace()
    const { body } = await log('visits', { day: '2026-12-03' })
    expect(body.fact.questions).toEqual([])
    const done = await correct('visits', body.fact.id, {
      doneAt: '2026-11-23T11:00:00Z',
      note: 'They are moving',
    })
    expect(done.body.fact).toMatchObject({ doneAt: '2026-11-23T12:00:00.000Z', note: 'They are moving' })
    const late = await log('visits', { day: '2026-11-05', doneAt: '2026-11-05T15:00:00Z' })
    expect(late.body.fact).toMatchObject({
      at: '2026-11-05T00:00:00.000Z',
      doneAt: '2026-11-05T15:00:00.000Z',
    })
  })
})
