import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { issueToken } from '../../../.ci/issue-token.ts'
import { defaultSettings } from '../../../shared/settings.ts'
import { type Answer, type TestWorkspace, testWorkspace } from '../test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }

interface SettingsWorkspace extends TestWorkspace {
  id: string
  put(version: number, settings: unknown, options?: { note?: string; token?: string }): Promise<Answer>
  restore(version: number, toVersion: number, options?: { note?: string; token?: string }): Promise<Answer>
}

async function settingsWorkspace(): Promise<SettingsWorkspace> {
  const workspace = await testWorkspace()
  const [, id = ''] = workspace.tokens.admin.split('_')
  const { call } = workspace
  return {
    ...workspace,
    id,
    put: (version, settings, { note, token } = {}) =>
      call('/v1/settings', { version, settings, note }, { method: 'PUT', ...(token && { token }) }),
    restore: (version, toVersion, { note, token } = {}) =>
      call('/v1/settings/restore', { version, toVersion, note }, { ...(token && { token }) }),
  }
}

async function secondAdmin(workspaceId: string): Promise<string> {
  const name = await DB.prepare('SELECT name FROM workspace WHERE id = ?1').bind(workspaceId).first('name')
  return issueToken(
    DB,
    { role: 'admin', workspace: String(name), timeZone: 'UTC', currency: 'EUR', region: 'LT' },
    0,
  )
}

const pathsOf = ({ body }: Answer) => body.error.details.map(({ path }: { path: string }) => path)

describe('settings', () => {
  it('begin as the defaults, and every member can read them', async () => {
    const { call, tokens } = await settingsWorkspace()
    for (const token of Object.values(tokens)) {
      const { status, body } = await call('/v1/settings', undefined, { token })
      expect(status).toBe(200)
      expect(body).toEqual({ version: 1, settings: defaultSettings, changing: null })
    }
  })

  it('are changed in part, the rest staying as it was', async () => {
    const { call, put } = await settingsWorkspace()
    const { status, body } = await put(1, { bands: { watch: 30 }, keyCustomers: 50 })
    expect(status).toBe(200)
    expect(body).toEqual({
      version: 2,
      settings: { ...defaultSettings, bands: { watch: 30, high: 75, veryHigh: 90 }, keyCustomers: 50 },
      changing: null,
    })
    expect((await call('/v1/settings')).body).toEqual(body)
  })

  it('picked as a preset judge every customer by it from then on', async () => {
    const { put, buy, snapshot } = await settingsWorkspace()
    await buy('ruta@baltic.lt', ['2026-07-18', '2026-08-17', '2026-09-16', '2026-10-16'])
    expect((await snapshot('ruta@baltic.lt')).status.id).toBe('active')
    const { body } = await put(1, { rule: { preset: 'contract' } })
    expect(body).toMatchObject({
      version: 2,
      settings: { rule: { preset: 'contract', late: 1, lost: 4 / 3, provisional: false } },
      changing: null,
    })
    const { status, settingsVersion } = await snapshot('ruta@baltic.lt')
    expect([status.id, settingsVersion]).toEqual(['late', 2])
  })

  it('sent again as they are change nothing', async () => {
    const { call, put } = await settingsWorkspace()
    await put(1, { halfLifeDays: 90 })
    const { body } = await call('/v1/settings')
    expect((await put(2, body.settings)).body).toEqual(body)
    expect((await put(2, { halfLifeDays: 90 }, { note: 'again' })).body).toEqual(body)
    expect((await put(2, {})).body).toEqual(body)
    expect((await call('/v1/settings/history')).body.versions).toHaveLength(2)
  })

  it('sent again because the answer was lost are the same change', async () => {
    const { put } = await settingsWorkspace()
    const first = await put(1, { rule: { preset: 'own', late: 2, lost: 4 } })
    const again = await put(1, { rule: { preset: 'own', late: 2, lost: 4 } })
    expect([again.status, again.body]).toEqual([200, first.body])
  })

  it('of an extension that is older or newer are read without the fields nobody knows', async () => {
    const { put } = await settingsWorkspace()
    const { body } = await put(1, { keyCustomers: 10, voice: { promoter: -0.5, tone: 3 }, colour: 'blue' })
    expect(body.settings).toEqual({
      ...defaultSettings,
      keyCustomers: 10,
      voice: { ...defaultSettings.voice, promoter: -0.5 },
    })
  })

  it('that were stored before a setting was added have its default and lose none of their own', async () => {
    const { id, call, put } = await settingsWorkspace()
    const { fragile, ...voice } = { ...defaultSettings.voice, promoter: -1 }
    const { systemic, ...older } = { ...defaultSettings, voice, keyCustomers: 7 }
    await DB.prepare('UPDATE rule_version SET settings = ?2 WHERE workspace_id = ?1')
      .bind(id, JSON.stringify(older))
      .run()
    const expected = { ...older, voice: { ...voice, fragile }, systemic }
    expect((await call('/v1/settings')).body.settings).toEqual(expected)
    expect((await put(1, { halfLifeDays: 90 })).body.settings).toEqual({ ...expected, halfLifeDays: 90 })
  })

  it('are an admin’s to change', async () => {
    const { call, put, restore, tokens } = await settingsWorkspace()
    for (const token of [tokens.agent, tokens.manager]) {
      expect((await put(1, { keyCustomers: 5 }, { token })).status).toBe(403)
      expect((await restore(1, 1, { token })).status).toBe(403)
      expect((await call('/v1/settings/continue', {}, { token })).status).toBe(403)
    }
    expect((await call('/v1/settings')).body.version).toBe(1)
  })
})

