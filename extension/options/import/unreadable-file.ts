// Why a chosen file cannot be imported at all. Faults of single rows are file-rows.ts's.

export const fileFaults = [
  /** Nothing in it. */
  'empty',
  /** A line of names and nothing below. */
  'no-rows',
  /** Its first line cannot be cut into names, or does not end. */
  'no-header',
  'too-many-columns',
  /** So many lines are broken that the separator or the encoding must be another. */
  'too-many-broken',
  /** It is not the file any more that was chosen, or is gone. */
  'changed',
] as const
export type FileFault = (typeof fileFaults)[number]

export class UnreadableFile extends Error {
  readonly fault: FileFault
  /** How many columns there are, where they are too many. */
  readonly columns: number

  constructor(fault: FileFault, columns = 0) {
    super(fault)
    this.fault = fault
    this.columns = columns
  }
}
