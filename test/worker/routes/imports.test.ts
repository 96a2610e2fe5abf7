import { describe, expect, it } from 'vitest'
import { factExamples } from '../fact-examples.ts'
import { type Answer, type TestWorkspace, testWorkspace } from '../test-workspace.ts'

const post = (workspace: TestWorkspace, kind: string, csv: string, query = ''): Promise<Answer> =>
  workspace.call(`/v1/imports/${kind}${query}`, undefined, {
    method: 'POST',
    raw: csv,
    headers: { 'content-type': 'text/csv' },
  })

const orders = `order_id,email,date,amount
1,ruta@baltic.lt,2026-01-10,10.00
2,ruta@baltic.lt,2026-02-10,20.00
3,jonas@baltic.lt,2026-03-01,5.50
`

describe('an import of purchases', () => {
  it('brings what the JSON endpoint would, and the same file again changes nothing', async () => {
    const workspace = await testWorkspace()
    const first = await post(workspace, 'purchases', orders)
    expect(first.body).toMatchObject({ accepted: 3, duplicates: 0, rejected: [], otherCurrency: 0 })
    const second = await post(workspace, 'purchases', orders)
    expect(second.body).toMatchObject({ accepted: 0, duplicates: 3 })
    expect((await workspace.snapshot('ruta@baltic.lt')).gap.recent).toEqual(['2026-01-10', '2026-02-10'])
  })

  it('keeps equal rows without an order id, whole or in parts, once each', async () => {
    const workspace = await testWorkspace()
    const equal = `email,date,amount\n${'ruta@baltic.lt,2026-01-10,10\n'.repeat(3)}`
    expect((await post(workspace, 'purchases', equal)).body).toMatchObject({ accepted: 3, duplicates: 0 })
    expect((await post(workspace, 'purchases', equal)).body).toMatchObject({ accepted: 0, duplicates: 3 })
    const part = 'email,date,amount,ordinal\nruta@baltic.lt,2026-01-10,10,3\nruta@baltic.lt,2026-01-10,10,4\n'
    expect((await post(workspace, 'purchases', part)).body).toMatchObject({ accepted: 1, duplicates: 1 })
  })

  it('reads headers in three languages, decimal commas and dates with the day first', async () => {
    const workspace = await testWorkspace()
    const russian =
      'Эл. почта;Дата;Сумма\nruta@baltic.lt;31.01.2026;1 234,56\nruta@baltic.lt;05.02.2026;-10,00\n'
    const lithuanian = 'El. paštas;Data;Suma\njonas@baltic.lt;2026-01-31;1.234,56\n'
    expect((await post(workspace, 'purchases', russian)).body).toMatchObject({ accepted: 2, rejected: [] })
    expect((await post(workspace, 'purchases', lithuanian)).body).toMatchObject({ accepted: 1, rejected: [] })
    expect((await workspace.snapshot('ruta@baltic.lt')).gap.recent).toEqual(['2026-01-31'])
  })

  it('may begin with a byte order mark, as spreadsheets write it', async () => {
    const { body } = await post(await testWorkspace(), 'purchases', `\uFEFF${orders}`)
    expect(body).toMatchObject({ accepted: 3, rejected: [] })
  })

  it('names line and reason of every bad row and takes the good ones', async () => {
    const workspace = await testWorkspace()
    const csv = [
      'email,date,amount',
      'ruta@baltic.lt,2026-01-10,10',
      'ruta@baltic.lt,2026-02-31,10',
      'ruta@baltic.lt,2026-03-10',
      'nobody,2026-03-10,10',
      'ruta@baltic.lt,2026-04-10,ten',
      'ruta@baltic.lt,2026-05-10,10',
      'ruta@baltic.lt,"2026-06-10,10',
      '',
    ].join('\n')
    const { status, body } = await post(workspace, 'purchases', csv)
    expect(status).toBe(200)
    expect(body.accepted).toBe(2)
    expect(body.rejected.map(({ line, index }: { line: number; index: number }) => [line, index])).toEqual([
      [3, 1],
      [4, 2],
      [5, 3],
      [6, 4],
      [expect.any(Number), 6],
    ])
    expect(body.rejected[0].message).toBe('date is no date')
    expect(body.rejected[1].message).toBe('the row has more or fewer cells than the header')
    expect(body.rejected[4].message).toBe('a quote is opened and never closed')
  })

  it.each([
    ['', 'empty'],
    ['email,amount\na@b.lt,5\n', 'columns are missing: date'],
    ['date,amount\n2026-01-01,5\n', 'customer_id, email or phone'],
  ])('refuses %j with a sentence', async (csv, words) => {
    const { status, body } = await post(await testWorkspace(), 'purchases', csv)
    expect(status).toBe(422)
    expect(body.error.message).toContain(words)
  })

  it('takes columns by the names given, and says when there are none', async () => {
    const workspace = await testWorkspace()
    const csv = 'who,when,how much\nruta@baltic.lt,2026-01-10,10\n'
    const columns = encodeURIComponent(JSON.stringify({ email: 'who', date: 'when', amount: 'how much' }))
    expect((await post(workspace, 'purchases', csv, `?columns=${columns}`)).body.accepted).toBe(1)
    const wrong = await post(
      workspace,
      'purchases',
      csv,
      `?columns=${encodeURIComponent('{"date":"nothing"}')}`,
    )
    expect(wrong.status).toBe(422)
  })

  it('counts rows in another currency, which count for rhythm', async () => {
    const workspace = await testWorkspace()
    const csv = 'email,date,amount,currency\na@b.lt,2026-01-10,10,USD\na@b.lt,2026-02-10,10,EUR\n'
    expect((await post(workspace, 'purchases', csv)).body).toMatchObject({ accepted: 2, otherCurrency: 1 })
    expect((await workspace.snapshot('a@b.lt')).gap.purchases).toBe(2)
  })

  it('names the customers it brings and renames nobody', async () => {
    const workspace = await testWorkspace()
    const csv = (name: string, id: number) =>
      `order_id,email,name,date,amount\n${id},ruta@baltic.lt,${name},2026-01-1${id},10\n`
    await post(workspace, 'purchases', csv('Rūta', 1))
    await post(workspace, 'purchases', csv('Somebody', 2))
    expect((await workspace.snapshot('ruta@baltic.lt')).customer.name).toBe('Rūta')
  })

  it('reads a customer id as a record of its source', async () => {
    const workspace = await testWorkspace()
    await post(workspace, 'purchases', 'customer_id,date,amount\nC-7,2026-01-10,10\n', '?source=old-shop')
    const { body } = await workspace.call('/v1/lookups', {
      lookups: [{ identities: [{ kind: 'record', host: 'old-shop', value: 'C-7' }] }],
      view: 'badge',
    })
    expect(body.answers[0].snapshot.customer.name).toBe('C-7')
  })

  it('reads another charset where the content type names it', async () => {
    const workspace = await testWorkspace()
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('email,name,date,amount\na@b.lt,R'),
      0xfb,
      ...new TextEncoder().encode('ta,2026-01-10,10\n'),
    ])
    const { body } = await workspace.call('/v1/imports/purchases', undefined, {
      method: 'POST',
      raw: bytes as unknown as string,
      headers: { 'content-type': 'text/csv; charset=windows-1257' },
    })
    expect(body.accepted).toBe(1)
    expect((await workspace.snapshot('a@b.lt')).customer.name).toBe('Rūta')
  })
})