describe('settings that make no sense', () => {
  it('are refused with the path of every wrong field', async () => {
    const { put } = await settingsWorkspace()
    const wrong = await put(1, { rule: { late: '2' }, voice: { promoter: null }, keyCustomers: 0 })
    expect([wrong.status, wrong.body.error.code]).toEqual([422, 'invalid'])
    expect(pathsOf(wrong)).toEqual(['settings.rule.late', 'settings.voice.promoter', 'settings.keyCustomers'])
  })

  it.each<[string, object, string[]]>([
    ['late above lost', { rule: { preset: 'own', late: 4, lost: 2 } }, ['settings.rule.late']],
    ['numbers that are not the preset’s', { rule: { lost: 4 } }, ['settings.rule.lost']],
    ['late of the model above lost', { model: { late: 0.95 } }, ['settings.model.late']],
    ['bands out of order', { bands: { watch: 80 } }, ['settings.bands.watch']],
    ['a horizon upside down', { horizon: { leastDays: 100, mostDays: 50 } }, ['settings.horizon.leastDays']],
    ['praise as a bad sign', { voice: { promoter: 0.1 } }, ['settings.voice.promoter']],
    ['class A beyond class B', { classes: { a: 0.96 } }, ['settings.classes.a']],
    ['X less regular than Y', { regularity: { y: 0.4 } }, ['settings.regularity.x']],
  ])('by %s are refused as a whole', async (_, wrong, paths) => {
    const { call, put } = await settingsWorkspace()
    const answer = await put(1, { keyCustomers: 5, ...wrong })
    expect([answer.status, answer.body.error.code]).toEqual([422, 'invalid'])
    expect(pathsOf(answer)).toEqual(paths)
    expect((await call('/v1/settings')).body).toMatchObject({ version: 1, settings: defaultSettings })
  })

  it('only together with those that are there are refused too', async () => {
    const { put } = await settingsWorkspace()
    await put(1, { bands: { high: 60 } })
    expect(pathsOf(await put(2, { bands: { watch: 65 } }))).toEqual(['settings.bands.watch'])
  })

  it('on a version that never was are refused', async () => {
    const { put, restore } = await settingsWorkspace()
    expect(pathsOf(await put(2, { keyCustomers: 5 }))).toEqual(['version'])
    expect(pathsOf(await restore(1, 9))).toEqual(['toVersion'])
  })
})

