// Workspaces and times that are unlike any other: answers in sentences, never a figure that is none.

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { locales } from '../../shared/locale.ts'
import { expectStoredStands } from './stored-stands.ts'
import { purchase, type TestWorkspace, testWorkspace } from './test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }
const noFigure = /NaN|Infinity|undefined|\[object/

async function expectSound(workspace: TestWorkspace, emails: readonly string[]): Promise<void> {
  const { call, tokens } = workspace
  const [, id = ''] = tokens.admin.split('_')
  await expectStoredStands(DB, id)
  const lookups = emails.map(value => ({ identities: [{ kind: 'email', value }] }))
  for (const preset of ['retail', 'contract', 'model']) {
    const { body } = await call('/v1/settings')
    const change = { version: body.version, settings: { rule: { preset } } }
    expect((await call('/v1/settings', change, { method: 'PUT' })).status).toBe(200)
    await expectStoredStands(DB, id)
    for (const locale of locales) {
      const { status, text, body: answer } = await call('/v1/lookups', { lookups, view: 'panel', locale })
      expect(status).toBe(200)
      expect(text).not.toMatch(noFigure)
      for (const { snapshot } of answer.answers) {
        const { score, start, reasons } = snapshot.risk
        if (typeof score !== 'number') continue
        const points = reasons.reduce((sum: number, one: { points: number }) => sum + one.points, start)
        expect(points).toBe(score)
      }
    }
  }
}

const days = (from: string, apart: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * apart * 86_400_000).toISOString().slice(0, 10),
  )

describe('a workspace', () => {
  it.each<[string, Record<string, string[]>]>([
    ['of one customer who bought once', { a: ['2026-11-01'] }],
    ['of one customer who buys every day', { a: days('2026-01-01', 1, 300) }],
    [
      'of one-time buyers alone',
      Object.fromEntries(days('2026-01-01', 3, 60).map((day, index) => [index, [day]])),
    ],
    [
      'of identical gaps alone',
      Object.fromEntries(days('2026-01-01', 1, 50).map((day, index) => [index, days(day, 7, 8)])),
    ],
    [
      'of customers who all bought twice on the same two days',
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [index, ['2026-05-01', '2026-06-01']])),
    ],
    [
      'of purchases before 1970',
      { a: days('1931-02-03', 400, 9), b: ['1969-12-31', '1970-01-01', '1970-01-02'] },
    ],
    ['of purchases in the future', { a: ['2026-12-24'], b: ['2026-01-01', '2026-02-01', '2027-06-01'] }],
  ])('%s has an answer for everybody', async (_, customers) => {
    const workspace = await testWorkspace()
    const emails = Object.keys(customers).map(name => `c${name}@shop.example`)
    for (const [name, dates] of Object.entries(customers)) {
      expect((await workspace.buy(`c${name}@shop.example`, dates)).body.rejected).toEqual([])
    }
    await expectSound(workspace, emails)
    expect((await workspace.call('/v1/model-fits', {})).status).toBe(200)
    await expectSound(workspace, emails)
  })

  it('knows two purchases in one second as two, and one day', async () => {
    const workspace = await testWorkspace()
    const first = purchase('a@shop.example', '2026-05-01')
    await workspace.call('/v1/purchases', { purchases: [first, { ...first, externalId: 'other' }] })
    const { gap } = await workspace.snapshot('a@shop.example')
    expect(gap.purchases).toBe(1)
    await expectSound(workspace, ['a@shop.example'])
  })

  it('takes a departure for what it was, also when an earlier purchase becomes known later or is taken back', async () => {
    const workspace = await testWorkspace()
    const { buy, call, snapshot } = workspace
    const statusOf = async () => (await snapshot('a@shop.example')).status.id
    await buy('a@shop.example', ['2026-07-01', '2026-08-01', '2026-09-01'])
    const { id } = (await snapshot('a@shop.example')).customer
    await call(`/v1/customers/${id}/departure`, {
      at: '2026-10-01',
      reasonClass: 'us',
      stated: 'slow answers',
    })
    expect(await statusOf()).toBe('departed')
    await buy('a@shop.example', ['2026-09-20'])
    expect(await statusOf()).toBe('departed')
    await buy('a@shop.example', ['2026-10-20'])
    expect(await statusOf()).toBe('returned')
    const last = { ...purchase('a@shop.example', '2026-10-20'), amountMinor: -1 }
    await call('/v1/purchases', { purchases: [last] })
    expect(await statusOf()).toBe('departed')
    await expectSound(workspace, ['a@shop.example'])
  })

  it('keeps overlapping pauses as one, and a pause without an end for ever', async () => {
    const workspace = await testWorkspace()
    const { buy, call, snapshot } = workspace
    await buy('a@shop.example', days('2026-05-01', 30, 4))
    const { id } = (await snapshot('a@shop.example')).customer
    const pause = (from: string, until: string | null) =>
      call(`/v1/customers/${id}/pauses`, { from, until, reason: 'on leave' })
    const gapDays = async () => (await snapshot('a@shop.example')).gap.days
    expect(await gapDays()).toBe(116)
    expect((await pause('2026-08-11', '2026-08-20')).status).toBe(200)
    expect((await pause('2026-08-16', '2026-08-30')).status).toBe(200)
    expect(await gapDays()).toBe(96)
    expect((await pause('2026-09-30', '2026-09-01')).status).toBe(422)
    expect((await pause('2026-09-01', null)).status).toBe(200)
    expect(await gapDays()).toBe(12)
    const { status } = await snapshot('a@shop.example')
    expect(status).toMatchObject({ id: 'active', lostAt: { unknown: expect.any(String) } })
    await expectSound(workspace, ['a@shop.example'])
  })
})
