// What a run tells while it goes: what was left out goes into the report, progress to the view, which is drawn anew
// only so often where nothing but numbers change.

import { type DeskDoors, drawEveryMs } from './desk-state.ts'
import type { RejectedReport } from './rejected-report.ts'
import type { RunDoors, RunProgress } from './run-import.ts'

/**
 * @param headers of the file.
 * @param follow called after every change; `isWorthDrawing` where a member would notice it.
 */
export function followRun(
  { send, wait, clock, report }: DeskDoors,
  rejected: RejectedReport,
  headers: readonly string[],
  follow: (progress: RunProgress, isWorthDrawing: boolean) => void,
): RunDoors {
  let drawn: RunProgress | null = null
  let drawnAt = 0
  return {
    send,
    wait,
    clock,
    onProgress(progress) {
      const isNews = drawn?.waiting !== progress.waiting || drawn.unfinished !== progress.unfinished
      const isWorthDrawing = isNews || clock() - drawnAt >= drawEveryMs
      if (isWorthDrawing) {
        drawn = progress
        drawnAt = clock()
      }
      follow(progress, isWorthDrawing)
    },
    onBad({ line, cells, faults }) {
      rejected.add({ line, reason: report.faults(faults, headers), cells })
    },
    onRefused({ line, cells }, code) {
      rejected.add({ line, reason: report.refusal(code), cells })
    },
  }
}
