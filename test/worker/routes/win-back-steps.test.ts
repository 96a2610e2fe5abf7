import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

const step = { channel: 'phone', what: 'Called the director' }

describe('a step of a win-back', () => {
  it('of an effort that is unknown, taken back or another one is not found', async () => {
    const { log, correct } = await customerWorkspace()
    const { body: first } = await log('win-back', {})
    const { body: second } = await log('win-back', {})
    const ofFirst = `win-back/${first.fact.id}/steps`
    const { body: logged } = await log(ofFirst, step)
    expect((await log('win-back/nothing/steps', step)).status).toBe(404)
    const strange = await correct(`win-back/${second.fact.id}/steps`, logged.fact.id, { outcome: 'Yes' })
    expect(strange.status).toBe(404)
    await correct('win-back', first.fact.id, { undone: true })
    expect((await log(ofFirst, step)).status).toBe(404)
  })
})
