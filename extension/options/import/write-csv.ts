// Cells into a line of CSV. What people open in a spreadsheet is guarded against formulas; what goes to the Worker
// is not, and the import takes the guard off again (shared/import-cells.ts).

/** A spreadsheet takes these for the beginning of a formula, their wide forms included. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoteIfNeeded).join(',')}\n`
}

/** `=1+1` -> `'=1+1`, which every spreadsheet shows as a text. */
export function guardFormula(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell
}

function quoteIfNeeded(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
