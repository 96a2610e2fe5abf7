import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/settings.ts'
import { changeSettings, type SettingsChange } from '../../shared/settings-change.ts'
import { saveSettings } from '../../worker/change-settings.ts'
import { type Credentials, readToken } from '../../worker/token.ts'
import { testWorkspace } from './test-workspace.ts'

const { DB } = env as unknown as { DB: D1Database }

const fiveKeyCustomers = {
  version: 1,
  note: '',
  next: (seen: Settings) => changeSettings(seen, { keyCustomers: 5 }),
}

async function credentialsOf(token: string): Promise<Credentials> {
  const credentials = await readToken(token)
  if (!credentials) throw new Error('The token of a test workspace is none.')
  return credentials
}

/** The database, with something that happens right after its first batch: after the settings were read. */
function interrupted(meanwhile: () => Promise<unknown>): D1Database {
  let isFirst = true
  return {
    prepare: (sql: string) => DB.prepare(sql),
    async batch(statements: D1PreparedStatement[]) {
      const results = await DB.batch(statements)
      if (isFirst) {
        isFirst = false
        await meanwhile()
      }
      return results
    },
  } as unknown as D1Database
}

describe('saving settings', () => {
  it.each<[string, SettingsChange]>([
    ['weights', { voice: { promoter: -0.1 } }],
    ['thresholds', { rule: { preset: 'contract' } }],
  ])('looks again when somebody changed %s between its reading and its writing', async (_, theirs) => {
    const { call, clock, tokens } = await testWorkspace()
    const credentials = await credentialsOf(tokens.admin)
    const db = interrupted(() => call('/v1/settings', { version: 1, settings: theirs }, { method: 'PUT' }))
    await expect(saveSettings(db, credentials, fiveKeyCustomers, clock.now)).rejects.toMatchObject({
      code: 'conflict',
      details: expect.arrayContaining([expect.objectContaining({ message: 'was changed meanwhile' })]),
    })
    const { body } = await call('/v1/settings')
    expect(body).toMatchObject({ version: 2, settings: { ...theirs, keyCustomers: 30 } })
    const { results } = await DB.prepare('SELECT fact_id FROM audit WHERE workspace_id = ?1')
      .bind(credentials.workspaceId)
      .all()
    expect(results).toEqual([{ fact_id: '2' }])
  })

  it('goes on by itself when only a new fit came in between', async () => {
    const { call, buy, clock, tokens } = await testWorkspace()
    for (let customer = 0; customer < 5; customer += 1) {
      await buy(`customer${customer}@shop.lt`, ['2026-06-01', '2026-07-03', '2026-08-02', '2026-09-05'])
    }
    const credentials = await credentialsOf(tokens.admin)
    const db = interrupted(() => call('/v1/model-fits', { asOf: '2026-10-01' }))
    const saved = await saveSettings(db, credentials, fiveKeyCustomers, clock.now)
    expect(saved).toMatchObject({ version: 2, settings: { keyCustomers: 5 }, changing: null })
    expect((await call('/v1/settings')).body).toEqual(saved)
  })
})
