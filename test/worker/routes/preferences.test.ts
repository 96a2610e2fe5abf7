import { describe, expect, it } from 'vitest'
import { customerWorkspace } from '../customer-workspace.ts'

describe('a preference', () => {
  it('shows in the panel, with the name of whose it is', async () => {
    const { log, panel } = await customerWorkspace()
    const { body: jonas } = await log('people', { name: 'Jonas', role: 'orders' })
    await log('preferences', { kind: 'channel_never', value: 'phone' })
    await log('preferences', { kind: 'hours', value: '00:00-12:00', personId: jonas.fact.id })
    const { preferences } = await panel()
    expect(preferences).toMatchObject([
      { kind: 'channel_never', value: 'phone', person: null, text: 'never call' },
      { kind: 'hours', person: 'Jonas', text: 'Jonas: before 12:00' },
    ])
  })

  it('corrected to another kind needs a value of that kind', async () => {
    const { log, correct } = await customerWorkspace()
    const { body } = await log('preferences', { kind: 'channel_never', value: 'phone' })
    const refused = await correct('preferences', body.fact.id, { kind: 'not_weekday' })
    expect(refused.body.error.details).toEqual([
      { path: 'value', message: 'a weekday from 1 (Monday) to 7 is needed' },
    ])
    const { body: corrected } = await correct('preferences', body.fact.id, {
      kind: 'not_weekday',
      value: '5',
    })
    expect(corrected.fact).toMatchObject({ kind: 'not_weekday', value: '5' })
  })

  it('that they call us themselves needs no value', async () => {
    const { log } = await customerWorkspace()
    expect((await log('preferences', { kind: 'calls_us' })).body.fact).toMatchObject({ value: '' })
  })
})