describe('two admins', () => {
  it('saving one after the other: the second sees what changed, and nothing is overwritten', async () => {
    const { id, call, put } = await settingsWorkspace()
    const token = await secondAdmin(id)
    await put(1, { halfLifeDays: 90, bands: { watch: 30 } })
    const late = await put(1, { halfLifeDays: 60, keyCustomers: 5 }, { token })
    expect([late.status, late.body.error.code]).toEqual([409, 'conflict'])
    expect(late.body.error.details).toEqual([
      { path: 'settings.bands.watch', message: 'was changed meanwhile', theirs: 30, yours: 40 },
      { path: 'settings.halfLifeDays', message: 'was changed meanwhile', theirs: 90, yours: 60 },
    ])
    expect((await call('/v1/settings')).body).toMatchObject({
      version: 2,
      settings: { halfLifeDays: 90, keyCustomers: 30 },
    })
    const again = await put(2, { halfLifeDays: 60, keyCustomers: 5 }, { token })
    expect(again.body).toMatchObject({
      version: 3,
      settings: { halfLifeDays: 60, keyCustomers: 5, bands: { watch: 30 } },
    })
  })

  it.each<[string, object, object]>([
    ['weights', { voice: { promoter: -0.1 } }, { voice: { promoter: -0.2 } }],
    ['thresholds', { rule: { preset: 'contract' } }, { rule: { preset: 'own', late: 2, lost: 5 } }],
    ['weights and thresholds', { voice: { promoter: -0.1 } }, { rule: { preset: 'contract' } }],
  ])('saving %s at the same moment: one is kept whole, the other hears of it', async (_, one, other) => {
    const { id, call, put, buy } = await settingsWorkspace()
    const token = await secondAdmin(id)
    await buy('ruta@baltic.lt', ['2026-09-01', '2026-10-01', '2026-11-01'])
    for (let version = 1; version <= 5; version += 1) {
      const before = await call('/v1/settings')
      const answers = await Promise.all([put(version, one), put(version, other, { token })])
      const [kept, refused] = answers.toSorted((first, second) => first.status - second.status)
      expect([kept?.status, refused?.status]).toEqual([200, 409])
      const { body } = await call('/v1/settings')
      expect(body).toEqual({ ...kept?.body, version: version + 1, changing: null })
      expect(refused && pathsOf(refused).length).toBeGreaterThan(0)
      expect(body.settings).not.toEqual(before.body.settings)
      await DB.prepare('UPDATE rule_version SET settings = ?2 WHERE workspace_id = ?1')
        .bind(id, JSON.stringify(defaultSettings))
        .run()
    }
  })

  it('changing the same to the same at the same moment is one change', async () => {
    const { id, call, put } = await settingsWorkspace()
    const token = await secondAdmin(id)
    const change = { voice: { promoter: -0.1 } }
    const answers = await Promise.all([put(1, change), put(1, change, { token })])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await call('/v1/settings/history')).body.versions).toHaveLength(2)
  })
})

describe('the history of the settings', () => {
  it('tells who changed what, when and why, newest first', async () => {
    const { id, call, clock, put, tokens } = await settingsWorkspace()
    const token = await secondAdmin(id)
    await put(1, { rule: { preset: 'model' } }, { note: ' Regular trade, irregular customers. ' })
    clock.now += 86_400_000
    await put(2, { halfLifeDays: 90 }, { token })
    const { status, body } = await call('/v1/settings/history', undefined, { token: tokens.agent })
    expect(status).toBe(200)
    expect(body.versions).toMatchObject([
      {
        version: 3,
        at: '2026-11-24T12:00:00.000Z',
        note: '',
        changes: [{ path: 'halfLifeDays', before: 180, after: 90 }],
      },
      {
        version: 2,
        at: '2026-11-23T12:00:00.000Z',
        note: 'Regular trade, irregular customers.',
        changes: [
          { path: 'rule.preset', before: 'retail', after: 'model' },
          { path: 'rule.provisional', before: true, after: false },
        ],
      },
      { version: 1, author: null, note: '', changes: [] },
    ])
    const [second, first] = body.versions
    expect(first.author).toEqual({ id: expect.any(String), name: expect.stringMatching(/^admin /) })
    expect(second.author.id).not.toBe(first.author.id)
  })

  it('does not count new fits', async () => {
    const { id, call, buy, put } = await settingsWorkspace()
    for (let customer = 0; customer < 40; customer += 1) {
      await buy(`customer${customer}@shop.lt`, ['2026-06-01', '2026-07-03', '2026-08-02', '2026-09-05'])
    }
    await call('/v1/model-fits', { asOf: '2026-10-01' })
    const rules = DB.prepare('SELECT count(*) AS rules FROM rule_version WHERE workspace_id = ?1').bind(id)
    expect(await rules.first('rules')).toBe(2)
    expect((await call('/v1/settings')).body.version).toBe(1)
    expect((await call('/v1/settings/history')).body.versions).toHaveLength(1)
    const { status, body } = await put(1, { rule: { preset: 'contract' } })
    expect([status, body.version]).toEqual([200, 2])
    expect((await call('/v1/settings/history')).body.versions).toHaveLength(2)
  })

  it('is written with its audit row', async () => {
    const { id, call, put, restore } = await settingsWorkspace()
    await put(1, { halfLifeDays: 90 })
    await put(1, { halfLifeDays: 60 })
    await restore(2, 1)
    const { results } = await DB.prepare(
      'SELECT author_id, action, kind, fact_id FROM audit WHERE workspace_id = ?1 ORDER BY fact_id',
    )
      .bind(id)
      .all()
    const [newest] = (await call('/v1/settings/history')).body.versions
    expect(results).toEqual([
      { author_id: newest.author.id, action: 'settings', kind: 'change', fact_id: '2' },
      { author_id: newest.author.id, action: 'settings', kind: 'restore', fact_id: '3' },
    ])
  })
})

