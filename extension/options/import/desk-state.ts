// The stages an imported file goes through, what is shown in each, and what the desk needs to move between them.

import type { ImportKind, MissingField } from '../../../shared/import-columns.ts'
import type { ImportPart } from '../../messages.ts'
import type { ImportChoices, UnfinishedImport } from '../../unfinished-import.ts'
import type { Doors } from '../doors.ts'
import type { Patience } from './ask-patiently.ts'
import type { RowFault } from './file-rows.ts'
import type { FirstRows, OpenedFile } from './open-file.ts'
import type { RejectedReport } from './rejected-report.ts'
import type { RunEnd, RunProgress } from './run-import.ts'
import type { Tally } from './tally.ts'
import type { UnreadableFile } from './unreadable-file.ts'

export type Check =
  | { is: 'missing'; fields: MissingField[] }
  /** `share` of the file is read, 0 to 1; `before` is what was counted under the choices before. */
  | { is: 'counting'; share: number; before: Tally | null }
  | { is: 'counted'; tally: Tally }
  | { is: 'unreadable'; why: UnreadableFile }

export interface Prepared {
  opened: OpenedFile
  first: FirstRows
  choices: ImportChoices
  check: Check
  /** The same file was begun before and not finished. */
  unfinished: UnfinishedImport | null
}

export type Fit = 'none' | 'fitting' | 'fitted' | 'not-fitted'

export interface Running extends Prepared {
  /** Rows of the file. */
  total: number
  progress: RunProgress
}

export interface Ended extends Running {
  end: RunEnd
  fit: Fit
  rejected: RejectedReport
}

export type DeskState = { kind: ImportKind } & (
  | { is: 'choosing'; why: UnreadableFile | null }
  | { is: 'opening'; fileName: string }
  | ({ is: 'preparing'; isHeldElsewhere: boolean } & Prepared)
  | ({ is: 'running' } & Running)
  | ({ is: 'ended' } & Ended)
)

export interface DeskDoors {
  send: Doors['send']
  wait: Patience['wait']
  clock(): number
  newId(): string
  /** Does the work unless another tab is doing work of this name. @returns null in that case. */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | null>
  into: ImportPart['into']
  /** For amounts that name no currency. */
  usualCurrency(): string
  /** What the report of left-out rows says, in the member's language. */
  report: {
    names: { line: string; reason: string }
    faults(faults: readonly RowFault[], headers: readonly string[]): string
    refusal(code: string): string
  }
}

/** A view is drawn anew at most this often while nothing but numbers change. */
export const drawEveryMs = 100
