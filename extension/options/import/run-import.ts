// One run over a file: rows -> parts, each cut while the one before is under way -> sent one after the other -> kept
// how far it has come. Rows that an earlier run has done with are only counted on the way. The Worker knows the same
// rows again, so a part whose answer was lost is simply sent once more.

import type { ImportResult } from '../../../shared/api.ts'
import type { FailureCode } from '../../../shared/failure.ts'
import type { ImportPart } from '../../messages.ts'
import { mostKeptRefused, type RefusedRow, type UnfinishedImport } from '../../unfinished-import.ts'
import type { Doors } from '../doors.ts'
import { askPatiently, type FinalAnswer, type Patience, type Waiting } from './ask-patiently.ts'
import { type Part, PartCutter } from './cut-parts.ts'
import type { BadRow, FileRow, GoodRow } from './file-rows.ts'
import { fingerprintOf } from './fingerprint.ts'
import { oneAhead } from './one-ahead.ts'
import { readFile } from './read-file.ts'
import { addMark, type Mark } from './speed.ts'
import { type FileFault, UnreadableFile } from './unreadable-file.ts'

export interface ImportJob {
  file: File
  /** As many cells as the header has. */
  width: number
  into: ImportPart['into']
  /** How far it has come already; a new one is at row 0. */
  begun: UnfinishedImport
}

export interface RunProgress {
  unfinished: UnfinishedImport
  /** Rows that could not be read, of those looked at so far. */
  bad: number
  /** Rows the Worker did not take. */
  refused: number
  marks: Mark[]
  waiting: Waiting | null
}

export type RunEnd =
  | { is: 'done' }
  | { is: 'cancelled' }
  | { is: 'signed-out' }
  | { is: 'refused'; code: FailureCode }
  | { is: 'too-old' }
  | { is: 'gone' }
  | { is: 'unreadable'; fault: FileFault }

export interface RunDoors {
  send: Doors['send']
  wait: Patience['wait']
  clock(): number
  /** After each change. */
  onProgress(progress: RunProgress): void
  /** Each row that is left out, once. */
  onBad(row: BadRow): void
  onRefused(row: GoodRow, code: string): void
}

export async function runImport(job: ImportJob, doors: RunDoors, signal: AbortSignal): Promise<RunEnd> {
  try {
    return await new ImportRun(job, doors, signal).run()
  } catch (error) {
    if (signal.aborted) return { is: 'cancelled' }
    if (error instanceof UnreadableFile) return { is: 'unreadable', fault: error.fault }
    throw error
  }
}

class ImportRun {
  readonly #job: ImportJob
  readonly #doors: RunDoors
  readonly #signal: AbortSignal
  readonly #refusedBefore: Map<number, string>
  #progress: RunProgress

  constructor(job: ImportJob, doors: RunDoors, signal: AbortSignal) {
    this.#job = job
    this.#doors = doors
    this.#signal = signal
    const { begun } = job
    this.#refusedBefore = new Map(begun.refused.map(({ line, code }) => [line, code]))
    this.#progress = { unfinished: begun, bad: 0, refused: 0, marks: [], waiting: null }
  }

  async run(): Promise<RunEnd> {
    const { begun } = this.#job
    this.#mark(begun.confirmed)
    await this.#keep(begun)
    for await (const part of oneAhead(this.#parts())) {
      const end = await this.#send(part)
      if (end) return end
    }
    return { is: 'done' }
  }

  async *#parts(): AsyncGenerator<Part> {
    const { file, width, begun } = this.#job
    const cutter = new PartCutter(begun.choices.kind)
    for await (const { rows } of readFile(file, begun.choices, width, this.#signal)) {
      for (const row of rows) {
        const part = this.#take(row, cutter)
        if (part) yield part
      }
    }
    const last = cutter.rest()
    if (last) yield last
  }

  /** @returns a part that is full. */
  #take(row: FileRow, cutter: PartCutter): Part | null {
    if ('faults' in row) {
      this.#change({ bad: this.#progress.bad + 1 })
      this.#doors.onBad(row)
      return null
    }
    if (row.number > this.#job.begun.confirmed) return cutter.add(row)
    const code = this.#refusedBefore.get(row.line)
    if (code !== undefined) this.#refuse(row, code)
    return null
  }

  /** @returns why the run cannot go on, or null. */
  async #send({ csv, rows }: Part): Promise<RunEnd | null> {
    const { file, into, begun } = this.#job
    const { importId, fingerprint, choices } = begun
    await assertUnchanged(file, fingerprint)
    const part = {
      importId,
      kind: choices.kind,
      source: choices.source,
      fileName: file.name.slice(0, 200),
      into,
      csv,
    }
    const answer = await askPatiently(() => this.#doors.send('import-part', part), {
      signal: this.#signal,
      wait: this.#doors.wait,
      onWaiting: waiting => this.#change({ waiting }),
    })
    if (!('answer' in answer)) return endOf(answer)
    await this.#confirm(rows, answer.answer)
    return null
  }

  async #confirm(rows: GoodRow[], result: ImportResult): Promise<void> {
    const before = this.#progress.unfinished
    const refused: RefusedRow[] = []
    for (const { index, code } of result.rejected) {
      const row = rows[index]
      if (!row) continue
      refused.push({ line: row.line, code })
      this.#refuse(row, code)
    }
    const confirmed = rows.at(-1)?.number ?? before.confirmed
    const unfinished: UnfinishedImport = {
      ...before,
      confirmed,
      counts: {
        accepted: before.counts.accepted + result.accepted,
        duplicates: before.counts.duplicates + result.duplicates,
        otherCurrency: before.counts.otherCurrency + result.otherCurrency,
      },
      refused: [...before.refused, ...refused].slice(0, mostKeptRefused),
    }
    this.#change({ unfinished })
    this.#mark(confirmed)
    await this.#keep(unfinished)
  }

  #refuse(row: GoodRow, code: string): void {
    this.#change({ refused: this.#progress.refused + 1 })
    this.#doors.onRefused(row, code)
  }

  /** Where the background cannot keep it, a later run begins a part earlier, which changes nothing. */
  async #keep(unfinished: UnfinishedImport): Promise<void> {
    await this.#doors.send('keep-import', unfinished).catch(() => null)
  }

  #mark(rows: number): void {
    this.#change({ marks: addMark(this.#progress.marks, { at: this.#doors.clock(), rows }) })
  }

  #change(change: Partial<RunProgress>): void {
    this.#progress = { ...this.#progress, ...change }
    this.#doors.onProgress(this.#progress)
  }
}

async function assertUnchanged(file: File, fingerprint: string): Promise<void> {
  const now = await fingerprintOf(file).catch(() => null)
  if (now !== fingerprint) throw new UnreadableFile('changed')
}

function endOf(answer: Exclude<FinalAnswer<ImportResult>, { answer: ImportResult }>): RunEnd {
  if ('signedOut' in answer) return { is: 'signed-out' }
  if ('refused' in answer) return { is: 'refused', code: answer.refused }
  return 'gone' in answer ? { is: 'gone' } : { is: 'too-old' }
}
