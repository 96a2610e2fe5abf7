// How fast an import goes, and how long it will take from here: by the last seconds, not since it began, so that a
// pause in the network does not spoil the estimate for the rest. Pure; times are epoch milliseconds.

export interface Mark {
  at: number
  rows: number
}

const windowMs = 15_000

/** Adds where it is now, and forgets what is too long ago; the latest mark before the window stays. */
export function addMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const oldest = mark.at - windowMs
  const firstKept = marks.findIndex((_, index) => (marks[index + 1]?.at ?? Infinity) > oldest)
  return [...marks.slice(Math.max(0, firstKept)), mark]
}

/** @returns null until there is something to go by. */
export function rowsPerSecond(marks: readonly Mark[]): number | null {
  const first = marks.at(0)
  const last = marks.at(-1)
  if (!first || !last || last.at <= first.at || last.rows <= first.rows) return null
  return ((last.rows - first.rows) * 1000) / (last.at - first.at)
}

/** Whole seconds, at least 1 while anything is left; null until there is something to go by. */
export function secondsLeft(marks: readonly Mark[], totalRows: number): number | null {
  const speed = rowsPerSecond(marks)
  const left = totalRows - (marks.at(-1)?.rows ?? 0)
  return speed === null ? null : Math.ceil(Math.max(0, left) / speed)
}
