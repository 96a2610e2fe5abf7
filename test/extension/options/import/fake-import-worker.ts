// The background and the Worker behind it as an import meets them: rows of parts are kept by what tells them apart,
// as the Worker does, and answers can be lost, delayed by trouble, or refused.

import type { ImportPart, Messages, WorkerAnswer } from '../../../../extension/messages.ts'
import type { Doors } from '../../../../extension/options/doors.ts'
import { csvLines } from '../../../../extension/options/import/csv-lines.ts'
import { fileRows } from '../../../../extension/options/import/file-rows.ts'
import type { UnfinishedImport } from '../../../../extension/unfinished-import.ts'
import type { ImportResult } from '../../../../shared/api.ts'
import { recogniseColumns } from '../../../../shared/import-columns.ts'
import { combinationOf, type ImportedRow } from '../../../../shared/import-row.ts'

type Fate = 'answered' | 'lost' | 'killed' | WorkerAnswer<never>

export class FakeImportWorker {
  /** Rows by their id, or by combination and ordinal. */
  readonly rows = new Map<string, ImportedRow>()
  readonly kept = new Map<string, UnfinishedImport>()
  readonly said: string[] = []
  /** Ids of the imports that parts came for. */
  readonly imports = new Set<string>()
  /** What becomes of the next parts, one after the other; afterwards all are answered. */
  fates: Fate[] = []
  /** Customers the Worker cannot tell apart. */
  ambiguous = new Set<string>()
  onPart: () => void = () => {}

  readonly send = (async (name: keyof Messages, request: never) => {
    this.said.push(name)
    switch (name) {
      case 'import-part':
        return await this.#take(request)
      case 'keep-import':
        this.kept.set((request as UnfinishedImport).fingerprint, structuredClone(request))
        return null
      case 'unfinished-import':
        return this.kept.get((request as UnfinishedImport).fingerprint) ?? null
      case 'forget-import':
        this.kept.delete((request as UnfinishedImport).fingerprint)
        return null
      case 'fit-model':
        return { answer: {} }
      default:
        throw new Error(`Nobody expected "${name}".`)
    }
  }) as Doors['send']

  async #take(part: ImportPart): Promise<WorkerAnswer<ImportResult>> {
    const fate = this.fates.shift() ?? 'answered'
    this.onPart()
    if (typeof fate === 'object') return fate
    if (fate === 'killed') throw new Error('The background was killed.')
    const answer = await this.#record(part)
    if (fate === 'lost') throw new Error('The answer was lost.')
    return { answer }
  }

  async #record({ csv, kind, importId }: ImportPart): Promise<ImportResult> {
    this.imports.add(importId)
    const result: ImportResult = { importId, accepted: 0, duplicates: 0, rejected: [], otherCurrency: 0 }
    for (const [index, row] of (await readPart(csv, kind)).entries()) {
      const key = row.id ?? `${combinationOf(row)} ${row.ordinal}`
      if (row.identities.some(({ value }) => this.ambiguous.has(value))) {
        result.rejected.push({ index, line: index + 2, code: 'ambiguous_customer', message: 'Who?' })
      } else if (this.rows.has(key)) result.duplicates += 1
      else {
        this.rows.set(key, row)
        result.accepted += 1
      }
    }
    return result
  }
}

async function readPart(csv: string, kind: ImportPart['kind']): Promise<ImportedRow[]> {
  async function* texts() {
    yield csv
  }
  const header = csv.slice(0, csv.indexOf('\n')).split(',')
  const rules = { dateOrder: 'ymd', decimal: 'point', currency: 'EUR' } as const
  const plan = { kind, width: header.length, columns: recogniseColumns(header, kind), rules }
  const rows: ImportedRow[] = []
  for await (const some of fileRows(csvLines(texts(), ','), plan)) {
    for (const row of some) {
      if (!('row' in row)) throw new Error(`The page sent what it had called good: ${JSON.stringify(row)}`)
      rows.push(row.row)
    }
  }
  return rows
}