describe('an import of responses', () => {
  it('brings scores with their comments', async () => {
    const workspace = await testWorkspace()
    const csv = 'email,date,score,comment\nruta@baltic.lt,2026-11-06,3,"third time,\nreally?"\n'
    expect((await post(workspace, 'responses', csv)).body.accepted).toBe(1)
    expect((await workspace.snapshot('ruta@baltic.lt')).nps.latest).toMatchObject({
      score: 3,
      comment: 'third time,\nreally?',
    })
  })
})

describe('taking an import back', () => {
  const importId = 'a-file-of-mine'

  async function undo(workspace: TestWorkspace, id = importId): Promise<Answer> {
    return workspace.call(`/v1/imports/${id}/undo`, {})
  }

  it('leaves every look-up as it was before, new customers and corrections included', async () => {
    const workspace = await testWorkspace()
    await post(workspace, 'purchases', orders, '?source=shop')
    const before = await workspace.snapshot('ruta@baltic.lt')
    const more = `order_id,email,date,amount
2,ruta@baltic.lt,2026-02-20,25.00
3,ruta@baltic.lt,2026-03-01,5.50
4,ruta@baltic.lt,2026-04-01,7.00
5,new@customer.lt,2026-04-01,7.00
`
    await post(workspace, 'purchases', more, `?source=shop&import=${importId}`)
    expect((await workspace.snapshot('ruta@baltic.lt')).gap.purchases).toBe(4)
    expect((await undo(workspace)).body).toEqual({ done: true, left: 0 })
    expect(await workspace.snapshot('ruta@baltic.lt')).toEqual(before)
    expect((await workspace.snapshot('jonas@baltic.lt')).gap.recent).toEqual(['2026-03-01'])
    const lookups = [{ identities: [{ kind: 'email', value: 'new@customer.lt' }] }]
    const { body } = await workspace.call('/v1/lookups', { lookups, view: 'panel' })
    expect(body.answers).toEqual([{ missing: 'unknown_customer' }])
  })

  it('keeps a customer of whom somebody else has told since', async () => {
    const workspace = await testWorkspace()
    await post(workspace, 'purchases', orders, `?import=${importId}`)
    await workspace.buy('jonas@baltic.lt', ['2026-05-05'])
    await undo(workspace)
    const lookups = [{ identities: [{ kind: 'email', value: 'jonas@baltic.lt' }] }]
    const { body } = await workspace.call('/v1/lookups', { lookups, view: 'panel' })
    expect(body.answers[0].snapshot.gap.recent).toEqual(['2026-05-05'])
    const [listed] = (await workspace.call('/v1/imports')).body.imports
    expect(listed).toMatchObject({ id: importId, state: 'undone', rows: 3, accepted: 3 })
  })

  it.each(factExamples.filter(({ name }) => name !== 'win-back-step'))(
    'keeps a customer to whom a $name was logged since',
    async ({ log, body }) => {
      const workspace = await testWorkspace()
      await post(workspace, 'purchases', orders, `?import=${importId}`)
      const { customer } = await workspace.snapshot('jonas@baltic.lt')
      await workspace.call(log.path.replace(':id', customer.id), body)
      await undo(workspace)
      expect((await workspace.snapshot('jonas@baltic.lt')).customer.id).toBe(customer.id)
    },
  )

  it('can be done again after a new import of the same file', async () => {
    const workspace = await testWorkspace()
    await post(workspace, 'purchases', orders, `?import=${importId}`)
    await undo(workspace)
    expect((await undo(workspace)).body).toEqual({ done: true, left: 0 })
    const again = await post(workspace, 'purchases', orders, '?import=another-file')
    expect(again.body).toMatchObject({ accepted: 3, duplicates: 0 })
    expect((await workspace.snapshot('ruta@baltic.lt')).gap.recent).toEqual(['2026-01-10', '2026-02-10'])
    await undo(workspace, 'another-file')
    const lookups = [{ identities: [{ kind: 'email', value: 'ruta@baltic.lt' }] }]
    expect((await workspace.call('/v1/lookups', { lookups, view: 'panel' })).body.answers[0]).toHaveProperty(
      'missing',
    )
  })

  it('of a file that is still coming in stops the rest of it', async () => {
    const workspace = await testWorkspace()
    await post(workspace, 'purchases', orders, `?import=${importId}`)
    await undo(workspace)
    const { status, body } = await post(workspace, 'purchases', orders, `?import=${importId}`)
    expect([status, body.error.code]).toEqual([409, 'conflict'])
  })

  it('of nothing, or of another workspace, is not found', async () => {
    const workspace = await testWorkspace()
    const other = await testWorkspace()
    await post(other, 'purchases', orders, `?import=${importId}`)
    expect((await undo(workspace)).status).toBe(404)
  })

  it('of thousands of customers stays within the limits of a request', async () => {
    const workspace = await testWorkspace()
    for (let part = 0; part < 3; part += 1) {
      const rows = Array.from(
        { length: 5000 },
        (_, index) => `c${(part * 5000 + index) % 7000}@shop.lt,2026-0${part + 1}-15,10`,
      )
      await post(workspace, 'purchases', `email,date,amount\n${rows.join('\n')}\n`, `?import=${importId}`)
    }
    const answers = [await undo(workspace)]
    while (!answers.at(-1)?.body.done && answers.length < 10) answers.push(await undo(workspace))
    expect(answers.at(-1)?.body).toEqual({ done: true, left: 0 })
  })
})
