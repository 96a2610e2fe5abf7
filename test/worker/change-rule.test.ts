// A change of the rule: everything under the new one, or everything under the old one, whatever happens in between.

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { defaultSettings, presetMultiples, type Settings } from '../../shared/settings.ts'
import { changeRule, continueRule, type RuleLimits } from '../../worker/change-rule.ts'
import { type Random, seededRandom } from '../bench/simulate-customers.ts'
import { expectStoredStands, versionsStored } from './stored-stands.ts'
import { purchase, type TestWorkspace, testWorkspace } from './test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }
const day = 20_780
const limits: RuleLimits = { customersAtOnce: 7, chunksAtOnce: 3, dirtyAtOnce: 5 }

const contract: Settings = {
  ...defaultSettings,
  rule: { preset: 'contract', ...presetMultiples.contract, provisional: false },
}
const change = (settings: Settings, settingsVersion: number) => ({
  settings,
  settingsVersion,
  note: '',
  authorId: null,
  today: day,
})

/** 40 customers with a few purchases each over two years. */
async function someWorkspace(random: Random): Promise<TestWorkspace & { id: string }> {
  const workspace = await testWorkspace()
  const purchases = Array.from({ length: 40 }, (_, customer) => customer).flatMap(customer =>
    Array.from({ length: below(random, 9) }, () => someDay(random)).map(date =>
      purchase(`c${customer}@shop.example`, date),
    ),
  )
  expect((await workspace.call('/v1/purchases', { purchases })).body).toMatchObject({ rejected: [] })
  const [, id = ''] = workspace.tokens.admin.split('_')
  return { ...workspace, id }
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function someDay(random: Random): string {
  return new Date((day - below(random, 730)) * 86_400_000).toISOString().slice(0, 10)
}

/** The database with something happening before each batch is written. */
function beforeBatches(happen: () => Promise<void>): D1Database {
  return new Proxy(DB, {
    get(db, name) {
      const value = Reflect.get(db, name)
      if (name !== 'batch') return typeof value === 'function' ? value.bind(db) : value
      return async (statements: D1PreparedStatement[]) => {
        await happen()
        return db.batch(statements)
      }
    },
  })
}

/** The database until so many more batches were written, then as if the Worker had been killed. */
function killedAfter(batches: number): D1Database {
  let left = batches
  return beforeBatches(async () => {
    if (left === 0) throw new Error('killed')
    left -= 1
  })
}

describe('a change of the rule', () => {
  it('gives every customer the standing of the new one, and leaves nothing of the old', async () => {
    const workspace = await someWorkspace(seededRandom(1))
    const before = await expectStoredStands(DB, workspace.id)
    expect(before.settings.rule.preset).toBe('retail')
    let { applied } = await changeRule(DB, workspace.id, change(contract, 2), workspace.clock.now, limits)
    expect(applied).toBe(false)
    while (!applied) ({ applied } = await continueRule(DB, workspace.id, workspace.clock.now, limits))
    const after = await expectStoredStands(DB, workspace.id)
    expect(after).toMatchObject({ settingsVersion: 2, standingVersion: after.version })
    expect(await versionsStored(DB, workspace.id)).toEqual([after.standingVersion])
  })

  it('that judges silences as before is in force at once', async () => {
    const workspace = await someWorkspace(seededRandom(2))
    const settings = { ...defaultSettings, halfLifeDays: 90 }
    const { applied } = await changeRule(DB, workspace.id, change(settings, 2), workspace.clock.now, limits)
    expect(applied).toBe(true)
    expect(await expectStoredStands(DB, workspace.id)).toMatchObject({
      settingsVersion: 2,
      standingVersion: 1,
    })
  })

  it('killed at 50 random points is never in force by halves, also while customers go on buying', async () => {
    const random = seededRandom(3)
    for (let round = 0; round < 5; round += 1) {
      const workspace = await someWorkspace(random)
      const now = workspace.clock.now
      let isBegun = false
      let applied = false
      for (let kill = 0; kill < 10; kill += 1) {
        const db = killedAfter(below(random, 4))
        try {
          if (!isBegun) {
            await changeRule(db, workspace.id, change(contract, 2), now, limits)
            isBegun = true
          } else applied = (await continueRule(db, workspace.id, now, limits)).applied
        } catch (thrown) {
          isBegun ||= /being applied/.test(String(thrown))
          if (!/killed|being applied/.test(String(thrown))) throw thrown
        }
        await expectStoredStands(DB, workspace.id)
        await workspace.buy(`c${below(random, 45)}@shop.example`, [someDay(random)])
        await expectStoredStands(DB, workspace.id)
      }
      if (!isBegun) await changeRule(DB, workspace.id, change(contract, 2), now, limits).catch(() => null)
      while (!applied) ({ applied } = await continueRule(DB, workspace.id, now, limits))
      const rule = await expectStoredStands(DB, workspace.id)
      expect(rule.settings.rule.preset).toBe('contract')
      expect(await versionsStored(DB, workspace.id)).toEqual([rule.standingVersion])
    }
  })

  it('leaves nobody behind who buys at the very moment of the switch', async () => {
    const workspace = await someWorkspace(seededRandom(5))
    let purchases = 0
    const db = beforeBatches(async () => {
      if (purchases === 20) return
      purchases += 1
      await workspace.buy(`c${purchases}@shop.example`, ['2026-11-20'])
    })
    let { applied } = await changeRule(db, workspace.id, change(contract, 2), workspace.clock.now, limits)
    while (!applied) ({ applied } = await continueRule(db, workspace.id, workspace.clock.now, limits))
    expect(purchases).toBe(20)
    await expectStoredStands(DB, workspace.id)
  })

  it('waits for an earlier one with a sentence', async () => {
    const workspace = await someWorkspace(seededRandom(4))
    await changeRule(DB, workspace.id, change(contract, 2), workspace.clock.now, limits)
    await expect(
      changeRule(DB, workspace.id, change(defaultSettings, 3), workspace.clock.now, limits),
    ).rejects.toThrow('still being applied')
  })
})
