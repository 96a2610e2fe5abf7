import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../../shared/locale.ts'
import type { Risk } from '../../../shared/snapshot.ts'
import { dayOf, formatLocalDate } from '../../../shared/time.ts'
import { doChores } from '../../../worker/do-chores.ts'
import { simulateLog } from '../simulate-log.ts'
import { purchase, type TestWorkspace, testWorkspace } from '../test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }

const cameBackLess: Record<Locale, string> = {
  en: 'Customers like this came back less often than the model says',
  ru: 'Такие клиенты возвращались реже, чем считает модель',
  lt: 'Tokie klientai grįždavo rečiau, nei sako modelis',
}

interface FittedWorkspace extends TestWorkspace {
  /** Does what there is to do, as the clock would. */
  doAllChores(): Promise<string[]>
  /** The rows of model_fit, oldest first. */
  fits(): Promise<Record<string, unknown>[]>
}

async function fittedWorkspace(): Promise<FittedWorkspace> {
  const workspace = await testWorkspace()
  const [, id = ''] = workspace.tokens.admin.split('_')
  return {
    ...workspace,
    async doAllChores() {
      const done: string[] = []
      for (;;) {
        const chore = await doChores({ DB }, workspace.clock.now)
        if (chore === null) return done
        done.push(chore)
      }
    },
    async fits() {
      const { results } = await DB.prepare(
        'SELECT * FROM model_fit WHERE workspace_id = ?1 ORDER BY as_of_day, recorded_at',
      )
        .bind(id)
        .all()
      return results
    },
  }
}

describe('a fit of 1,000 customers', () => {
  it('is recalibrated where the model had been wrong, and each snapshot says so in its reasons', async () => {
    const { call, clock, fits } = await fittedWorkspace()
    const today = dayOf(clock.now, 'UTC')
    await call('/v1/settings', { version: 1, settings: { horizon: { fixedDays: 56 } } }, { method: 'PUT' })
    const slowFrom = today - 1 - 2 * 56
    const log = simulateLog(1_000, {
      seed: 3,
      today,
      dayAt: day => (day <= slowFrom ? day : slowFrom + 4 * (day - slowFrom)),
    })
    const purchases = Array.from(log, ([id, days]) =>
      days.filter(day => day <= today).map(day => purchase(`${id}@shop.lt`, formatLocalDate(day))),
    ).flat()
    for (let sent = 0; sent < purchases.length; sent += 5_000) {
      const { body } = await call('/v1/purchases', { purchases: purchases.slice(sent, sent + 5_000) })
      expect(body.rejected).toEqual([])
    }
    const { status, body } = await call('/v1/model-fits', {})
    expect([status, body.customers, body.kept]).toEqual([200, 1_000, true])
    const stored = (await fits()).map(({ recalibration }) => recalibration)
    expect(stored.pop()).toMatch(/^{"intercept":.*"slope":/)
    expect(stored.every(recalibration => recalibration === null)).toBe(true)

    const emails = Array.from({ length: 20 }, (_, id) => `${id}@shop.lt`)
    for (const locale of locales) {
      const lookups = emails.map(value => ({ identities: [{ kind: 'email', value }] }))
      const { body } = await call('/v1/lookups', { lookups, view: 'panel', locale })
      const risks: Risk[] = body.answers.map(({ snapshot }: { snapshot: { risk: Risk } }) => snapshot.risk)
      for (const { score, start, reasons } of risks) {
        expect(reasons.reduce((sum, { points }) => sum + points, Number(start))).toBe(score)
      }
      const reasons = risks.flatMap(({ reasons }) => reasons.filter(({ id }) => id === 'recalibration'))
      expect(reasons.length).toBeGreaterThan(10)
      expect(reasons.find(({ points }) => points > 0)?.text).toBe(cameBackLess[locale])
    }
  })
})

describe('a change of the horizon', () => {
  const dayMs = 86_400_000
  const put = ({ call }: TestWorkspace, version: number, settings: unknown) =>
    call('/v1/settings', { version, settings }, { method: 'PUT' })

  /** Fitted for the first time ten days ago, and again three days ago. */
  async function settledWorkspace(): Promise<FittedWorkspace> {
    const workspace = await fittedWorkspace()
    const { call, buy, clock, doAllChores } = workspace
    for (let customer = 0; customer < 40; customer += 1) {
      await buy(
        `${customer}@shop.lt`,
        ['2026-05-11', '2026-07-03', '2026-08-02', '2026-09-05'].slice(customer % 4),
      )
    }
    await call('/v1/model-fits', {})
    await doAllChores()
    clock.now += 7 * dayMs
    await buy('0@shop.lt', ['2026-11-24', '2026-11-26', '2026-11-29'])
    expect((await call('/v1/model-fits', {})).body.kept).toBe(true)
    await doAllChores()
    clock.now += 3 * dayMs
    return workspace
  }

  it('has the model fitted anew at once, though it was fitted this week, and never twice', async () => {
    const workspace = await settledWorkspace()
    const { fits, doAllChores, snapshot, clock } = workspace
    const before = await fits()
    const { start } = (await snapshot('1@shop.lt')).risk
    expect(await doAllChores()).toEqual([])
    await put(workspace, 1, { horizon: { intervals: 8 } })
    expect((await snapshot('1@shop.lt')).risk.start).toBe(start)
    expect(await doAllChores()).toContain('fit')
    const after = await fits()
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)?.mean_pace).toBeGreaterThan(Number(before.at(-1)?.mean_pace))
    expect((await snapshot('1@shop.lt')).risk.start).toBeLessThan(start)
    clock.now += dayMs
    expect(await doAllChores()).toEqual([])
  })

  it('and of anything else at once keeps the fits from before, of other settings alone fits nothing', async () => {
    const workspace = await settledWorkspace()
    const { fits, doAllChores } = workspace
    const before = await fits()
    await put(workspace, 1, { rule: { preset: 'contract' } })
    expect(await doAllChores()).not.toContain('fit')
    await put(workspace, 2, { rule: { preset: 'retail' }, horizon: { fixedDays: 91 } })
    expect(await doAllChores()).toContain('fit')
    expect((await fits()).slice(0, -1)).toEqual(before)
  })
})
