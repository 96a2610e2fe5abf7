// The import section's whole course: file chosen -> opened -> recognised, corrected by the member, counted -> run ->
// ended. What is shown is `state`; what a member can do are its methods. It draws nothing.

import { type ImportKind, missingFields } from '../../../shared/import-columns.ts'
import type { ImportChoices, UnfinishedImport } from '../../unfinished-import.ts'
import { askPatiently } from './ask-patiently.ts'
import { checkFile } from './check-file.ts'
import {
  type Check,
  type DeskDoors,
  type DeskState,
  drawEveryMs,
  type Ended,
  type Fit,
  type Prepared,
} from './desk-state.ts'
import { usualSources } from './first-choices.ts'
import { followRun } from './follow-run.ts'
import { type OpenedFile, openFile, readFirstRows } from './open-file.ts'
import { guessReading, recogniseFile, rulesAfter } from './recognise-file.ts'
import { RejectedReport } from './rejected-report.ts'
import { type RunProgress, runImport } from './run-import.ts'
import type { Tally } from './tally.ts'
import { UnreadableFile } from './unreadable-file.ts'

export class ImportDesk {
  state: DeskState = { is: 'choosing', kind: 'purchases', why: null }
  readonly #doors: DeskDoors
  readonly #listeners = new Set<() => void>()
  /** Ends what is under way: opening, counting or a run. */
  #work = new AbortController()

  constructor(doors: DeskDoors) {
    this.#doors = doors
  }

  /** @returns a function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What kind of rows the file holds (or the next one will). */
  setKind(kind: ImportKind): void {
    const { state } = this
    if (state.is === 'preparing')
      void this.#prepare(state.opened, { ...state.choices, kind, source: usualSources[kind] })
    else if (state.is === 'choosing') this.#show({ ...state, kind })
  }

  async choose(file: File): Promise<void> {
    const { kind } = this.state
    const signal = this.#begin()
    this.#show({ is: 'opening', kind, fileName: file.name })
    try {
      const opened = await openFile(file)
      const unfinished = await this.#findUnfinished(opened.fingerprint)
      if (signal.aborted) return
      await this.#prepareFirst(opened, unfinished, kind)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      if (!signal.aborted) this.#show({ is: 'choosing', kind, why: error })
    }
  }

  /** Puts the file away; a run that is under way is cancelled. */
  discard(): void {
    this.#begin()
    this.#show({ is: 'choosing', kind: this.state.kind, why: null })
  }

  /** A member's correction. Another encoding or separator means recognising everything anew. */
  change(change: Partial<ImportChoices>): void {
    const { state } = this
    if (state.is !== 'preparing') return
    const choices = { ...state.choices, ...change }
    if (change.encoding || change.separator) void this.#prepare(state.opened, choices)
    else {
      const rules = change.columns ? rulesAfter(state, choices) : choices.rules
      void this.#count({ ...state, choices: { ...choices, rules }, unfinished: null })
    }
  }

  /** Nothing is read otherwise for it, so nothing is counted anew. */
  nameSource(source: string): void {
    const { state } = this
    if (state.is === 'preparing') this.#show({ ...state, choices: { ...state.choices, source } })
  }

