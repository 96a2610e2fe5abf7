import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

// Three purchases a month apart: late 46 days after the last, lost after 92 (1.5 and 3 times 30.5 days).
const lateAt = '2026-12-17'

describe('a pause', () => {
  it('moves the days on which the silence becomes late and lost, and back when it is taken back', async () => {
    const { log, correct, panel } = await customerWorkspace()
    expect((await panel()).status).toMatchObject({ id: 'active', lateAt })
    const { body } = await log('pauses', { reason: 'Closed', from: '2026-11-10', until: '2026-11-19' })
    expect(body.fact).toMatchObject({
      from: '2026-11-10',
      until: '2026-11-19',
      at: '2026-11-10T00:00:00.000Z',
    })
    expect((await panel()).status).toMatchObject({ lateAt: '2026-12-27' })
    expect((await panel()).gap.days).toBe(12)
    await correct('pauses', body.fact.id, { until: '2026-11-14' })
    expect((await panel()).status).toMatchObject({ lateAt: '2026-12-22' })
    await correct('pauses', body.fact.id, { undone: true })
    expect((await panel()).status).toMatchObject({ lateAt })
    await correct('pauses', body.fact.id, { undone: false })
    expect((await panel()).status).toMatchObject({ lateAt: '2026-12-22' })
  })

  it('without an end keeps the silence from ever becoming late', async () => {
    const { log, panel, clock } = await customerWorkspace()
    const { body } = await log('pauses', { reason: 'Rebuilding' })
    expect(body.fact).toMatchObject({ from: '2026-11-23', until: null })
    clock.now = Date.parse('2027-11-23T12:00:00Z')
    expect((await panel()).status).toMatchObject({ id: 'active', lateAt: { unknown: expect.any(String) } })
  })

  it('overlapping another counts its days once', async () => {
    const { log, panel } = await customerWorkspace()
    await log('pauses', { reason: 'Closed', from: '2026-11-10', until: '2026-11-15' })
    await log('pauses', { reason: 'Ill', from: '2026-11-13', until: '2026-11-19' })
    expect((await panel()).status).toMatchObject({ lateAt: '2026-12-27' })
  })

  it('logged by many at once is refused as busy rather than lost or half done', async () => {
    const { log, panel, rows } = await customerWorkspace()
    const days = Array.from({ length: 6 }, (_, index) => `2026-11-${10 + index}`)
    const answers = await Promise.all(
      days.map(day => log('pauses', { reason: 'Closed', from: day, until: day })),
    )
    const done = answers.filter(({ status }) => status === 200)
    expect(done.length).toBeGreaterThan(0)
    for (const { status } of answers) expect([200, 503]).toContain(status)
    for (const { cost } of answers) expect(cost.statements).toBeLessThanOrEqual(50)
    expect(await rows('SELECT * FROM pause WHERE workspace_id = ?1')).toHaveLength(done.length)
    expect((await panel()).gap.days).toBe(22 - done.length)
  })
})
