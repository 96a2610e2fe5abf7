// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskDoors, DeskState } from '../../../../extension/options/import/desk-state.ts'
import { ImportDesk } from '../../../../extension/options/import/import-desk.ts'
import { FakeImportWorker } from './fake-import-worker.ts'

type Stage<Is extends DeskState['is']> = Extract<DeskState, { is: Is }>

const fileOf = (text: string, name = 'orders.csv') => new File([text], name, { lastModified: 1 })
const orders = fileOf(
  'El. paštas;Data;Suma\na@b.lt;23.11.2026;1.234,50\nc@d.lt;31.02.2026;5,00\na@b.lt;24.11.2026;-5,00\n',
)

let worker: FakeImportWorker
let held: Set<string>
let desk: ImportDesk
beforeEach(() => {
  worker = new FakeImportWorker()
  held = new Set()
  desk = new ImportDesk(doors())
})

function doors(): DeskDoors {
  let ids = 0
  return {
    send: worker.send,
    wait: async () => {},
    clock: () => 0,
    newId: () => `import-${++ids}`,
    alone: async (name, work) => (held.has(name) ? null : await work()),
    into: { origin: 'https://api.example.com', workspace: 'north' },
    usualCurrency: () => 'EUR',
    report: {
      names: { line: 'line', reason: 'reason' },
      faults: faults => faults.map(({ code }) => code).join(' '),
      refusal: code => code,
    },
  }
}

async function until<Is extends DeskState['is']>(
  is: Is,
  isReady: (state: Stage<Is>) => boolean = () => true,
) {
  await vi.waitFor(() => expect(desk.state.is === is && isReady(desk.state as Stage<Is>)).toBe(true))
  return desk.state as Stage<Is>
}
const counted = () => until('preparing', ({ check }) => check.is === 'counted')

describe('a chosen file', () => {
  it('is recognised and counted, and nothing of it is sent', async () => {
    void desk.choose(orders)
    const { choices, check } = await counted()
    expect(choices).toEqual({
      kind: 'purchases',
      encoding: 'utf-8',
      separator: ';',
      columns: { email: 0, date: 1, amount: 2 },
      rules: { dateOrder: 'dmy', decimal: 'comma', currency: 'EUR' },
      source: 'shop',
    })
    expect(check).toMatchObject({ tally: { rows: 3, bad: 1, good: 2, customers: 1, refunds: 1 } })
    expect(worker.said).toEqual(['unfinished-import'])
  })

  it('is counted anew after each correction, and only the last one counts', async () => {
    void desk.choose(orders)
    await counted()
    const { choices } = desk.state as Stage<'preparing'>
    desk.change({ rules: { ...choices.rules, dateOrder: 'mdy' } })
    desk.change({ rules: { ...choices.rules, decimal: 'point' } })
    const { check } = await counted()
    expect(check).toMatchObject({ tally: { good: 0, bad: 3 } })
  })

  it('says what is still to be chosen, and reads a column as it is written once it is chosen', async () => {
    void desk.choose(fileOf('who,when,how much\na@b.lt,23.11.2026,"1,50"\n'))
    const { check } = await until('preparing')
    expect(check).toEqual({ is: 'missing', fields: ['customer', 'date', 'amount'] })
    desk.change({ columns: { email: 0, date: 1, amount: 2 } })
    const { choices } = await counted()
    expect(choices.rules).toEqual({ dateOrder: 'dmy', decimal: 'comma', currency: 'EUR' })
  })

  it('is recognised anew for another kind of rows', async () => {
    void desk.choose(fileOf('email,date,score\na@b.lt,2026-11-23,9\n'))
    await until('preparing', ({ check }) => check.is === 'missing')
    desk.setKind('responses')
    const { choices } = await counted()
    expect(choices).toMatchObject({
      kind: 'responses',
      columns: { email: 0, date: 1, score: 2 },
      source: 'survey',
    })
  })

  it('that is none is refused with its reason, and another one can be chosen', async () => {
    await desk.choose(fileOf(''))
    expect(desk.state).toMatchObject({ is: 'choosing', why: { fault: 'empty' } })
    void desk.choose(orders)
    await counted()
  })

  it('with a wrong separator stays, so that it can be put right', async () => {
    void desk.choose(fileOf(`email,date,amount\n${';'.repeat(600)}\na@b.lt,2026-11-23,5\n`))
    await until('preparing')
    desk.change({ separator: ';' })
    await until('preparing', ({ choices, check }) => choices.separator === ';' && check.is === 'missing')
    desk.change({ separator: ',' })
    await counted()
  })

  it('is left alone when another one was chosen meanwhile', async () => {
    void desk.choose(orders)
    void desk.choose(fileOf('email,date,amount\na@b.lt,2026-11-23,5\n', 'second.csv'))
    const { opened } = await counted()
    expect(opened.file.name).toBe('second.csv')
  })
})

