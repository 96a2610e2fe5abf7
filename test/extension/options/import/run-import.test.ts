// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import type { ImportPart } from '../../../../extension/messages.ts'
import type { Doors } from '../../../../extension/options/doors.ts'
import { pieceBytes } from '../../../../extension/options/import/file-texts.ts'
import { fingerprintOf } from '../../../../extension/options/import/fingerprint.ts'
import { type RunProgress, runImport } from '../../../../extension/options/import/run-import.ts'
import type { UnfinishedImport } from '../../../../extension/unfinished-import.ts'
import { FakeImportWorker } from './fake-import-worker.ts'

const header = 'email,date,amount\n'
/** Five thousand purchases, of which some are equal to others. */
const rows = Array.from(
  { length: 5000 },
  (_, index) => `c${index % 700}@example.com,2026-11-23,${index % 3}.50`,
)
const file = new File([header + rows.join('\n')], 'orders.csv', { lastModified: 1 })

let worker: FakeImportWorker
beforeEach(() => {
  worker = new FakeImportWorker()
})

async function begin(of: File): Promise<UnfinishedImport> {
  return {
    fingerprint: await fingerprintOf(of),
    importId: 'import-1',
    choices: {
      kind: 'purchases',
      encoding: 'utf-8',
      separator: ',',
      columns: { email: 0, date: 1, amount: 2 },
      rules: { dateOrder: 'ymd', decimal: 'point', currency: 'EUR' },
      source: 'shop',
    },
    confirmed: 0,
    counts: { accepted: 0, duplicates: 0, otherCurrency: 0 },
    refused: [],
  }
}

async function run(of: File, begun?: UnfinishedImport, life = new AbortController(), send = worker.send) {
  const badLines: number[] = []
  const refused: [number, string][] = []
  let progress: RunProgress | null = null
  const job = {
    file: of,
    width: 3,
    into: { origin: 'https://api.example.com', workspace: 'north' },
    begun: begun ?? (await begin(of)),
  }
  const end = await runImport(
    job,
    {
      send,
      wait: async () => {},
      clock: () => 0,
      onProgress: next => {
        progress = next
      },
      onBad: ({ line }) => badLines.push(line),
      onRefused: ({ line }, code) => refused.push([line, code]),
    },
    life.signal,
  )
  const { unfinished } = progress as unknown as RunProgress
  return { end, unfinished, badLines, refused }
}