describe('restoring', () => {
  it('brings an earlier version back as the next one', async () => {
    const { call, put, restore } = await settingsWorkspace()
    const { body: second } = await put(1, { rule: { preset: 'contract' }, keyCustomers: 5 })
    await put(2, { halfLifeDays: 90, rule: { preset: 'own', late: 2, lost: 3 } })
    const { status, body } = await restore(3, 2, { note: 'Too many alerts' })
    expect(status).toBe(200)
    expect(body).toEqual({ version: 4, settings: second.settings, changing: null })
    const { versions } = (await call('/v1/settings/history')).body
    expect(versions[0]).toMatchObject({
      version: 4,
      note: 'Too many alerts',
      changes: expect.arrayContaining([{ path: 'halfLifeDays', before: 90, after: 180 }]),
    })
    expect(versions).toHaveLength(4)
  })

  it('what is in force already changes nothing', async () => {
    const { put, restore } = await settingsWorkspace()
    const { body } = await put(1, { keyCustomers: 5 })
    expect((await restore(2, 2)).body).toEqual(body)
  })

  it('over what somebody else changed meanwhile is refused like any change', async () => {
    const { put, restore } = await settingsWorkspace()
    await put(1, { keyCustomers: 5 })
    await put(2, { halfLifeDays: 90 })
    const late = await restore(2, 1)
    expect(late.status).toBe(409)
    expect(late.body.error.details).toEqual([
      { path: 'settings.halfLifeDays', message: 'was changed meanwhile', theirs: 90, yours: 180 },
    ])
  })
})

describe('a change that counts all customers anew', () => {
  /** As a Worker leaves it that was killed right after the change was written. */
  async function killed() {
    const workspace = await settingsWorkspace()
    const { id, buy, put } = workspace
    await buy('ruta@baltic.lt', ['2026-07-18', '2026-08-17', '2026-09-16', '2026-10-16'])
    await buy('jonas@baltic.lt', ['2026-10-16', '2026-11-16'])
    await put(1, { rule: { preset: 'contract' } })
    await DB.batch([
      DB.prepare('UPDATE workspace SET rule_version = 1 WHERE id = ?1').bind(id),
      DB.prepare(
        `UPDATE rule_version SET applied_at = NULL, built_until = '' WHERE workspace_id = ?1 AND version = 2`,
      ).bind(id),
      DB.prepare('DELETE FROM standing WHERE workspace_id = ?1').bind(id),
      DB.prepare('DELETE FROM daily_movement WHERE workspace_id = ?1').bind(id),
    ])
    return workspace
  }

  it('shows how far it is, and goes on where it stopped', async () => {
    const { call, snapshot } = await killed()
    expect((await call('/v1/settings')).body).toMatchObject({
      version: 2,
      settings: { rule: { preset: 'contract' } },
      changing: { done: 0, of: 2 },
    })
    expect((await call('/v1/settings/continue', {})).body).toEqual({ done: 2, of: 2, applied: true })
    expect((await call('/v1/settings')).body).toMatchObject({ version: 2, changing: null })
    expect((await snapshot('ruta@baltic.lt')).status.id).toBe('late')
  })

  it('lets nobody change more until it is done, and gets there by being asked again', async () => {
    const { call, put } = await killed()
    const stale = await put(1, { keyCustomers: 5 })
    const { status, body } = await put(2, { keyCustomers: 5 })
    expect([stale.status, status, body.error.code]).toEqual([409, 503, 'busy'])
    expect((await call('/v1/settings')).body).toMatchObject({ version: 2, changing: null })
    expect((await put(2, { keyCustomers: 5 })).body).toMatchObject({
      version: 3,
      settings: { keyCustomers: 5, rule: { preset: 'contract' } },
    })
  })

  it('needs no going on where there is none', async () => {
    const { call } = await settingsWorkspace()
    expect((await call('/v1/settings/continue', {})).body).toEqual({ done: 0, of: 0, applied: true })
  })
})