describe('an import', () => {
  it('runs, names what was left out, lets the risk follow and is forgotten as unfinished', async () => {
    void desk.choose(orders)
    await counted()
    desk.start()
    const { end, progress, rejected, kind } = await until('ended', ({ fit }) => fit === 'fitted')
    expect({ end, kind }).toEqual({ end: { is: 'done' }, kind: 'purchases' })
    expect(progress.unfinished.counts.accepted).toBe(2)
    expect(await rejected.toBlob().text()).toContain('3,no-date,c@d.lt,31.02.2026,"5,00"')
    expect(worker.kept.size).toBe(0)
    expect(worker.said).toContain('fit-model')
  })

  it('of nothing new leaves the risk as it is', async () => {
    for (const fit of ['fitted', 'none']) {
      void desk.choose(orders)
      await counted()
      desk.start()
      await until('ended', ended => ended.fit === fit)
    }
    expect(worker.said.filter(name => name === 'fit-model')).toHaveLength(1)
  })

  it('that was begun in an earlier tab is offered, with the choices it was begun with', async () => {
    worker.fates = [{ signedOut: true }]
    void desk.choose(orders)
    await counted()
    desk.nameSource('till')
    desk.start()
    await until('ended', ({ end }) => end.is === 'signed-out')
    desk = new ImportDesk(doors())
    void desk.choose(orders)
    const { unfinished, choices } = await counted()
    expect([unfinished?.confirmed, choices.source]).toEqual([0, 'till'])
    desk.goOn()
    expect((await until('ended')).end).toEqual({ is: 'done' })
    expect(worker.rows.size).toBe(2)
  })

  it('is begun anew where the member wants that', async () => {
    worker.fates = [{ signedOut: true }]
    void desk.choose(orders)
    await counted()
    desk.start()
    await until('ended')
    void desk.choose(orders)
    await counted()
    desk.change({})
    expect((await counted()).unfinished).toBeNull()
  })

  it('does nothing where another tab is at the same file', async () => {
    void desk.choose(orders)
    const { opened } = await counted()
    held.add(`import ${opened.fingerprint}`)
    desk.start()
    await until('preparing', ({ isHeldElsewhere }) => isHeldElsewhere)
    expect(worker.rows.size).toBe(0)
  })

  it('needs a name for where it comes from', async () => {
    void desk.choose(orders)
    await counted()
    desk.nameSource('')
    desk.start()
    expect(desk.state.is).toBe('preparing')
    expect(worker.said).not.toContain('import-part')
  })

  it('that is put away ends, and nothing of it is shown any more', async () => {
    void desk.choose(orders)
    await counted()
    worker.onPart = () => desk.discard()
    desk.start()
    await vi.waitFor(() => expect(worker.said).toContain('import-part'))
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(desk.state).toEqual({ is: 'choosing', kind: 'purchases', why: null })
  })
})