  start(): void {
    const { state } = this
    if (state.is !== 'preparing' || state.choices.source === '') return
    const { opened, choices } = state
    void this.#run(state, {
      fingerprint: opened.fingerprint,
      importId: this.#doors.newId(),
      choices,
      confirmed: 0,
      counts: { accepted: 0, duplicates: 0, otherCurrency: 0 },
      refused: [],
    })
  }

  /** Goes on with an import of an earlier tab, or with one that was cancelled or stopped here. */
  goOn(): void {
    const { state } = this
    if (state.is === 'preparing' && state.unfinished) void this.#run(state, state.unfinished)
    if (state.is === 'ended') void this.#run(state, state.progress.unfinished)
  }

  cancel(): void {
    this.#work.abort()
  }

  async #findUnfinished(fingerprint: string): Promise<UnfinishedImport | null> {
    return await this.#doors.send('unfinished-import', { fingerprint }).catch(() => null)
  }

  async #prepareFirst(
    opened: OpenedFile,
    unfinished: UnfinishedImport | null,
    kind: ImportKind,
  ): Promise<void> {
    if (unfinished) {
      const { choices } = unfinished
      const first = await readFirstRows(opened, choices.encoding, choices.separator)
      return await this.#count({ opened, first, choices, unfinished })
    }
    await this.#prepare(opened, guessReading(opened, kind, this.#doors.usualCurrency()))
  }

  async #prepare(opened: OpenedFile, choices: ImportChoices): Promise<void> {
    const signal = this.#begin()
    const found = await recogniseFile(opened, choices, this.#doors.usualCurrency())
    if (signal.aborted) return
    if (!(found instanceof UnreadableFile)) return await this.#count({ opened, ...found, unfinished: null })
    const first = { headers: [], rows: [] }
    const check: Check = { is: 'unreadable', why: found }
    this.#showPrepared({ opened, first, choices: { ...choices, columns: {} }, check, unfinished: null })
  }

  async #count(prepared: Omit<Prepared, 'check'>): Promise<void> {
    const signal = this.#begin()
    const { opened, first, choices } = prepared
    const showCheck = (check: Check) => this.#showPrepared({ ...prepared, check })
    const fields = missingFields(choices.columns, choices.kind)
    if (fields.length > 0) return showCheck({ is: 'missing', fields })
    const before = this.#countedBefore()
    let drawnAt = this.#doors.clock()
    showCheck({ is: 'counting', share: 0, before })
    try {
      const { file } = opened
      const tally = await checkFile(file, choices, first.headers.length, signal, bytes => {
        const now = this.#doors.clock()
        if (signal.aborted || now - drawnAt < drawEveryMs) return
        drawnAt = now
        showCheck({ is: 'counting', share: bytes / file.size, before })
      })
      if (!signal.aborted) showCheck({ is: 'counted', tally })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof UnreadableFile)) throw error
      showCheck({ is: 'unreadable', why: error })
    }
  }

  /** So that the page does not jump while a corrected choice is counted. */
  #countedBefore(): Tally | null {
    if (this.state.is !== 'preparing') return null
    const { check } = this.state
    if (check.is === 'counting') return check.before
    return check.is === 'counted' ? check.tally : null
  }

  async #run(prepared: Prepared & { kind: ImportKind }, begun: UnfinishedImport): Promise<void> {
    if (prepared.check.is !== 'counted') return
    const { kind, opened, first, check } = prepared
    const signal = this.#begin()
    const rejected = new RejectedReport(this.#doors.report.names, first.headers)
    const total = check.tally.rows
    const shared = { kind, opened, first, check, choices: begun.choices, unfinished: null, total }
    const job = { file: opened.file, width: first.headers.length, into: this.#doors.into, begun }
    let progress: RunProgress = { unfinished: begun, bad: 0, refused: 0, marks: [], waiting: null }
    const follow = (next: RunProgress, isWorthDrawing: boolean) => {
      progress = next
      if (isWorthDrawing && !signal.aborted) this.#show({ is: 'running', ...shared, progress })
    }
    const end = await this.#doors.alone(`import ${opened.fingerprint}`, async () => {
      follow(progress, true)
      return await runImport(job, followRun(this.#doors, rejected, first.headers, follow), signal)
    })
    // Another file was chosen, or this one put away.
    if (signal !== this.#work.signal) return
    if (!end) return this.#show({ is: 'preparing', ...prepared, isHeldElsewhere: true })
    await this.#finish({ ...shared, progress, end, rejected, fit: 'none' })
  }

  async #finish(ended: { kind: ImportKind } & Ended): Promise<void> {
    const { accepted } = ended.progress.unfinished.counts
    const isDone = ended.end.is === 'done'
    const mustFit = isDone && ended.kind === 'purchases' && accepted > 0
    this.#show({ is: 'ended', ...ended, fit: mustFit ? 'fitting' : 'none' })
    if (!isDone) return
    await this.#doors.send('forget-import', { fingerprint: ended.opened.fingerprint }).catch(() => null)
    if (!mustFit) return
    const fit = await this.#fit()
    if (this.state.is === 'ended' && this.state.rejected === ended.rejected) {
      this.#show({ is: 'ended', ...ended, fit })
    }
  }

  async #fit(): Promise<Fit> {
    const { send, wait } = this.#doors
    const answer = await askPatiently(() => send('fit-model', {}), {
      signal: this.#work.signal,
      wait,
      onWaiting: () => {},
    }).catch(() => null)
    return answer && 'answer' in answer ? 'fitted' : 'not-fitted'
  }

  /** Ends whatever was under way. @returns the signal of what begins now. */
  #begin(): AbortSignal {
    this.#work.abort()
    this.#work = new AbortController()
    return this.#work.signal
  }

  #showPrepared(prepared: Prepared): void {
    this.#show({ is: 'preparing', kind: prepared.choices.kind, isHeldElsewhere: false, ...prepared })
  }

  #show(state: DeskState): void {
    this.state = state
    for (const listener of this.#listeners) listener()
  }
}
