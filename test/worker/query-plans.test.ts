// No statement reads a whole table or a whole workspace. D1 has no statistics: SQLite takes any index bound by
// workspace_id for a good one, so this is looked at for every statement of every repository.

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

const { DB } = env as unknown as { DB: D1Database }
const repositories = import.meta.glob<{ statements?: Record<string, string> }>(
  '../../worker/repositories/*.ts',
  { eager: true },
)

/** Jobs that are about the whole workspace, or about the few rows of a small table; each by name. */
const wholeWorkspace: Record<string, string> = {
  'customers.count customer': 'says how far a change of the rule is',
  'histories.lookUp rule_version': 'a workspace has a few rules a year; read only for what was known earlier',
  'model-fits.all model_fit': 'a workspace has a few fits a year',
  'rule-versions.unbuilt rule_version': 'its index holds the versions being built alone: one, or none',
  'rule-versions.anyUnbuilt rule_version': 'its index holds the versions being built alone: one, or none',
  'standings.markDirty rule_version': 'its index holds the versions being built alone: one, or none',
  'histories.lookUp model_fit': 'a workspace has a few fits a year, and the newest is one of the last rows',
}

const statements = Object.entries(repositories).flatMap(([path, { statements = {} }]) => {
  const file = path.replace(/^.*\/|\.ts$/g, '')
  return Object.entries(statements).map(([name, sql]) => ({ name: `${file}.${name}`, sql }))
})

describe('query plans', () => {
  it('cover the statements of every repository that has any', () => {
    expect(statements.length).toBeGreaterThan(20)
  })

  it.each(statements)(
    '$name searches by more than the workspace and scans no table',
    async ({ name, sql }) => {
      const parameters = Math.max(0, ...[...sql.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number)))
      const { results } = await DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...Array.from({ length: parameters }, () => null))
        .all<{ detail: string }>()
      const details = results.map(({ detail }) => detail)
      const tables = await tableNames()
      const wrong = details.filter(detail => isWrong(detail, sql, tables, name))
      expect(wrong, `in the plan\n${details.join('\n')}`).toEqual([])
    },
  )
})

function isWrong(detail: string, sql: string, tables: readonly string[], name: string): boolean {
  const [, verb, alias = ''] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? []
  const table = tableOf(alias, sql, tables)
  if (!verb || !table || table === 'workspace') return verb === 'SCAN' && table === 'workspace'
  if (wholeWorkspace[`${name} ${table}`]) return false
  return verb === 'SCAN' || /\(workspace_id=\?\)$/.test(detail)
}

/** `SEARCH i USING ...`: the table that the alias stands for; null for json_each and common tables. */
function tableOf(alias: string, sql: string, tables: readonly string[]): string | null {
  if (tables.includes(alias)) return alias
  const [, named] = new RegExp(`(?:FROM|JOIN|INTO)\\s+(\\w+)\\s+(?:AS\\s+)?${alias}\\b`).exec(sql) ?? []
  return named && tables.includes(named) ? named : null
}

async function tableNames(): Promise<string[]> {
  const { results } = await DB.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all<{
    name: string
  }>()
  return results.map(({ name }) => name)
}
