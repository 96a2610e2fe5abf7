// What stands between the cells of a file: the mark that cuts its first lines into the same number of cells.

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

const mostLines = 30

/** @param text the beginning of the file; its last line may be cut off. */
export function guessSeparator(text: string): Separator {
  const guesses = separators.map(separator => ({ separator, ...agreement(text, separator) }))
  const best = guesses.reduce((one, other) => (isBetter(other, one) ? other : one))
  return best.separator
}

interface Agreement {
  /** Lines with as many cells as the first. */
  lines: number
  cells: number
}

function isBetter(one: Agreement, other: Agreement): boolean {
  if (one.cells === 1 || other.cells === 1) return one.cells > other.cells
  return one.lines > other.lines || (one.lines === other.lines && one.cells > other.cells)
}

function agreement(text: string, separator: string): Agreement {
  const counts = cellCounts(text, separator)
  const [cells = 1] = counts
  return { lines: counts.filter(count => count === cells).length, cells }
}

/** Cells of each line, marks and line ends within quotes left out. */
function cellCounts(text: string, separator: string): number[] {
  const counts: number[] = []
  let cells = 1
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === separator) cells += 1
    else if (character === '\n') {
      counts.push(cells)
      cells = 1
      if (counts.length === mostLines) return counts
    }
  }
  return counts.length === 0 ? [cells] : counts
}
