// GET /v1/customers: by where they stand, today or as it was.

import { beforeAll, describe, expect, it } from 'vitest'
import { type TestWorkspace, testWorkspace } from '../test-workspace.ts'

interface Row {
  customer: { name: string }
  status: { id: string }
  owner: { id: string; name: string } | null
}

describe('a list of customers', () => {
  let workspace: TestWorkspace

  beforeAll(async () => {
    workspace = await testWorkspace()
    const { buy, call } = workspace
    await buy('new@shop.example', ['2026-11-01'])
    await buy('once@shop.example', ['2026-06-01'])
    await buy('active@shop.example', ['2026-09-01', '2026-10-01', '2026-11-01'])
    await buy('late@shop.example', ['2026-07-01', '2026-08-01', '2026-09-20'])
    await buy('lost@shop.example', ['2026-01-01', '2026-02-01', '2026-03-01'])
    await buy('returned@shop.example', ['2025-01-01', '2025-02-01', '2025-03-01', '2026-11-10'])
    const row = { source: 'crm', customer: [{ kind: 'email', value: 'prospect@shop.example' }] }
    await call('/v1/customers', {
      customers: [{ ...row, externalId: 'p', name: 'Prospect', owner: 'Tomas' }],
    })
  })

  async function list(query: string): Promise<{ names: string[]; rows: Row[]; next: string | null }> {
    const { body, status } = await workspace.call(`/v1/customers${query}`)
    expect(status).toBe(200)
    const rows: Row[] = body.customers
    return {
      rows,
      next: body.next,
      names: rows.map(({ customer }) => customer.name.split('@')[0] ?? '').sort(),
    }
  }

  it.each(['new', 'once', 'active', 'late', 'lost', 'returned'])(
    'of the status %s holds those alone',
    async status => {
      const { names, rows } = await list(`?status=${status}`)
      expect(names).toEqual([status])
      expect(rows[0]?.status.id).toBe(status)
    },
  )

  it('holds everybody without a status, and several with several', async () => {
    expect((await list('')).names).toHaveLength(7)
    expect((await list('?status=late,lost')).names).toEqual(['late', 'lost'])
  })

  it('goes on where the page before ended', async () => {
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 4; page += 1) {
      const { names, next } = await list(`?limit=2&after=${after}`)
      seen.push(...names)
      after = next ?? ''
      if (next === null) break
    }
    expect(seen.sort()).toEqual((await list('')).names.map(String))
  })

  it('of an owner holds theirs', async () => {
    const { rows } = await list('?status=prospect')
    const owner = rows[0]?.owner?.id
    expect((await list(`?owner=${owner}`)).names).toEqual(['Prospect'])
    expect((await list('?owner=nobody')).names).toEqual([])
  })

  it('shows where they stood on a day, and what was known then', async () => {
    expect((await list('?status=lost&asOf=2026-04-01')).names).toEqual(['returned'])
    expect((await list('?status=late&asOf=2026-05-01')).names).toEqual(['lost'])
    expect((await list('?status=lost&asOf=2026-10-31')).names).toEqual(['lost', 'returned'])
    expect((await list('?knownAt=2026-11-22')).names).toEqual([])
    expect((await list('?knownAt=2026-11-23T12:00:00Z')).names).toHaveLength(7)
  })

  it('refuses a status there is none of', async () => {
    const { body, status } = await workspace.call('/v1/customers?status=late,gone')
    expect(status).toBe(422)
    expect(body.error.message).toContain('gone')
  })
})