/** How often each row stands in the file, and in the Worker: the same where nothing is lost and nothing twice. */
function counted(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
function arrived(): Map<string, number> {
  return counted(
    [...worker.rows.values()].map(({ identities, at, fact }) =>
      'amountMinor' in fact ? `${identities[0]?.value},${at},${(fact.amountMinor / 100).toFixed(2)}` : '',
    ),
  )
}

describe('a run', () => {
  it('brings every row once, equal ones too, and the same file again changes nothing', async () => {
    const { end, unfinished } = await run(file)
    expect(end).toEqual({ is: 'done' })
    expect(unfinished).toMatchObject({ confirmed: 5000, counts: { accepted: 5000, duplicates: 0 } })
    expect(arrived()).toEqual(counted(rows))
    const again = await run(file)
    expect(again.unfinished.counts).toMatchObject({ accepted: 0, duplicates: 5000 })
    expect(worker.rows.size).toBe(5000)
  })

  it('brings nothing twice where answers are lost, the background is killed and the network is away', async () => {
    worker.fates = [
      'answered',
      'lost',
      'killed',
      { trouble: 'offline' },
      { trouble: 'slow' },
      'lost',
      'answered',
    ]
    const { end, unfinished } = await run(file)
    expect(end).toEqual({ is: 'done' })
    expect(unfinished.counts.accepted + unfinished.counts.duplicates).toBe(5000)
    expect(arrived()).toEqual(counted(rows))
  })

  it('can be cancelled, and goes on in another tab where it was, with the same ordinals', async () => {
    const life = new AbortController()
    let parts = 0
    worker.onPart = () => {
      parts += 1
      if (parts === 3) life.abort()
    }
    const first = await run(file, undefined, life)
    expect(first.end).toEqual({ is: 'cancelled' })
    expect(first.unfinished.confirmed).toBeGreaterThanOrEqual(1500)
    expect(first.unfinished.confirmed).toBeLessThan(5000)
    worker.onPart = () => {}
    const kept = worker.kept.get(first.unfinished.fingerprint)
    expect(kept).toEqual(first.unfinished)
    const second = await run(file, kept)
    expect(second.end).toEqual({ is: 'done' })
    expect(second.unfinished.counts.duplicates).toBeLessThanOrEqual(2000)
    expect(arrived()).toEqual(counted(rows))
    expect(worker.imports).toEqual(new Set(['import-1']))
  })

  it('names bad rows and rows the Worker did not take, those of an earlier run too', async () => {
    const lines = [
      'a@b.lt,2026-11-23,1',
      'a@b.lt,31.02.2026,1',
      'two@b.lt,2026-11-23,1',
      'c@d.lt,2026-11-23,1',
    ]
    const small = new File([`${header}${lines.join('\n')}`], 'small.csv', { lastModified: 1 })
    worker.ambiguous.add('two@b.lt')
    const first = await run(small)
    expect(first).toMatchObject({ end: { is: 'done' }, badLines: [3], refused: [[4, 'ambiguous_customer']] })
    const again = await run(small, first.unfinished)
    expect(again).toMatchObject({ badLines: [3], refused: [[4, 'ambiguous_customer']] })
    expect(again.unfinished.counts).toEqual({ accepted: 2, duplicates: 0, otherCurrency: 0 })
  })

  it('keeps how far it came after each part, and before the first', async () => {
    await run(file)
    const [first, ...rest] = worker.said
    expect(first).toBe('keep-import')
    expect(rest).toEqual(Array(4).fill(['import-part', 'keep-import']).flat())
  })

  it.each([
    [{ refused: 'forbidden' }, { is: 'refused', code: 'forbidden' }],
    [{ signedOut: true }, { is: 'signed-out' }],
    [{ trouble: 'too-old' }, { is: 'too-old' }],
  ] as const)('ends where the Worker says %j', async (fate, end) => {
    worker.fates = ['answered', fate]
    const ended = await run(file)
    expect(ended.end).toEqual(end)
    expect(ended.unfinished.confirmed).toBe(500)
  })

  it('ends where the background is gone for good', async () => {
    worker.fates = Array(50).fill('killed')
    expect((await run(file)).end).toEqual({ is: 'gone' })
  })

  it('stops where the file is not the one that was chosen any more', async () => {
    const begun = await begin(file)
    const other = new File([header + rows.slice(1).join('\n')], 'orders.csv', { lastModified: 2 })
    expect((await run(other, begun)).end).toEqual({ is: 'unreadable', fault: 'changed' })
    expect(worker.rows.size).toBe(0)
  })

  it('stops where the browser can no longer read the file', async () => {
    const begun = await begin(file)
    expect((await run(brokenAt(0), begun)).end).toEqual({ is: 'unreadable', fault: 'changed' })
    expect(worker.rows.size).toBe(0)
  })

  it('brings what stands before a place that the browser cannot read', async () => {
    const { end, unfinished } = await run(brokenAt(2 * pieceBytes), await begin(file))
    expect(end).toEqual({ is: 'unreadable', fault: 'changed' })
    expect(unfinished.confirmed).toBe(3500)
    expect(worker.kept.get(unfinished.fingerprint)).toEqual(unfinished)
  })

  it('cuts the next part while one is under way', async () => {
    const reading = Promise.withResolvers<void>()
    const watched = intercepted(start => {
      if (start === pieceBytes) reading.resolve()
    })
    let parts = 0
    const send = (async (name: 'import-part', request: ImportPart) => {
      if (name === 'import-part') parts += 1
      // Its next part ends in the second piece of the file.
      if (parts === 2) await reading.promise
      return await worker.send(name, request)
    }) as Doors['send']
    expect((await run(watched, await begin(file), undefined, send)).end).toEqual({ is: 'done' })
  })
})

/** The file, where `meet` gets hold of each piece before it is read. */
function intercepted(meet: (start: number, piece: Blob) => void): File {
  const same = new File([file], file.name, { lastModified: file.lastModified })
  same.slice = (start = 0, end?: number) => {
    const piece = file.slice(start, end)
    meet(start, piece)
    return piece
  }
  return same
}

/** The file, of which the piece from `place` on can no longer be read. */
function brokenAt(place: number): File {
  return intercepted((start, piece) => {
    if (start === place) piece.arrayBuffer = () => Promise.reject(new Error('NotReadableError'))
  })
}
